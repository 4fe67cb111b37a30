// SPDX-License-Identifier: GPL-2.0-or-later
// The query language: from what a person types to clauses.  docs/query_syntax.md specifies it.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

enum class ClauseKind {
  words,   // Free text.
  phrase,  // Words in this order, as they stand.
  prefix   // Words that begin so.
};

enum class ClauseRole {
  optional,  // Raises the rank; where no clause is required, at least one must match.
  required,
  excluded
};

struct Clause {
  ClauseKind kind = ClauseKind::words;
  ClauseRole role = ClauseRole::optional;
  bool in_title = false;
  std::string text = {};

  bool operator==(const Clause&) const = default;
};

struct ParsedQuery {
  std::vector<Clause> clauses = {};
  std::set<ParagraphKind> kinds = {};  // What `type:` asks for; empty: nothing.
  std::vector<std::string> notes = {};
};

constexpr std::size_t query_bytes_max = 16384;
constexpr std::size_t query_words_max = 512;

// Never fails on what a person types; only Error{bad_query} for more than query_bytes_max bytes.
// With `match_all`, optional clauses become required.
ParsedQuery parse_query(std::string_view query, bool match_all);

}  // namespace pilcrow
