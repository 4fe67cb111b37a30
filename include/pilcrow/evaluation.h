// SPDX-License-Identifier: GPL-2.0-or-later
// Evaluation: how good a ranking is, given judgments.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pilcrow/export.h"

namespace pilcrow {

// Measures of one ranking, each 0 to 1, by the conventions of NIST's trec_eval: gain = grade,
// discount log2(rank + 1), a grade above 0 is relevant.
struct Metrics {
  double ndcg_at_10 = 0;         // Järvelin and Kekäläinen, TOIS 20(4), 2002.
  double average_precision = 0;  // Over the first 1000.
  double reciprocal_rank_at_10 = 0;
  double recall_at_100 = 0;
};

// Scores one ranking (ids, best first) against its judgments (id -> grade; absent: 0).  An id that
// occurs twice counts once.  All 0 where nothing is relevant.  Pure and thread-safe.
PILCROW_EXPORT Metrics evaluate(const std::vector<std::string>& ranking,
                                const std::map<std::string, int>& judgments);

}  // namespace pilcrow
