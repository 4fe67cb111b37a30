// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/fact_match.h"

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/language_code.h"
#include "store/article_facts.h"

namespace pilcrow {
namespace {

constexpr std::array<std::string_view, 6> names = {"section", "author",   "date",
                                                   "lang",    "language", "article"};

// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
    return false;
  }
  return std::equal(text.begin(), text.end(), form.begin(), [](char c, char expected) {
    return expected == '-' ? c == '-' : c >= '0' && c <= '9';
  });
}

bool is_end(std::string_view text) {
  return text.empty() || is_date(text);
}

std::vector<std::string> words_of(std::string_view text, const Analyzer& analyzer) {
  std::vector<std::string> words;
  for (Token& token : analyzer.analyze(text, "")) {
    words.push_back(std::move(token.word));
  }
  return words;
}

}  // namespace

bool is_fact_name(std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_fact_value(std::string_view name, std::string_view value) {
  DateRange range;
  if (name == "lang" || name == "language") {
    return !language_code(value).empty();
  }
  return name != "date" || parse_date_range(value, range);
}

std::string fact_value_help(std::string_view name) {
  return name == "date" ? "such as 2018, 2018-09, 2018-09..2018-12, >=2018" : "such as en";
}

bool parse_date_range(std::string_view value, DateRange& range) {
  range = {};
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    range.first = value.substr(0, dots);
    range.last = value.substr(dots + 2);
    return is_end(range.first) && is_end(range.last) && value.size() > 2;
  }
  const bool after = value.starts_with('>');
  const bool before = value.starts_with('<');
  value.remove_prefix(after || before ? 1 : 0);
  const bool with_end = (after || before) && value.starts_with('=');
  value.remove_prefix(with_end ? 1 : 0);
  range.first = before ? "" : value;
  range.last = after ? "" : value;
  range.first_excluded = after && !with_end;
  range.last_excluded = before && !with_end;
  return is_date(value);
}

bool DateRange::holds(std::string_view date) const {
  const int to_first = date.substr(0, first.size()).compare(first);
  const int to_last = date.substr(0, last.size()).compare(last);
  const bool begun = first.empty() || (first_excluded ? to_first > 0 : to_first >= 0);
  const bool over = !last.empty() && (last_excluded ? to_last >= 0 : to_last > 0);
  return !date.empty() && begun && !over;
}

bool holds_words(std::string_view fact, std::string_view wanted, const Analyzer& analyzer) {
  const std::vector<std::string> searched = words_of(wanted, analyzer);
  const std::vector<std::string> words = words_of(fact, analyzer);
  return !searched.empty() &&
         std::search(words.begin(), words.end(), searched.begin(), searched.end()) != words.end();
}

bool has_fact(const ArticleRecord& article, const std::string& name, const std::string& value,
              const Analyzer& analyzer) {
  if (name == "article") {
    return article.id == value;
  }
  if (name == "date") {
    DateRange range;
    return parse_date_range(value, range) && range.holds(article.date);
  }
  if (name == "lang" || name == "language") {
    return !value.empty() && article.language == language_code(value);
  }
  const std::vector<Fact> facts = facts_of(article);
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.name == name && holds_words(fact.value, value, analyzer);
  });
}

}  // namespace pilcrow
