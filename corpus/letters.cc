// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/letters.h"

namespace pilcrow {
namespace {

// Capitals that UTF-8 spells in two bytes: À-Þ, Ѐ-Я and the Kazakh letters of U+0490 to U+04FF, of
// which the even ones are capitals.
unsigned small_letter(unsigned character) {
  const bool is_latin = character >= 0xC0 && character <= 0xDE && character != 0xD7;
  if (is_latin || (character >= 0x410 && character <= 0x42F)) {
    return character + 0x20;
  }
  if (character >= 0x400 && character <= 0x40F) {
    return character + 0x50;
  }
  const bool has_pairs =
      character >= 0x490 && character <= 0x4FF && (character < 0x4C0 || character > 0x4CF);
  return has_pairs ? character | 1U : character;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (byte >= 'A' && byte <= 'Z') {
      lower[i] = static_cast<char>(byte + ('a' - 'A'));
    } else if (byte >= 0xC3 && byte <= 0xD3 && i + 1 < lower.size()) {
      const auto next = static_cast<unsigned char>(lower[i + 1]);
      const unsigned small = small_letter((byte & 0x1FU) << 6U | (next & 0x3FU));
      lower[i] = static_cast<char>(0xC0U | small >> 6U);
      lower[i + 1] = static_cast<char>(0x80U | (small & 0x3FU));
      ++i;
    }
  }
  return lower;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    const bool is_space = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!is_space) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) {
    line.pop_back();
  }
  return line;
}

std::size_t space_at(std::string_view text) {
  const char byte = text.empty() ? '\0' : text.front();
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
    return 1;
  }
  return text.starts_with("\u00A0") ? 2 : text.starts_with("\u3000") ? 3 : 0;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  line.remove_suffix(line.ends_with('\r') ? 1 : 0);
  return line;
}

}  // namespace pilcrow
