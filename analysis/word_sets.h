// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists by language.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "analysis/language_defaults.h"

namespace pilcrow {

struct LanguageWords {
  std::string_view language;
  std::string_view words;  // Separated by spaces, not folded.
};

// The folded words of lists.  Words keep the diacritics that terms keep
// (LanguageDefaults::keeps_diacritics): ask for the term of a token there, elsewhere for its word.
// Thread-safe.
class WordSets {
 public:
  // `list_of` has, of each language, whose list is its own.
  WordSets(std::span<const LanguageWords> lists, std::string_view LanguageDefaults::*list_of);

  // `word` is folded (case and diacritics).  False for languages without a list.
  bool contains(std::string_view word, std::string_view language) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>()(word);
    }
  };
  // Folded when it is first asked for: most indexes have few languages.
  struct Set {
    std::string_view words;
    std::once_flag folded;
    std::unordered_set<std::string, Hash, std::equal_to<>> words_folded;
  };

  static void fold(std::string_view language, Set& set);

  mutable std::map<std::string_view, Set> sets_;
};

}  // namespace pilcrow
