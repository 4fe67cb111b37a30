// SPDX-License-Identifier: GPL-2.0-or-later
// evaluate_run RUN QRELS: the measures of a TREC run, means over the queries that have a relevant
// document; a query that the run lacks counts 0.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>

#include "pilcrow/evaluation.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: evaluate_run RUN QRELS\n";
    return 2;
  }
  try {
    std::ifstream run(argv[1]);
    std::ifstream judgments(argv[2]);
    if (!run || !judgments) {
      std::cerr << "evaluate_run: can't open " << argv[run ? 2 : 1] << '\n';
      return 2;
    }
    const auto queries = pilcrow::evaluate(pilcrow::read_run(run, argv[1]),
                                           pilcrow::read_judgments(judgments, argv[2]));
    const pilcrow::Metrics means = pilcrow::mean(queries);
    std::printf("%6zu %.4f %.4f %.4f %.4f\n", queries.size(), means.ndcg_at_10,
                means.average_precision, means.reciprocal_rank_at_10, means.recall_at_100);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "evaluate_run: " << error.what() << '\n';
    return 2;
  }
}
