// SPDX-License-Identifier: GPL-2.0-or-later
// From a planned query to one that Xapian runs.
#pragma once

#include <set>

#include "searcher/index_reader.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// Whether a node only tells articles apart and ranks nothing.
bool is_filter(const PlanNode& node);

// Fills `query`, `exact`, `ranked`, and the weights and terms of clauses from the rest of the plan.
// With `lists_all`, a query without words finds all passages of these kinds that it accepts.
void build_query(QueryPlan& plan, const IndexReader& index, const std::set<ParagraphKind>& kinds,
                 bool lists_all);

}  // namespace pilcrow
