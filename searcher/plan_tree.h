// SPDX-License-Identifier: GPL-2.0-or-later
// The tree of a plan, once all of its clauses are known.
#pragma once

#include "searcher/query_plan.h"

namespace pilcrow {

// Gives each word its place in the query.
void number_words(QueryPlan& plan);

// Stop words count 0 in the passages of their language.  A word that is one nearly everywhere would
// find half of the index and rank nothing, so it is left out where others remain,
// and kept as QueryPlan::stop_words.
void drop_words_that_rank_nothing(QueryPlan& plan);

// Drops empty groups, which say nothing, and says how many optional members each group needs: where
// nothing is required but filters, one.
void settle(PlanNode& group);

// What the options ask for beyond that.
void need_more(PlanNode& root, const SearchOptions& options);

}  // namespace pilcrow
