// SPDX-License-Identifier: GPL-2.0-or-later
// Filtering by facts of articles.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_query.h"
#include "searcher/index_reader.h"

namespace pilcrow {

// The passages of articles with one of some values of a fact, unweighted and exactly: "section",
// "author" (one of them), "language", "date" (or its beginning) or a facet.  Case, diacritics and
// white space do not count. Throws Error{invalid_argument} for a date that is none.
IndexQuery fact_filter(std::string_view name, const std::vector<std::string>& values);

// The passages of articles from `since` to `until`, both included; empty: without a bound.  Throws
// the same.
IndexQuery date_filter(std::string_view since, std::string_view until);

// The value of a term of a fact, which has it folded, as an article of one of the indexes has it.
// Throws Xapian's exceptions.
std::string spelled_fact(const IndexReader& index, std::size_t part, const ArticleKey& key,
                         const std::string& name, const std::string& term);

struct Filter {
  std::string name = {};  // As a person would say it: "section: Water or Trade".
  IndexQuery query = {};
};

// What SearchOptions asks for besides the query; all must hold.  Throws the same.
std::vector<Filter> filters_of(const SearchOptions& options);

// The passages of `query` that pass all filters, weighted as they are.  Throws the same.
IndexQuery filtered(IndexQuery query, const SearchOptions& options);

}  // namespace pilcrow
