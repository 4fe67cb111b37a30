// SPDX-License-Identifier: GPL-2.0-or-later
// What a byte of ASCII is, whatever the locale says, and the place of what is not found.
#pragma once

#include <cstddef>
#include <string_view>

namespace pilcrow {

inline constexpr std::size_t npos = std::string_view::npos;

// White space as XML and wikis have it.
inline constexpr std::string_view ascii_spaces = " \t\r\n";

inline bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

inline bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

}  // namespace pilcrow
