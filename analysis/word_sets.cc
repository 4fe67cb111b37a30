// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_sets.h"

#include <algorithm>

#include "analysis/folding.h"
#include "analysis/stemmer.h"

namespace pilcrow {

WordSets::WordSets(std::span<const LanguageWords> lists) {
  for (const auto& [language, words] : lists) {
    sets_[language].words = words;
    if (language == "no") {
      sets_["nb"].words = sets_["nn"].words = words;
    }
  }
}

void WordSets::fold(std::string_view language, Set& set) {
  for (std::string_view rest = set.words; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    const std::string folded = case_folded(word);
    set.words_folded.insert(Stemmer::keeps_diacritics(language) ? folded
                                                                : diacritics_folded(folded));
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
