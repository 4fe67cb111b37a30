// SPDX-License-Identifier: GPL-2.0-or-later
// The order of matches.
#pragma once

#include <xapian.h>
#include <string>

#include "pilcrow/searcher.h"

namespace pilcrow {

// How many hits an article may have; 0: any number.
std::size_t hits_per_article(const SearchOptions& options);

// What a document is sorted by before its score; empty for Sort::relevance.  Articles without a
// date come last.
std::string sort_key(const Xapian::Document& document, const SearchOptions& options);

// Whether a match comes after another.
struct MatchPlace {
  std::string key = {};  // See sort_key.
  double score = 0;
  Xapian::docid document = 0;
};
bool comes_after(const MatchPlace& a, const MatchPlace& b, const SearchOptions& options);

// Makes `enquire` sort and limit its matches as SearchOptions says.
void set_order(Xapian::Enquire& enquire, const SearchOptions& options);

}  // namespace pilcrow
