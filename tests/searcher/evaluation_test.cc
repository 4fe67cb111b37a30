// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/evaluation.h"

#include <gtest/gtest.h>
#include <cmath>
#include <sstream>

#include "tests/support/expect_error.h"

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

TEST(EvaluateRun, JudgedQueriesCountAndMissingOnesScoreNothing) {
  const Judgments judgments = {{"q1", {{"a", 1}}}, {"q2", {{"b", 1}}}, {"q3", {{"c", 0}}}};
  const auto queries = evaluate(Rankings{{"q1", {"a"}}, {"q9", {"z"}}}, judgments);
  ASSERT_EQ(queries.size(), 2);
  EXPECT_EQ(queries.at("q1").ndcg_at_10, 1);
  EXPECT_EQ(queries.at("q2").ndcg_at_10, 0);
  EXPECT_EQ(mean(queries).average_precision, 0.5);
  EXPECT_EQ(mean({}).average_precision, 0);
}

TEST(Compare, CountsAllExchangesOfAFewQueries) {
  // Only "all" and "none" of the 32 exchanges make as large a difference.
  const Comparison all_better = compare({0, 0, 0, 0, 0}, {1, 1, 1, 1, 1});
  EXPECT_EQ(all_better.difference, 1);
  EXPECT_EQ(all_better.p, 2.0 / 32);
  EXPECT_EQ(compare({1, 0}, {0, 1}).p, 1);
}

TEST(Compare, EqualSystemsDoNotDiffer) {
  EXPECT_EQ(compare({0.1, 0.7}, {0.1, 0.7}).p, 1);
  EXPECT_EQ(compare({}, {}).p, 1);
  EXPECT_EQ(compare({}, {}).difference, 0);
}

TEST(Compare, ManyQueriesGiveTheSameEachTimeAndWhatTheNormalDistributionSays) {
  std::vector<double> first(100, 0.5);
  std::vector<double> second = first;
  // 60 better, 40 worse by the same: two standard deviations.
  for (std::size_t i = 0; i < second.size(); ++i) {
    second[i] += i < 60 ? 0.1 : -0.1;
  }
  const double p = compare(first, second).p;
  EXPECT_EQ(p, compare(first, second).p);
  EXPECT_NEAR(p, 0.0569, 0.004);  // 2 P(X >= 60), X binomial of 100 and 1/2.
  EXPECT_NEAR(compare(first, second, 7).p, p, 0.005);
  EXPECT_EQ(compare(first, second).p, compare(second, first).p);
}

TEST(Compare, NeedsTheSameQueries) {
  expect_error(ErrorCode::invalid_argument, "same queries", [&] { compare({1}, {1, 2}); });
}

template <typename Reader>
auto read(Reader reader, const std::string& text) {
  std::istringstream lines(text);
  return reader(lines, "file");
}

TEST(EvaluationFiles, AreReadAsTrecWritesThem) {
  EXPECT_EQ(read(read_judgments, "q1 0 a 2\r\n\nq1\t0\tb\t-1\nq2 0 a 0\n"),
            (Judgments{{"q1", {{"a", 2}, {"b", -1}}}, {"q2", {{"a", 0}}}}));
  EXPECT_EQ(read(read_run, "q Q0 a 1 0.5 t\nq Q0 b 2 0.9 t\nq Q0 c 3 0.5 t\n"),
            (Rankings{{"q", {"b", "c", "a"}}}));
  const std::vector<BatchQuery> queries = read(read_queries, "\xEF\xBB\xBFq1\tthe\tsea\n");
  ASSERT_EQ(queries.size(), 1);
  EXPECT_EQ(queries[0].id, "q1");
  EXPECT_EQ(queries[0].text, "the\tsea");
}

TEST(EvaluationFiles, QueriesComeOneByOneAndMayGoByTheirLines) {
  std::istringstream lines("q1\tthe sea\n\nno tab\r\n\tno id\n");
  QueryReader reader(lines, "pipe", true);
  EXPECT_EQ(reader.next()->id, "q1");
  const std::optional<BatchQuery> second = reader.next();
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->id, "3");
  EXPECT_EQ(second->text, "no tab");
  expect_error(ErrorCode::invalid_argument, "pipe, line 4: there is no id", [&] { reader.next(); });
  EXPECT_FALSE(reader.next().has_value());
}

TEST(EvaluationFiles, WhatIsWrongIsNamedWithItsLine) {
  const auto code = ErrorCode::invalid_argument;
  expect_error(code, "file, line 2: it has 3 columns",
               [&] { read(read_judgments, "q 0 a 1\nq 0 b\n"); });
  expect_error(code, "line 1: the grade is high", [&] { read(read_judgments, "q 0 a high\n"); });
  expect_error(code, "line 2: query q has a grade",
               [&] { read(read_judgments, "q 0 a 1\nq 0 a 1\n"); });
  expect_error(code, "empty", [&] { read(read_judgments, "\n"); });
  expect_error(code, "line 1: it has 4 columns", [&] { read(read_run, "q 0 a 1\n"); });
  expect_error(code, "the score is x", [&] { read(read_run, "q Q0 a 1 x t\n"); });
  expect_error(code, "line 2: query q has a",
               [&] { read(read_run, "q Q0 a 1 1 t\nq Q0 a 2 1 t\n"); });
  expect_error(code, "line 3: there is no tab", [&] { read(read_queries, "q1\tx\n\nno tab\n"); });
  expect_error(code, "line 1: there is no id", [&] { read(read_queries, "\tx\n"); });
  expect_error(code, "file: the file is empty", [&] { read(read_queries, "\n"); });
  expect_error(code, "line 2: there is a query q", [&] { read(read_queries, "q\tx\nq\ty\n"); });
}

}  // namespace
}  // namespace pilcrow
