// SPDX-License-Identifier: GPL-2.0-or-later
// The engine of the light stemmers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

// Applies SuffixRules, which must outlive it.  Thread-safe.
class SuffixStemmer {
 public:
  explicit SuffixStemmer(const SuffixRules& rules);

  // The stem of a case-folded word of valid UTF-8; empty only for an empty word.
  std::string stem(std::string_view word) const;

  // The stemmer of a language, or null.
  static const SuffixStemmer* find(std::string_view language);

 private:
  struct Table {
    std::size_t letters_min = 0;
    std::size_t bytes_max = 0;
    std::unordered_map<std::string_view, std::string_view> replacements = {};
  };

  static Table make_table(std::size_t letters_min, std::string_view entries);
  static bool replace_end(std::string& word, const Table& table);

  std::vector<std::pair<std::string_view, std::string_view>> spellings_;
  std::vector<Table> groups_;
  Table endings_;
};

}  // namespace pilcrow
