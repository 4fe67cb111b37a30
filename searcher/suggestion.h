// SPDX-License-Identifier: GPL-2.0-or-later
// Did you mean: words of the index that are nearly those of the query.
#pragma once

#include <string>
#include <string_view>

#include "searcher/index_reader.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// Insertions, deletions, replacements and exchanges of neighbouring characters that turn `a` into
// `b` (optimal string alignment; Damerau, CACM 7(3), 1964); `most` + 1 where it takes more.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

// The words of the query, those that the index does not have replaced by its nearest ones of the
// same first letter; empty where nothing is to be replaced.  Throws Xapian's exceptions.
std::string suggest(const QueryPlan& plan, const IndexReader& index);

}  // namespace pilcrow
