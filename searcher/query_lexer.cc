// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_lexer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "searcher/query.h"
#include "searcher/query_characters.h"

namespace pilcrow {
namespace {

using enum QueryTokenKind;

constexpr std::size_t pasted_words_min = 20;
constexpr std::size_t quoting_words_min = 5;
constexpr std::size_t none = std::string_view::npos;

class Lexer {
 public:
  Lexer(std::string_view query, bool is_prose) : query_(query) { lexed_.is_prose = is_prose; }

  LexedQuery lex() {
    is_list_ = begins_each_line_with_dash(query_);
    if (is_list_) {
      const std::size_t first = query_.find('-');
      note("each line begins with a \"-\", as those of a list do; it leaves nothing out",
           {first, first + 1});
    }
    while (skip_space()) {
      lex_token();
    }
    drop_unpaired();
    return std::move(lexed_);
  }

 private:
  std::string_view rest() const { return query_.substr(at_); }
  bool is_end(std::size_t at) const { return at >= query_.size() || is_space(query_[at]); }

  bool skip_space() {
    while (at_ < query_.size() && is_space(query_[at_])) {
      ++at_;
    }
    return at_ < query_.size();
  }

  void note(std::string text, Span span) { lexed_.notes.push_back({std::move(text), span}); }

  void add(QueryToken token) {
    token.span.end = at_;
    lexed_.tokens.push_back(std::move(token));
  }

  void lex_token() {
    if (is_list_ && query_[at_] == '-' && is_at_line_begin(query_, at_)) {
      ++at_;
      return;
    }
    if (lex_close() || lex_operator()) {
      return;
    }
    QueryToken token;
    token.span.begin = at_;
    // A sign counts only in front of something: "Reykjavik - Oslo" excludes nothing.
    if ((query_[at_] == '+' || query_[at_] == '-') && !is_end(at_ + 1) &&
        (lexed_.is_prose || mark_at(rest().substr(1), closing).empty())) {
      token.sign = query_[at_++];
    }
    take_within_article(token);
    take_field(token);
    if (!lex_open(token) && !lex_phrase(token)) {
      lex_word(token);
    }
  }

  void take_field(QueryToken& token) {
    const std::size_t size = field_size(rest());
    const std::string_view name = rest().substr(0, size);
    if (size > 0 && (!lexed_.is_prose || name == "title" || name == "type")) {
      token.field = name;
      at_ += size + 1;
    }
  }

  // An operator stands alone, in capitals; inside a phrase or in lower case it is a word.
  bool lex_operator() {
    constexpr std::array<std::pair<std::string_view, QueryTokenKind>, 5> operators = {
        {{"AND", op_and},
         {"OR", op_or},
         {"NOTNEAR", op_not_near},
         {"NOT", op_not},
         {"NEAR", op_near}}};
    for (const auto& [name, kind] : operators) {
      const bool is_near = kind == op_near || kind == op_not_near;
      if (!rest().starts_with(name) || (is_near && lexed_.is_prose)) {
        continue;
      }
      QueryToken token{.kind = kind, .span = {at_, at_}};
      std::size_t size = name.size();
      std::size_t digits = 0;
      if (is_near && rest().substr(size).starts_with('/')) {
        token.distance = number_at(rest().substr(size + 1), digits);
        size += token.distance ? 1 + digits : 0;
      }
      const std::string_view after = rest().substr(size);
      if (is_end(at_ + size) || (!lexed_.is_prose && !mark_at(after, opening).empty())) {
        token.text = rest().substr(0, size);
        at_ += size;
        add(std::move(token));
        return true;
      }
    }
    return false;
  }

  void take_within_article(QueryToken& token) {
    std::string_view text = rest();
    for (const std::string_view word : {"WITHIN", "ARTICLE"}) {
      if (lexed_.is_prose || !text.starts_with(word)) {
        return;
      }
      text.remove_prefix(word.size());
      text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    }
    if (!mark_at(text, opening).empty()) {
      token.within_article = true;
      at_ = query_.size() - text.size();
    }
  }

  bool lex_open(QueryToken& token) {
    const std::string_view mark = mark_at(rest(), opening);
    if (lexed_.is_prose || mark.empty()) {
      return false;
    }
    const Span place{at_, at_ + mark.size()};
    at_ = place.end;
    if (open_.size() >= nesting_max) {
      open_.push_back(none);
      if (!std::exchange(noted_nesting_, true)) {
        note("parentheses more than " + std::to_string(nesting_max) + " deep are ignored", place);
      }
      return true;
    }
    open_.push_back(lexed_.tokens.size());
    token.kind = open;
    add(std::move(token));
    return true;
  }

  bool lex_close() {
    const std::string_view mark = mark_at(rest(), closing);
    if (lexed_.is_prose || mark.empty()) {
      return false;
    }
    QueryToken token{.kind = close, .span = {at_, at_}};
    at_ += mark.size();
    if (open_.empty()) {
      note("a parenthesis has no partner; it is ignored", {token.span.begin, at_});
      return true;
    }
    take_boost(token);
    if (open_.back() != none) {
      add(std::move(token));
    }
    open_.pop_back();
    return true;
  }

  bool lex_phrase(QueryToken& token) {
    const std::string_view quote = mark_at(rest(), quotes);
    if (quote.empty()) {
      return false;
    }
    const std::size_t begin = at_ + quote.size();
    for (std::size_t i = begin; i < query_.size(); ++i) {
      if (const std::string_view end = mark_at(query_.substr(i), quotes); !end.empty()) {
        token.kind = phrase;
        token.text = query_.substr(begin, i - begin);
        at_ = i + end.size();
        const std::size_t end_of_text = at_;
        take_slop(token);
        take_boost(token);
        token.is_quotation = mark_at(quote, typed_quotes).empty() && at_ == end_of_text;
        add(std::move(token));
        return true;
      }
    }
    note("a quotation mark has no partner; searched as words", {at_, begin});
    at_ = begin;
    return is_end(at_);
  }

  void take_slop(QueryToken& token) {
    std::size_t digits = 0;
    if (!lexed_.is_prose && rest().starts_with('~')) {
      token.distance = number_at(rest().substr(1), digits);
      at_ += token.distance ? 1 + digits : 0;
    }
  }

  // After a phrase or a group.
  void take_boost(QueryToken& token) {
    if (lexed_.is_prose || !rest().starts_with('^')) {
      return;
    }
    const std::size_t size = std::min(rest().find_first_not_of("0123456789.", 1), rest().size());
    if (const auto boost = boost_of(rest().substr(1, size - 1))) {
      token.boost = *boost;
      at_ += size;
    }
  }

  // A parenthesis within a word is a part of it: "f(x)".
  void lex_word(QueryToken& token) {
    const std::size_t begin = at_;
    std::size_t inner = 0;
    while (!is_end(at_) && mark_at(rest(), quotes).empty()) {
      const bool is_open = !mark_at(rest(), opening).empty();
      const bool is_close = !mark_at(rest(), closing).empty();
      if (!lexed_.is_prose && is_close && inner == 0) {
        break;
      }
      if (!lexed_.is_prose && is_open && at_ > begin && query_[at_ - 1] == ':') {
        break;  // The group of a field.
      }
      inner += is_open ? 1 : 0;
      inner -= is_close && inner > 0 ? 1 : 0;
      ++at_;
    }
    token.text = query_.substr(begin, at_ - begin);
    if (!lexed_.is_prose) {
      take_suffixes(token);
    }
    if (!token.text.empty()) {
      add(std::move(token));
    }
  }

  // `word~1^2`.  A power such as 10^2 is none.
  void take_suffixes(QueryToken& token) {
    std::string_view& text = token.text;
    if (const std::size_t caret = text.rfind('^'); caret != none && caret > 0) {
      const auto boost = caret + 1 < text.size() ? boost_of(text.substr(caret + 1)) : std::nullopt;
      if (boost &&
          !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(caret), is_digit)) {
        token.boost = *boost;
        text = text.substr(0, caret);
      }
    }
    const std::size_t tilde = text.rfind('~');
    if (tilde == none || tilde == 0 || text.find_first_of("*?") != none) {
      return;
    }
    const std::string_view edits = text.substr(tilde + 1);
    if (edits.empty() || edits == "1" || edits == "2") {
      token.distance = edits.empty() ? edits_default : static_cast<std::size_t>(edits[0] - '0');
      text = text.substr(0, tilde);
    }
  }

  void drop_unpaired() {
    std::erase(open_, none);
    for (; !open_.empty(); open_.pop_back()) {
      const auto token = lexed_.tokens.begin() + static_cast<std::ptrdiff_t>(open_.back());
      note("a parenthesis has no partner; it is ignored", token->span);
      lexed_.tokens.erase(token);
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  // The tokens of open groups; `none`: one that is ignored.
  bool noted_nesting_ = false;
  bool is_list_ = false;
  LexedQuery lexed_;
};

bool is_binary(const QueryToken& token) {
  return token.kind == op_and || token.kind == op_or || token.kind == op_near ||
         token.kind == op_not_near;
}

// Whether somebody built this, however long it is: an operator joins groups, or has a number.
bool is_built(const std::vector<QueryToken>& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const QueryTokenKind before = tokens[i - 1].kind;
    const QueryTokenKind after = tokens[i + 1].kind;
    const bool joins = (before == close || after == open) && before != open && after != close;
    if (is_binary(tokens[i]) && (joins || tokens[i].distance)) {
      return true;
    }
  }
  return false;
}

// Where everything is in capitals, a NEAR without a number is a word like the others.
void settle_near(std::string_view query, std::vector<QueryToken>& tokens) {
  const bool shouted =
      std::none_of(query.begin(), query.end(), [](char c) { return is_small(c) || c < 0; });
  for (QueryToken& token : tokens) {
    const bool is_near = token.kind == op_near || token.kind == op_not_near;
    if (shouted && is_near && !token.distance) {
      token.kind = word;
    }
  }
}

}  // namespace

LexedQuery lex_query(std::string_view query) {
  LexedQuery lexed = Lexer(query, false).lex();
  const bool has_small = std::any_of(query.begin(), query.end(), is_small);
  std::size_t words = 0;
  for (const QueryToken& token : lexed.tokens) {
    words += token.kind == word ? words_about(token.text) : 0;
  }
  if (words >= pasted_words_min && !(has_small && is_built(lexed.tokens))) {
    return Lexer(query, true).lex();
  }
  for (QueryToken& token : lexed.tokens) {
    token.is_quotation &= words >= quoting_words_min;
  }
  settle_near(query, lexed.tokens);
  return lexed;
}

}  // namespace pilcrow
