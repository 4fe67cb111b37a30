// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/utf8.h"

#include <cstdint>

namespace pilcrow {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

struct Sequence {
  std::size_t size = 1;  // Of the character, or of the maximal ill-formed part.
  bool valid = false;
};

// Unicode 15, table 3-7: the second byte's range depends on the first, all others are 80..BF.
Sequence sequence_at(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) {
    return {1, true};
  }
  if (first < 0xC2 || first > 0xF4) {
    return {1, false};
  }
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned char byte = byte_at(text, at + i);
    const bool fits = i == 1 ? byte >= low && byte <= high : byte >= 0x80 && byte <= 0xBF;
    if (!fits) {
      return {i, false};
    }
  }
  return {size, true};
}

// Eight ASCII bytes at a time, which most texts consist of.
bool is_ascii_word(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  text.copy(reinterpret_cast<char*>(&word), sizeof word, at);
  return (word & 0x8080808080808080U) == 0;
}

std::size_t valid_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + sizeof(std::uint64_t) <= text.size() && is_ascii_word(text, at)) {
      at += sizeof(std::uint64_t);
      continue;
    }
    const Sequence sequence = sequence_at(text, at);
    if (!sequence.valid) {
      return at;
    }
    at += sequence.size;
  }
  return at;
}

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
  return valid_prefix(text) == text.size();
}

Utf8Break find_utf8_break(std::string_view text) noexcept {
  const std::size_t valid = valid_prefix(text);
  return {valid, valid == text.size() ? 0 : sequence_at(text, valid).size};
}

std::string repair_utf8(std::string_view text, std::size_t& replaced) {
  std::string repaired;
  repaired.reserve(text.size());
  while (!text.empty()) {
    const Utf8Break found = find_utf8_break(text);
    repaired.append(text.substr(0, found.valid));
    if (found.broken > 0) {
      repaired += "\uFFFD";
      ++replaced;
    }
    text.remove_prefix(found.valid + found.broken);
  }
  return repaired;
}

std::string utf8_of(std::uint32_t character) {
  const auto tail = [&](unsigned shift) {
    return static_cast<char>(0x80U | (character >> shift & 0x3FU));
  };
  if (character < 0x80) {
    return {static_cast<char>(character)};
  }
  if (character < 0x800) {
    return {static_cast<char>(0xC0U | character >> 6U), tail(0)};
  }
  if (character < 0x10000) {
    return {static_cast<char>(0xE0U | character >> 12U), tail(6), tail(0)};
  }
  return {static_cast<char>(0xF0U | character >> 18U), tail(12), tail(6), tail(0)};
}

}  // namespace pilcrow
