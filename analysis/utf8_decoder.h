// SPDX-License-Identifier: GPL-2.0-or-later
// Characters of UTF-8, one by one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pilcrow {

struct DecodedCharacter {
  char32_t character = 0;  // U+FFFD for a byte that is no part of valid UTF-8.
  std::size_t end = 0;     // The byte after it.
};

// The character that begins at byte `at`, which is inside the text.
inline DecodedCharacter decode_utf8(std::string_view text, std::size_t at) {
  constexpr std::array<char32_t, 4> smallest = {0, 0x80, 0x800, 0x10000};
  const DecodedCharacter invalid = {0xFFFD, at + 1};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    return {lead, at + 1};
  }
  const std::size_t more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  if (more == 0 || lead > 0xF4 || text.size() - at <= more) {
    return invalid;
  }
  char32_t character = lead & (0x3FU >> more);
  for (std::size_t i = 1; i <= more; ++i) {
    const std::uint32_t bits = static_cast<unsigned char>(text[at + i]) ^ 0x80U;
    if (bits >= 0x40) {
      return invalid;
    }
    character = character << 6 | bits;
  }
  const bool is_surrogate = character >= 0xD800 && character < 0xE000;
  const bool is_character = character >= smallest[more] && !is_surrogate && character < 0x110000;
  return is_character ? DecodedCharacter{character, at + more + 1} : invalid;
}

}  // namespace pilcrow
