// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_sets.h"

#include <algorithm>

#include "analysis/folding.h"
#include "analysis/stemmer.h"

namespace pilcrow {

WordSets::WordSets(std::span<const LanguageWords> lists) {
  for (const auto& [language, words] : lists) {
    std::string_view rest = words;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const std::string folded = case_folded(word);
      sets_[language].insert(Stemmer::keeps_diacritics(language) ? folded
                                                                 : diacritics_folded(folded));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
  }
  if (has("no")) {
    sets_["nb"] = sets_["nn"] = sets_["no"];
  }
}

bool WordSets::contains(std::string_view word, std::string_view language) const {
  const auto set = sets_.find(language);
  return set != sets_.end() && set->second.contains(std::string(word));
}

}  // namespace pilcrow
