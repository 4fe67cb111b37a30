// SPDX-License-Identifier: GPL-2.0-or-later
// Stop words: function words that are found but not ranked.
#pragma once

#include <string_view>

namespace pilcrow {

// `word` is folded (case and diacritics).  False for languages without a list.
bool is_stop_word(std::string_view word, std::string_view language);

// True where there is a list for this language.
bool has_stop_words(std::string_view language);

}  // namespace pilcrow
