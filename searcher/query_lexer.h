// SPDX-License-Identifier: GPL-2.0-or-later
// From the characters of a query to its tokens.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/searcher.h"

namespace pilcrow {

enum class QueryTokenKind {
  word,
  phrase,
  open,
  close,
  op_and,
  op_or,
  op_not,
  op_near,
  op_not_near
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::word;
  std::string_view text = {};  // Of a word without its suffixes, what a phrase quotes, an operator.
  Span span = {};              // With sign, field and suffixes.
  char sign = 0;               // '+' or '-' in front of it; 0: none.
  std::string field = {};      // "title" of `title:x`.
  bool is_quotation = false;   // A phrase whose marks came with the text, as it seems.
  bool within_article = false;               // An `open` after WITHIN ARTICLE.
  std::optional<std::size_t> distance = {};  // After ~ or /.
  double boost = 1;                          // After ^; of a group at its `close`.
};

struct LexedQuery {
  std::vector<QueryToken> tokens = {};  // Every `open` has its `close`.
  // As long as people only paste: its parentheses, tildes and so on are punctuation.
  bool is_prose = false;
  std::vector<QueryNote> notes = {};
};

// The tokens of `query`, which is valid UTF-8 and must outlive them.
LexedQuery lex_query(std::string_view query);

}  // namespace pilcrow
