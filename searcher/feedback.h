// SPDX-License-Identifier: GPL-2.0-or-later
// Words that the best passages of a query have in common, added to it.
#pragma once

#include <xapian.h>
#include <set>
#include <vector>

#include "searcher/query_plan.h"

namespace pilcrow {

constexpr std::size_t feedback_passages = 10;

// Adds up to 10 terms of `best`, passages of a search for `plan`, each the best of an article and
// the best of them first, to its ranking, and says so in its notes.  Terms are weighed by Bo1
// (Amati, Probability Models for Information Retrieval based on Divergence from Randomness, 2003,
// with the geometric approximation of Bose-Einstein statistics).  Nothing where the passages have
// too little in common.  What matches does not change.  Throws Xapian's exceptions.
void add_feedback(QueryPlan& plan, const std::vector<DocumentId>& best, const IndexReader& index,
                  const std::set<ParagraphKind>& kinds);

}  // namespace pilcrow
