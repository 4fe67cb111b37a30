// SPDX-License-Identifier: GPL-2.0-or-later
// What a person may be about to type.
#pragma once

#include <string_view>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"

namespace pilcrow {

// As Searcher::suggest.  Throws Xapian's exceptions.
std::vector<Suggestion> complete(std::string_view typed, std::size_t limit,
                                 const IndexReader& index, const Analyzer& analyzer);

}  // namespace pilcrow
