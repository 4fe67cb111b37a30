// SPDX-License-Identifier: GPL-2.0-or-later
// The words of an index that a pattern stands for.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/word_terms.h"

namespace pilcrow {

struct PatternWords {
  std::vector<PlannedWord> words = {};
  bool is_cut = false;  // It stands for more words than these.
};

// Whether all of `word` fits: * is any characters, also none, ? is one.  Both are valid UTF-8.
bool fits_pattern(std::string_view word, std::string_view pattern);

// The alphabetically first `most` words that fit.  Only as many words of the index as
// pattern_scan_max are looked at.  Throws Xapian's exceptions.
PatternWords words_of_pattern(const std::string& pattern, std::size_t most,
                              const Xapian::Database& database);

// Words of at most so many edits (insertion, deletion, replacement, exchange of neighbours); the
// `most` nearest, equally near ones alphabetically.  The same bound and exceptions.
PatternWords words_spelled_nearly(const std::string& word, std::size_t edits, std::size_t most,
                                  const Xapian::Database& database);

constexpr std::size_t pattern_scan_max = 2'000'000;

}  // namespace pilcrow
