// SPDX-License-Identifier: GPL-2.0-or-later
// Stop words: function words that are found but not ranked.
#pragma once

#include <span>
#include <string_view>

#include "analysis/word_sets.h"

namespace pilcrow {

// `word` is folded (case and diacritics).  False for languages without a list.
bool is_stop_word(std::string_view word, std::string_view language);

// The lists that languages share (LanguageDefaults::stop_words).
std::span<const LanguageWords> stop_word_lists();

}  // namespace pilcrow
