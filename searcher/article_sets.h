// SPDX-License-Identifier: GPL-2.0-or-later
// Which articles have something in any of their passages.
#pragma once

#include "pilcrow/analyzer.h"
#include "searcher/index_reader.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// Passages that one search for articles looks at; where there are more, the articles of the first
// ones are found.
constexpr std::size_t article_passages_max = 1'000'000;

// The articles with a passage that matches; with `among`, perhaps only those of them.  `is_cut` is
// set where article_passages_max was reached.  Throws Xapian's exceptions.
ArticleSet articles_matching(const QueryPlan& plan, const ArticleSet* among,
                             const IndexReader& index, const Analyzer& analyzer, bool& is_cut);

}  // namespace pilcrow
