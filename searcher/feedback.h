// SPDX-License-Identifier: GPL-2.0-or-later
// Words that the best passages of a query have in common, added to it.
#pragma once

#include <xapian.h>
#include <set>
#include <vector>

#include "searcher/query_plan.h"

namespace pilcrow {

constexpr std::size_t feedback_passages = 10;

// Whether this is a long query, stop words counted, of nothing but plain words: it describes a
// subject, which has more words than it names.
bool is_long(const QueryPlan& plan);

// A passage with this share of what a query says is probably the one that is looked for; what
// others have in common would only lead away from it.
constexpr double answered_share = 0.7;

// Adds up to 10 terms of `best`, passages of a search for `plan`, each the best of an article and
// the best of them first, to its ranking, and says so in its notes.  Terms are weighed by Bo1
// (Amati, Probability Models for Information Retrieval based on Divergence from Randomness, 2003,
// with the geometric approximation of Bose-Einstein statistics).  Nothing where the passages have
// too little in common, or where one of them has the share `answered` of the query's weight, if
// that is below 1.  What matches does not change.  Throws Xapian's exceptions.
void add_feedback(QueryPlan& plan, const std::vector<DocumentId>& best, const IndexReader& index,
                  const std::set<ParagraphKind>& kinds, double answered);

}  // namespace pilcrow
