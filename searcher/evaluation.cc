// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/evaluation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <random>
#include <unordered_set>

#include "pilcrow/error.h"

namespace pilcrow {
namespace {

constexpr std::size_t ndcg_depth = 10;
constexpr std::size_t recall_depth = 100;
constexpr std::size_t precision_depth = 1000;
constexpr std::size_t exhaustive_queries_max = 17;
constexpr std::uint64_t random_exchanges = 100'000;

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

std::map<std::string, Metrics> evaluate(const Rankings& run, const Judgments& judgments) {
  std::map<std::string, Metrics> queries;
  for (const auto& [query, grades] : judgments) {
    const bool has_relevant = std::any_of(grades.begin(), grades.end(),
                                          [](const auto& grade) { return grade.second > 0; });
    if (has_relevant) {
      const auto ranking = run.find(query);
      queries[query] = ranking == run.end() ? Metrics() : evaluate(ranking->second, grades);
    }
  }
  return queries;
}

Metrics mean(const std::map<std::string, Metrics>& queries) {
  Metrics mean;
  for (const Measure& measure : measures) {
    double sum = 0;
    for (const auto& [query, metrics] : queries) {
      sum += metrics.*measure.value;
    }
    mean.*measure.value = queries.empty() ? 0 : sum / static_cast<double>(queries.size());
  }
  return mean;
}

Comparison compare(const std::vector<double>& first, const std::vector<double>& second,
                   std::uint64_t seed) {
  if (first.size() != second.size()) {
    throw Error(ErrorCode::invalid_argument,
                "compare two systems: one has " + std::to_string(first.size()) +
                    " scores, the other " + std::to_string(second.size()) +
                    "; score the same queries");
  }
  std::vector<double> differences;
  for (std::size_t i = 0; i < first.size(); ++i) {
    // An exchange of equal scores changes nothing.
    if (first[i] != second[i]) {
      differences.push_back(second[i] - first[i]);
    }
  }
  if (differences.empty()) {
    return {};
  }
  const double observed = std::accumulate(differences.begin(), differences.end(), 0.0);
  const bool exhaustive = differences.size() <= exhaustive_queries_max;
  const std::uint64_t rounds = exhaustive ? 1ULL << differences.size() : random_exchanges;
  std::mt19937_64 random(seed);
  std::uint64_t as_large = 0;
  for (std::uint64_t round = 0; round < rounds; ++round) {
    std::uint64_t exchanges = round;
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i, exchanges >>= 1U) {
      if (!exhaustive && i % 64 == 0) {
        exchanges = random();
      }
      sum += (exchanges & 1U) != 0 ? -differences[i] : differences[i];
    }
    // Sums of the same numbers in another order differ by rounding.
    as_large += std::abs(sum) >= std::abs(observed) - 1e-9 ? 1 : 0;
  }
  // Among random exchanges the one that was observed counts too (Phipson and Smyth, SAGMB 9(1),
  // 2010).
  const double one = exhaustive ? 0 : 1;
  return {observed / static_cast<double>(first.size()),
          (static_cast<double>(as_large) + one) / (static_cast<double>(rounds) + one)};
}

}  // namespace pilcrow
