// SPDX-License-Identifier: GPL-2.0-or-later
// Facts of articles, as a query asks for them: `author:whitfield date:2018-09..2018-12`.
#pragma once

#include <string>
#include <string_view>

#include "pilcrow/analyzer.h"
#include "store/schema.h"

namespace pilcrow {

// Whether this is a field of every index; others are facets.
bool is_fact_name(std::string_view name);

// Whether a fact can have such a value: dates and languages are not just any words.
bool is_fact_value(std::string_view name, std::string_view value);

// What a value of this field looks like, for notes.
std::string fact_value_help(std::string_view name);

// A span of time, both ends included and each as exact as it is written: "2018" is a year.
struct DateRange {
  std::string first = {};  // Empty: from ever.
  std::string last = {};   // Empty: for ever.
  bool first_excluded = false;
  bool last_excluded = false;

  // False for an empty date.
  bool holds(std::string_view date) const;
};

// `2018-09`, `2018..2019-03`, `2018..`, `..2018`, `>=2018`, `>2018`, `<=2018`, `<2018`.  False
// where it is none.
bool parse_date_range(std::string_view value, DateRange& range);

// Whether the words of `wanted` stand in a fact in order, case and diacritics aside.
bool holds_words(std::string_view fact, std::string_view wanted, const Analyzer& analyzer);

// Whether an article has the fact.  "article" compares the id, "lang" the code, "date" a range;
// of all others, the fact (of authors, one of them) must hold the words of `value`.
bool has_fact(const ArticleRecord& article, const std::string& name, const std::string& value,
              const Analyzer& analyzer);

}  // namespace pilcrow
