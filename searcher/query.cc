// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "corpus/utf8.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

// What people paste from texts counts as quotation marks too.
constexpr std::array<std::string_view, 7> quotes = {"\"", "“", "”", "„", "«", "»", "＂"};

std::string_view quote_at(std::string_view text) {
  for (const std::string_view quote : quotes) {
    if (text.starts_with(quote)) {
      return quote;
    }
  }
  return {};
}

constexpr std::ptrdiff_t pasted_words_min = 20;

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

class Parser {
 public:
  explicit Parser(std::string_view query) : rest_(query) {}

  ParsedQuery parse() {
    while (skip_space()) {
      parse_clause();
    }
    settle_phrases();
    return std::move(parsed_);
  }

 private:
  bool skip_space() {
    while (!rest_.empty() && is_space(rest_.front())) {
      rest_.remove_prefix(1);
    }
    return !rest_.empty();
  }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) {
      return false;
    }
    rest_.remove_prefix(text.size());
    return true;
  }

  // An operator stands alone, in capitals; inside a phrase or in lower case it is a word.
  bool take_operator(std::string_view name) {
    if (!rest_.starts_with(name) || rest_.size() == name.size() || !is_space(rest_[name.size()])) {
      return false;
    }
    rest_.remove_prefix(name.size());
    return true;
  }

  void parse_clause() {
    if (take_operator("OR")) {
      return;
    }
    if (take_operator("AND")) {
      require_last();
      next_role_ = ClauseRole::required;
      return;
    }
    if (take_operator("NOT")) {
      next_role_ = ClauseRole::excluded;
      return;
    }
    Clause clause{.role = std::exchange(next_role_, ClauseRole::optional)};
    // A sign counts only in front of something: "Reykjavik - Oslo" excludes nothing.
    if (rest_.size() > 1 && !is_space(rest_[1])) {
      if (take("-")) {
        clause.role = ClauseRole::excluded;
      } else if (take("+")) {
        clause.role = ClauseRole::required;
      }
    }
    if (clause.role != ClauseRole::excluded && take_type()) {
      return;
    }
    clause.in_title = take("title:");
    parse_text(clause);
  }

  // `type:caption`; of several, passages of any.
  bool take_type() {
    constexpr std::string_view field = "type:";
    if (!rest_.starts_with(field)) {
      return false;
    }
    const std::string_view before = rest_;
    rest_.remove_prefix(field.size());
    const std::string name(take_word());
    const std::set<ParagraphKind> kinds = paragraph_kinds(name);
    if (kinds.empty()) {
      rest_ = before;
      parsed_.notes.push_back("type:" + name +
                              " is no type of passage (body, furniture, headline, caption ...); "
                              "searched as words");
      return false;
    }
    parsed_.kinds.insert(kinds.begin(), kinds.end());
    return true;
  }

  void require_last() {
    if (!parsed_.clauses.empty() && parsed_.clauses.back().role == ClauseRole::optional) {
      parsed_.clauses.back().role = ClauseRole::required;
    }
  }

  void parse_text(Clause& clause) {
    if (const std::string_view quote = quote_at(rest_); !quote.empty()) {
      rest_.remove_prefix(quote.size());
      if (std::optional<std::string_view> phrase = take_to_quote()) {
        clause.kind = ClauseKind::phrase;
        clause.text = *phrase;
        add(std::move(clause));
        return;
      }
      parsed_.notes.emplace_back("a quotation mark has no partner; searched as words");
      if (!skip_space()) {
        return;
      }
    }
    std::string_view word = take_word();
    if (word.size() > 1 && word.ends_with('*')) {
      word.remove_suffix(1);
      clause.kind = ClauseKind::prefix;
    }
    clause.text = word;
    add(std::move(clause));
  }

  std::optional<std::string_view> take_to_quote() {
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      if (const std::string_view quote = quote_at(rest_.substr(i)); !quote.empty()) {
        const std::string_view phrase = rest_.substr(0, i);
        rest_.remove_prefix(i + quote.size());
        return phrase;
      }
    }
    return std::nullopt;
  }

  std::string_view take_word() {
    std::size_t size = 0;
    while (size < rest_.size() && !is_space(rest_[size]) && quote_at(rest_.substr(size)).empty()) {
      ++size;
    }
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }

  // What stands in quotation marks must be there, unless it stands in a text as long as people only
  // paste: there it is somebody's quotation, and its words are as good as all others.
  void settle_phrases() {
    const auto words =
        std::count_if(parsed_.clauses.begin(), parsed_.clauses.end(),
                      [](const Clause& clause) { return clause.kind == ClauseKind::words; });
    const bool pasted = words >= pasted_words_min;
    bool noted = false;
    for (Clause& clause : parsed_.clauses) {
      if (clause.kind != ClauseKind::phrase || clause.role != ClauseRole::optional) {
        continue;
      }
      if (!pasted) {
        clause.role = ClauseRole::required;
        continue;
      }
      clause.kind = ClauseKind::words;
      if (!std::exchange(noted, true)) {
        parsed_.notes.emplace_back(
            "in a query this long, quoted phrases are searched as words; +\"...\" requires one");
      }
    }
  }

  // What is asked of the title must be there.
  void add(Clause clause) {
    if (clause.in_title && clause.role == ClauseRole::optional) {
      clause.role = ClauseRole::required;
    }
    if (!clause.text.empty()) {
      parsed_.clauses.push_back(std::move(clause));
    }
  }

  std::string_view rest_;
  ClauseRole next_role_ = ClauseRole::optional;
  ParsedQuery parsed_;
};

}  // namespace

ParsedQuery parse_query(std::string_view query, bool match_all) {
  if (query.size() > query_bytes_max) {
    throw Error(ErrorCode::bad_query, "read the query: it has " + std::to_string(query.size()) +
                                          " bytes, at most " + std::to_string(query_bytes_max) +
                                          " are allowed; search for its main words");
  }
  std::size_t replaced = 0;
  const std::string repaired = repair_utf8(query, replaced);
  ParsedQuery parsed = Parser(repaired).parse();
  if (replaced > 0) {
    parsed.notes.emplace_back("the query is not valid UTF-8; its broken parts were ignored");
  }
  if (match_all) {
    for (Clause& clause : parsed.clauses) {
      if (clause.role == ClauseRole::optional) {
        clause.role = ClauseRole::required;
      }
    }
  }
  return parsed;
}

}  // namespace pilcrow
