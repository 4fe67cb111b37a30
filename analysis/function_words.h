// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>
namespace pilcrow {
bool is_function_word(std::string_view folded_word, std::string_view language);
bool has_function_words(std::string_view language);
}  // namespace pilcrow
