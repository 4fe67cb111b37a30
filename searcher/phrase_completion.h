// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases that a word begins, for suggestions.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilcrow/analyzer.h"
#include "searcher/found.h"
#include "searcher/index_reader.h"

namespace pilcrow {

struct FrequentPhrase {
  std::string rest = {};     // What follows the word: "yards", or "of honour".
  std::size_t passages = 0;  // Of those looked at, how many have it.
};

// What follows a folded word in at least three of some passages, most frequent first: one word, or
// stop words and one word.  Throws Xapian's exceptions.
std::vector<FrequentPhrase> frequent_phrases(const std::string& word,
                                             const std::vector<Found>& passages,
                                             const IndexReader& index, const Analyzer& analyzer);

}  // namespace pilcrow
