// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/function_words.h"

#include "analysis/function_word_lists.h"
#include "analysis/stop_words.h"
#include "analysis/word_sets.h"

namespace pilcrow {

bool is_function_word(std::string_view word, std::string_view language) {
  static const WordSets sets(function_word_lists());
  return sets.contains(word, language) && !is_stop_word(word, language);
}

}  // namespace pilcrow
