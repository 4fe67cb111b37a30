// SPDX-License-Identifier: GPL-2.0-or-later
// How many edits lie between two words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pilcrow {

// The characters of UTF-8; U+FFFD for a byte that is no part of valid UTF-8.
std::u32string characters(std::string_view text);

// Insertions, deletions, replacements and exchanges of neighbouring characters that turn `a` into
// `b` (optimal string alignment; Damerau, CACM 7(3), 1964); `most` + 1 where it takes more.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace pilcrow
