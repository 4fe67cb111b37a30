// SPDX-License-Identifier: GPL-2.0-or-later
// The query language: from what a person types to a tree.  docs/query_syntax.md specifies it.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"
#include "pilcrow/searcher.h"

namespace pilcrow {

enum class NodeKind {
  words,          // Free text, usually one word.
  phrase,         // Words in this order, as they stand.
  window,         // Words as they stand, in any order, within a stretch of the text.
  wildcard,       // Words of a pattern: * is any letters, ? is one.
  fuzzy,          // Words that are spelled nearly so.
  fact,           // Something known of the article.
  near,           // Members that stand near the one before them.
  group,          // Members by their roles.
  within_article  // Members that the article has, in whichever passages.
};

enum class ClauseRole {
  optional,  // Raises the rank; where a group requires nothing else, at least one must match.
  required,
  excluded
};

struct Node {
  NodeKind kind = NodeKind::words;
  ClauseRole role = ClauseRole::optional;  // In the group that it is a member of.
  bool in_title = false;                   // Only the title counts; of each leaf.
  bool quoted = false;                     // A phrase that is required only since it is one.
  bool marked = false;        // Excluded by a "-", which people write for other reasons.
  bool apart = false;         // Member of `near`: not near the one before it.
  bool alternatives = false;  // Group: joined by OR, so one is enough where all words must occur.
  std::size_t distance = 0;   // window: other words in it; member of `near`: words.
  std::size_t edits = 0;      // fuzzy.
  double boost = 1;
  std::string field = {};  // Of a fact.
  std::string text = {};   // Of a leaf.
  std::vector<Node> members = {};
  Span span = {};  // In the query.
};

struct ParsedQuery {
  Node root = {.kind = NodeKind::group};
  std::set<ParagraphKind> kinds = {};  // What `type:` asks for; empty: nothing.
  std::vector<QueryNote> notes = {};
};

constexpr std::size_t query_bytes_max = 16384;
constexpr std::size_t query_words_max = 512;
constexpr std::size_t nesting_max = 64;
constexpr std::size_t near_default = 10;
constexpr std::size_t distance_max = 10'000;
constexpr std::size_t edits_default = 2;
constexpr double boost_max = 100;

// Whether the articles of an index have a facet of this name.
using FacetLookup = std::function<bool(const std::string& name)>;

// Never fails on what a person types; only Error{bad_query} for more than query_bytes_max bytes.
// With `match_all`, optional members become required, but for the alternatives of an OR.  Throws
// what `is_facet` throws.
ParsedQuery parse_query(std::string_view query, bool match_all, const FacetLookup& is_facet);

}  // namespace pilcrow
