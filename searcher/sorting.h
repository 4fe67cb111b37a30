// SPDX-License-Identifier: GPL-2.0-or-later
// The order of matches.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>

#include "pilcrow/searcher.h"
#include "searcher/document_id.h"
#include "searcher/found.h"

namespace pilcrow {

// How many hits an article may have; 0: any number.
std::size_t hits_per_article(const SearchOptions& options);

bool is_descending(Sort sort);

// Of a passage of an article without a date, where the oldest come first.
inline constexpr std::string_view key_without_date = "\xFF";

// Big-endian, so that texts sort as numbers do.
std::string sortable(DocumentId id);

// What a document is sorted by before its score; empty for Sort::relevance.  Articles without a
// date come last.  `by_article`: those of an article stand together, its best in front.
std::string sort_key(const Xapian::Document& document, DocumentId id, Sort sort, bool by_article);

// Xapian adds the parts of a score in an order that depends on how frequent terms are in an index,
// so equal scores may differ in their last bits.  In these steps they are equal again.
double in_steps(double score);

// Whether a match comes before another.
bool comes_before(const Found& a, const Found& b, Sort sort);

}  // namespace pilcrow
