// SPDX-License-Identifier: GPL-2.0-or-later
// UTF-8: validity, and repair of what is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pilcrow {

// The byte order mark in UTF-8.
inline constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

// True where `text` is well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates).
bool is_valid_utf8(std::string_view text) noexcept;

// How `text` breaks at its first part that is no UTF-8.
struct Utf8Break {
  std::size_t valid = 0;   // Bytes in front of it.
  std::size_t broken = 0;  // Bytes of it, a maximal ill-formed part; 0: there is none.
};

Utf8Break find_utf8_break(std::string_view text) noexcept;

// `text` with each maximal ill-formed part (Unicode 15, section 3.9) replaced by U+FFFD.  Adds the
// number of replacements to `replaced`.
std::string repair_utf8(std::string_view text, std::size_t& replaced);

// A character, which is no surrogate and at most U+10FFFF, in UTF-8.
std::string utf8_of(std::uint32_t character);

}  // namespace pilcrow
