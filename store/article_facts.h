// SPDX-License-Identifier: GPL-2.0-or-later
// Facts by which articles are found, filtered and counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/schema.h"

namespace pilcrow {

struct Fact {
  std::string name;
  std::string value;  // As the article has it.
};

// "section", "author" (each), "language", "date" (its year, its month and its day, as far as it
// tells) and the facets of an article; a facet with one of these names gives way.
std::vector<Fact> facts_of(const ArticleRecord& article);

// The names in a list of authors: separated by semicolons, "and" or "&"; by commas where each part
// has two words or more, since "Whitfield, Dana" is one.
std::vector<std::string> split_authors(std::string_view authors);

}  // namespace pilcrow
