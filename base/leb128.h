// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in LEB128: seven bits a byte, the lowest first; the high bit says that more follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pilcrow {

constexpr std::size_t leb128_bytes_max = 10;
constexpr std::size_t leb128_32_bytes_max = 5;  // Of a number of 32 bits.

// To `out`, which has room for the most bytes; returns the place after what it wrote.
inline char* put_leb128(char* out, std::uint64_t number) {
  while (number >= 0x80) {
    *out++ = static_cast<char>(number | 0x80);
    number >>= 7;
  }
  *out++ = static_cast<char>(number);
  return out;
}

void append_leb128(std::string& bytes, std::uint64_t number);

// Takes the number that `bytes` begins with; nothing where it has more than 64 bits, or is cut off
// and nothing is left of `bytes`.
inline std::optional<std::uint64_t> take_leb128(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) {
      return number;
    }
  }
  return std::nullopt;
}

}  // namespace pilcrow
