// SPDX-License-Identifier: GPL-2.0-or-later
// evaluate_run RUN QRELS: the measures of a TREC run, means over the queries that have a relevant
// document; a query that the run lacks counts 0.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "pilcrow/evaluation.h"

namespace {

using Judgments = std::map<std::string, std::map<std::string, int>>;
using Rankings = std::map<std::string, std::vector<std::string>>;

std::ifstream open(const char* path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "evaluate_run: can't open " << path << '\n';
    std::exit(2);
  }
  return file;
}

Judgments read_judgments(const char* path) {
  std::ifstream file = open(path);
  Judgments judgments;
  std::string query;
  std::string unused;
  std::string document;
  double grade = 0;
  while (file >> query >> unused >> document >> grade) {
    judgments[query][document] = static_cast<int>(grade);
  }
  return judgments;
}

// Documents of each query by falling score, ties by falling id, as trec_eval has it.
Rankings read_rankings(const char* path) {
  std::ifstream file = open(path);
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string query;
    std::string unused;
    std::string document;
    std::string rank;
    double score = 0;
    if (fields >> query >> unused >> document >> rank >> score) {
      scored[query].emplace_back(score, document);
    }
  }
  Rankings rankings;
  for (auto& [query, documents] : scored) {
    std::sort(documents.rbegin(), documents.rend());
    for (auto& [score, document] : documents) {
      rankings[query].push_back(std::move(document));
    }
  }
  return rankings;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: evaluate_run RUN QRELS\n";
    return 2;
  }
  const Rankings rankings = read_rankings(argv[1]);
  pilcrow::Metrics sum;
  double queries = 0;
  for (const auto& [query, judgments] : read_judgments(argv[2])) {
    const bool judged = std::any_of(judgments.begin(), judgments.end(),
                                    [](const auto& one) { return one.second > 0; });
    if (!judged) {
      continue;
    }
    ++queries;
    const auto ranking = rankings.find(query);
    if (ranking == rankings.end()) {
      continue;
    }
    const pilcrow::Metrics metrics = pilcrow::evaluate(ranking->second, judgments);
    sum.ndcg_at_10 += metrics.ndcg_at_10;
    sum.average_precision += metrics.average_precision;
    sum.reciprocal_rank_at_10 += metrics.reciprocal_rank_at_10;
    sum.recall_at_100 += metrics.recall_at_100;
  }
  std::printf("%6.0f %.4f %.4f %.4f %.4f\n", queries, sum.ndcg_at_10 / queries,
              sum.average_precision / queries, sum.reciprocal_rank_at_10 / queries,
              sum.recall_at_100 / queries);
  return 0;
}
