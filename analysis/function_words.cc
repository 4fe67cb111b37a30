// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/function_words.h"

#include "analysis/function_word_lists.h"
#include "analysis/language_defaults.h"
#include "analysis/stop_words.h"
#include "analysis/word_sets.h"

namespace pilcrow {

namespace {

const WordSets& function_word_sets() {
  static const WordSets made(function_word_lists(), &LanguageDefaults::function_words);
  return made;
}

}  // namespace

bool is_function_word(std::string_view word, std::string_view language) {
  return function_word_sets().contains(word, language) && !is_stop_word(word, language);
}

}  // namespace pilcrow
