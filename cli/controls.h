// SPDX-License-Identifier: GPL-2.0-or-later
// Text of others, as it may be shown on a terminal.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace pilcrow {

// `text` with `instead` in place of control characters, which could command the terminal or break a
// line.
inline std::string without_controls(std::string_view text, char instead) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(),
      [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f'; }, instead);
  return clean;
}

}  // namespace pilcrow
