// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/evaluation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_set>

namespace pilcrow {
namespace {

constexpr std::size_t ndcg_depth = 10;
constexpr std::size_t recall_depth = 100;
constexpr std::size_t precision_depth = 1000;

double discounted(int grade, std::size_t rank) {
  return std::max(grade, 0) / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(const std::map<std::string, int>& judgments) {
  std::vector<int> grades;
  for (const auto& [id, grade] : judgments) {
    grades.push_back(grade);
  }
  std::sort(grades.rbegin(), grades.rend());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), ndcg_depth); ++i) {
    gain += discounted(grades[i], i + 1);
  }
  return gain;
}

}  // namespace

Metrics evaluate(const std::vector<std::string>& ranking,
                 const std::map<std::string, int>& judgments) {
  const auto relevant =
      static_cast<double>(std::count_if(judgments.begin(), judgments.end(),
                                        [](const auto& judgment) { return judgment.second > 0; }));
  Metrics metrics;
  if (relevant == 0) {
    return metrics;
  }
  std::unordered_set<std::string> seen;
  double found = 0;
  double gain = 0;
  for (const std::string& id : ranking) {
    if (!seen.insert(id).second) {
      continue;
    }
    const std::size_t rank = seen.size();
    const auto judgment = judgments.find(id);
    if (judgment == judgments.end() || judgment->second <= 0 || rank > precision_depth) {
      continue;
    }
    ++found;
    metrics.average_precision += found / static_cast<double>(rank) / relevant;
    metrics.recall_at_100 += rank <= recall_depth ? 1 / relevant : 0;
    if (rank <= ndcg_depth) {
      gain += discounted(judgment->second, rank);
      metrics.reciprocal_rank_at_10 =
          std::max(metrics.reciprocal_rank_at_10, 1 / static_cast<double>(rank));
    }
  }
  metrics.ndcg_at_10 = gain / ideal_gain(judgments);
  return metrics;
}

}  // namespace pilcrow
