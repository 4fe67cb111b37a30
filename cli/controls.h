// SPDX-License-Identifier: GPL-2.0-or-later
// Text of others, as it may be shown on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pilcrow {

// `text` with `instead` in place of each byte of a control character, which could command the
// terminal or break a line: C0, delete, and C1 as UTF-8 spells it (C2 80 to C2 9F).
inline std::string without_controls(std::string_view text, char instead) {
  std::string clean(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const auto byte = static_cast<unsigned char>(clean[i]);
    const auto next = static_cast<unsigned char>(i + 1 < clean.size() ? clean[i + 1] : '\0');
    if (byte < ' ' || byte == 0x7F) {
      clean[i] = instead;
    } else if (byte == 0xC2 && next >= 0x80 && next <= 0x9F) {
      clean[i] = instead;
      clean[++i] = instead;
    }
  }
  return clean;
}

}  // namespace pilcrow
