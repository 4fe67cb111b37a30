// SPDX-License-Identifier: GPL-2.0-or-later
// Hashing and comparing words, which are short: eight bytes at once, and no call.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace pilcrow {

template <typename Integer>
std::uint64_t load_bytes(const char* bytes) {
  Integer value;
  std::memcpy(&value, bytes, sizeof(value));
  return value;
}

// The last ones of eight bytes may overlap those before.
inline std::uint32_t bytes_hash(std::string_view written) {
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
  const std::size_t size = written.size();
  const char* bytes = written.data();
  std::uint64_t hash = size * prime;
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    hash = (hash ^ load_bytes<std::uint64_t>(bytes + at)) * prime;
    hash ^= hash >> 32;
  }
  std::uint64_t tail = 0;
  if (size >= 8) {
    tail = load_bytes<std::uint64_t>(bytes + size - 8);
  } else if (size >= 4) {
    tail = load_bytes<std::uint32_t>(bytes) << 32 | load_bytes<std::uint32_t>(bytes + size - 4);
  } else if (size > 0) {
    tail = load_bytes<std::uint8_t>(bytes) << 16 | load_bytes<std::uint8_t>(bytes + size / 2) << 8 |
           load_bytes<std::uint8_t>(bytes + size - 1);
  }
  hash = (hash ^ tail) * prime;
  return static_cast<std::uint32_t>(hash >> 32);
}

// Whether `size` bytes are the same.
inline bool same_bytes(const char* one, const char* other, std::size_t size) {
  if (size > 16) {
    return std::memcmp(one, other, size) == 0;
  }
  if (size >= 8) {
    return load_bytes<std::uint64_t>(one) == load_bytes<std::uint64_t>(other) &&
           load_bytes<std::uint64_t>(one + size - 8) == load_bytes<std::uint64_t>(other + size - 8);
  }
  if (size >= 4) {
    return load_bytes<std::uint32_t>(one) == load_bytes<std::uint32_t>(other) &&
           load_bytes<std::uint32_t>(one + size - 4) == load_bytes<std::uint32_t>(other + size - 4);
  }
  std::size_t at = 0;
  while (at < size && one[at] == other[at]) {
    ++at;
  }
  return at == size;
}

}  // namespace pilcrow
