// SPDX-License-Identifier: GPL-2.0-or-later
// The words behind analysis/function_words.h.
#pragma once

#include <vector>

#include "analysis/word_sets.h"

namespace pilcrow {

const std::vector<WordList>& function_word_lists();

}  // namespace pilcrow
