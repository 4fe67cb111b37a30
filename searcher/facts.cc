// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facts.h"

#include "analysis/folding.h"
#include "base/joined_texts.h"
#include "pilcrow/error.h"
#include "store/article_facts.h"

namespace pilcrow {
namespace {

// The value of a date's beginning; it must be all of the text.
std::string required_date_value(std::string_view date) {
  constexpr std::size_t year_bytes = 2;
  std::string value = date_value(date);
  // "2021", "2021-03", ...: each part after the year is a separator and two digits.
  const std::size_t told = value.empty() ? 0 : 4 + 3 * (value.size() - year_bytes);
  constexpr std::size_t second_bytes = 7;  // A time zone or a fraction may follow.
  if (value.empty() || (told != date.size() && value.size() < second_bytes)) {
    throw Error(ErrorCode::invalid_argument,
                "search: \"" + std::string(date) +
                    "\" is not the beginning of a date; write it as 2021, 2021-03 or 2021-03-14");
  }
  return value;
}

// After all values that begin with this one.
std::string after_all_of(std::string value) {
  constexpr std::size_t value_bytes_max = 8;
  value.resize(value_bytes_max, '\xFF');
  return value;
}

}  // namespace

IndexQuery fact_filter(std::string_view name, const std::vector<std::string>& values) {
  constexpr std::size_t day_bytes = 4;  // Up to days, dates have terms.
  const std::string folded_name = fact_folded(name);
  std::vector<IndexQuery> parts;
  std::vector<std::string> terms;
  for (const std::string& value : values) {
    if (folded_name == "date" && required_date_value(value).size() > day_bytes) {
      parts.push_back(date_filter(value, value));
    } else {
      terms.push_back(fact_term(folded_name, fact_folded(value)));
    }
  }
  parts.push_back(IndexQuery::facts(std::move(terms)));
  return {Xapian::Query::OP_OR, parts};
}

IndexQuery date_filter(std::string_view since, std::string_view until) {
  // Articles without a date have an empty value, which is before this one.
  const std::string first = since.empty() ? std::string(1, '\0') : required_date_value(since);
  const std::string last = after_all_of(until.empty() ? "" : required_date_value(until));
  return IndexQuery::values(date_slot, first, last);
}

std::vector<Filter> filters_of(const SearchOptions& options) {
  std::vector<Filter> filters;
  for (const auto& [name, values] : options.filters) {
    filters.push_back({name + ": " + joined_texts(values, " or "), fact_filter(name, values)});
  }
  if (!options.since.empty() || !options.until.empty()) {
    filters.push_back({"date: " + options.since + ".." + options.until,
                       date_filter(options.since, options.until)});
  }
  return filters;
}

std::string spelled_fact(const IndexReader& index, std::size_t part, const ArticleKey& key,
                         const std::string& name, const std::string& term) {
  if (const auto article = index.find_article(part, key)) {
    for (Fact& fact : facts_of(*article)) {
      if (fact_folded(fact.name) == name && fact_term(name, fact_folded(fact.value)) == term) {
        return std::move(fact.value);
      }
    }
  }
  return term.substr(fact_term_prefix(name).size());
}

IndexQuery filtered(IndexQuery query, const SearchOptions& options) {
  for (const Filter& filter : filters_of(options)) {
    query = IndexQuery(Xapian::Query::OP_FILTER, query, filter.query);
  }
  return query;
}

}  // namespace pilcrow
