// SPDX-License-Identifier: GPL-2.0-or-later
// The words behind analysis/function_words.h.
#pragma once

#include <span>

#include "analysis/word_sets.h"

namespace pilcrow {

std::span<const LanguageWords> function_word_lists();

}  // namespace pilcrow
