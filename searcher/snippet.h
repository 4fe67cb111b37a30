// SPDX-License-Identifier: GPL-2.0-or-later
// The part of a paragraph that shows best why it was found.
#pragma once

#include <string_view>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// A stretch of a text that a clause matches.
struct Match {
  Span span;
  std::size_t clause = 0;
};

// What the clauses that should be found match in `text`, in order, overlaps left out.
std::vector<Match> find_matches(const std::vector<Token>& tokens,
                                const std::vector<PlannedClause>& clauses);

// The best part of about `bytes` bytes: whole sentences where they fit and tell as much, else a
// window of whole words.  A text that is not much longer is taken whole.
Snippet make_snippet(std::string_view text, const std::vector<Token>& tokens,
                     const std::vector<PlannedClause>& clauses, std::size_t bytes);

}  // namespace pilcrow
