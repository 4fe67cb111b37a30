// SPDX-License-Identifier: GPL-2.0-or-later
// Where a text matches a query: what is highlighted, and what snippets are chosen by.
#pragma once

#include <cstddef>
#include <vector>

#include "pilcrow/analyzer.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// A stretch of a text, from the first byte of a token to the last of one, that a clause matches.
struct Match {
  Span span = {};
  std::size_t clause = 0;
  double weight = 0;  // Of its clause.
};

// What the clauses that should be found match in a text of these tokens, in order, overlaps left
// out: of two that begin together the longer stays, so a phrase is one match.  Clauses that ask for
// the title alone match nothing in a text.
std::vector<Match> find_matches(const std::vector<Token>& tokens,
                                const std::vector<PlannedClause>& clauses);

}  // namespace pilcrow
