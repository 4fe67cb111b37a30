// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/sort_uint.h"

namespace pilcrow {
namespace {

// Numbers below this take two bytes.
constexpr std::uint64_t short_end = 0x8000;

// N bytes have N - 2 bits set, a clear one, and 7 N + 1 for the value.
constexpr unsigned value_bits(std::size_t size) {
  return static_cast<unsigned>(7 * size + 1);
}

constexpr std::uint8_t set_bits(std::size_t size) {
  return static_cast<std::uint8_t>(0xffU << (10 - size));
}

}  // namespace

char* put_sort_uint(char* out, std::uint64_t value) {
  std::size_t size = 2;
  if (value >= short_end) {
    for (size = 3; size < sort_uint_bytes_max && value >> value_bits(size) != 0; ++size) {
    }
  }
  for (std::size_t i = size; i-- > 0; value >>= 8) {
    out[i] = static_cast<char>(value);
  }
  if (size > 2) {
    out[0] = static_cast<char>(static_cast<std::uint8_t>(out[0]) | set_bits(size));
  }
  return out + size;
}

void append_sort_uint(std::string& out, std::uint64_t value) {
  char bytes[sort_uint_bytes_max];
  out.append(bytes, static_cast<std::size_t>(put_sort_uint(bytes, value) - bytes));
}

std::optional<std::uint64_t> read_sort_uint(std::string_view bytes) {
  const std::size_t size = bytes.size();
  if (size < 2 || size > sort_uint_bytes_max) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  for (const char byte : bytes) {
    value = (value << 8) | static_cast<std::uint8_t>(byte);
  }
  if (size == 2) {
    return value < short_end ? std::optional(value) : std::nullopt;
  }
  // A clear bit follows those that are set.
  if ((static_cast<std::uint8_t>(bytes[0]) & set_bits(size + 1)) != set_bits(size)) {
    return std::nullopt;
  }
  const unsigned bits = value_bits(size);
  return bits < 64 ? value & ((std::uint64_t{1} << bits) - 1) : value;
}

}  // namespace pilcrow
