// SPDX-License-Identifier: GPL-2.0-or-later
// Facts of articles as the index finds them.
#pragma once

#include <xapian.h>
#include <optional>
#include <set>
#include <string>

#include "searcher/index_reader.h"
#include "searcher/query_plan.h"

namespace pilcrow {

struct FactQuery {
  IndexQuery query = {};  // Unweighted.
  bool exact = false;     // It finds no others than those with the fact.
};

// A query that finds every passage of articles with a fact, and perhaps others; nothing where the
// index has none, and each passage must be looked at.  Throws Xapian's exceptions.
std::optional<FactQuery> fact_query(const std::string& field, const std::string& value,
                                    const IndexReader& index);

// The same for a set of articles.
std::optional<FactQuery> articles_query(const ArticleSet& articles);

// The names of the facets of articles, as far as the first few thousand show.  Throws Xapian's
// exceptions.
std::set<std::string> facet_names(const IndexReader& index);

}  // namespace pilcrow
