// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_sets.h"

#include <algorithm>

#include "analysis/folding.h"

namespace pilcrow {

WordSets::WordSets(std::span<const LanguageWords> lists,
                   std::string_view LanguageDefaults::*list_of) {
  for (const LanguageDefaults& defaults : all_language_defaults()) {
    for (const auto& [language, words] : lists) {
      if (language == defaults.*list_of) {
        sets_[defaults.language].words = words;
      }
    }
  }
}

void WordSets::fold(std::string_view language, Set& set) {
  for (std::string_view rest = set.words; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    const std::string folded = case_folded(word);
    set.words_folded.insert(
        language_defaults(language).keeps_diacritics ? folded : diacritics_folded(folded));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
}

bool WordSets::contains(std::string_view word, std::string_view language) const {
  const auto found = sets_.find(language);
  if (found == sets_.end()) {
    return false;
  }
  Set& set = found->second;
  std::call_once(set.folded, [&] { fold(language, set); });
  return set.words_folded.contains(word);
}

}  // namespace pilcrow
