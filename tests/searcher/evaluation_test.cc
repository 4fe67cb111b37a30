// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/evaluation.h"

#include <gtest/gtest.h>
#include <cmath>

namespace pilcrow {
namespace {

TEST(Evaluate, AgreesWithFiguresWorkedOutByHand) {
  const Metrics metrics = evaluate({"x", "b", "a", "y"}, {{"a", 2}, {"b", 1}, {"c", 1}, {"x", 0}});
  const double gain = 1 / std::log2(3) + 2 / std::log2(4);
  const double ideal = 2 / std::log2(2) + 1 / std::log2(3) + 1 / std::log2(4);
  EXPECT_DOUBLE_EQ(metrics.ndcg_at_10, gain / ideal);
  EXPECT_DOUBLE_EQ(metrics.average_precision, (1.0 / 2 + 2.0 / 3) / 3);
  EXPECT_DOUBLE_EQ(metrics.reciprocal_rank_at_10, 0.5);
  EXPECT_DOUBLE_EQ(metrics.recall_at_100, 2.0 / 3);
}

TEST(Evaluate, ARepeatedIdCountsOnce) {
  EXPECT_DOUBLE_EQ(evaluate({"a", "a", "b"}, {{"a", 1}, {"b", 1}}).average_precision, 1);
}

TEST(Evaluate, WhatStandsTooDeepDoesNotCount) {
  std::vector<std::string> ranking;
  for (int i = 0; i < 10; ++i) {
    ranking.push_back("x" + std::to_string(i));
  }
  ranking.emplace_back("a");
  const Metrics metrics = evaluate(ranking, {{"a", 1}});
  EXPECT_EQ(metrics.ndcg_at_10, 0);
  EXPECT_EQ(metrics.reciprocal_rank_at_10, 0);
  EXPECT_DOUBLE_EQ(metrics.average_precision, 1.0 / 11);
  EXPECT_EQ(metrics.recall_at_100, 1);
}

TEST(Evaluate, NothingRelevantOrNothingFoundIsZero) {
  EXPECT_EQ(evaluate({"a"}, {{"a", 0}, {"b", -1}}).ndcg_at_10, 0);
  EXPECT_EQ(evaluate({"a"}, {}).average_precision, 0);
  EXPECT_EQ(evaluate({}, {{"a", 1}}).ndcg_at_10, 0);
}

}  // namespace
}  // namespace pilcrow
