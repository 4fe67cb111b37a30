// SPDX-License-Identifier: GPL-2.0-or-later
// The words of an index that a pattern stands for.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index_reader.h"
#include "searcher/word_terms.h"

namespace pilcrow {

struct PatternWords {
  std::vector<PlannedWord> words = {};  // Sorted.
  bool is_cut = false;                  // It stands for more words than these.
  bool is_unfinished = false;           // Not all words of the index were looked at.
};

// Whether all of `word` fits: * is any characters, also none, ? is one.  Both are valid UTF-8.
bool fits_pattern(std::string_view word, std::string_view pattern);

// Words of the index that the patterns of one query may look at together.
constexpr std::size_t pattern_scan_max = 4'000'000;

// The alphabetically first `most` words that fit.  `scan_left` words may be looked at, and are
// counted off.  Throws Xapian's exceptions.
PatternWords words_of_pattern(const std::string& pattern, std::size_t most,
                              const IndexReader& index, std::size_t& scan_left);

// Words of at most so many edits (insertion, deletion, replacement, exchange of neighbours); the
// `most` nearest, of equally near ones the alphabetically first.  The same bound and exceptions.
PatternWords words_spelled_nearly(const std::string& word, std::size_t edits, std::size_t most,
                                  const IndexReader& index, std::size_t& scan_left);

}  // namespace pilcrow
