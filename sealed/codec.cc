// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/codec.h"

#include <algorithm>
#include <bit>

namespace pilcrow::sealed {
namespace {

// Numbers below this take two bytes as sort-uint.
constexpr std::uint64_t short_end = 0x8000;

// N bytes of sort-uint have N - 2 bits set, a clear one, and 7 N + 1 for the value.
constexpr unsigned value_bits(std::size_t size) {
  return static_cast<unsigned>(7 * size + 1);
}

constexpr std::uint8_t set_bits(std::size_t size) {
  return static_cast<std::uint8_t>(0xffU << (10 - size));
}

// The positions strictly between two that the reader knows.
void put_between(BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t low,
                 std::size_t high) {
  while (low + 1 < high) {
    const std::size_t middle = low + (high - low) / 2;
    // Each of the others takes one place at least.
    const std::uint64_t outof = std::uint64_t{positions[high]} - positions[low] - (high - low) + 1;
    bits.put_below(positions[middle] - positions[low] - (middle - low), outof);
    put_between(bits, positions, low, middle);
    low = middle;
  }
}

}  // namespace

void append_string(std::string& out, std::string_view bytes) {
  append_leb128(out, bytes.size());
  out.append(bytes);
}

void append_last_uint(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) {
    out.push_back(static_cast<char>(value));
  }
}

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

void append_sort_string(std::string& out, std::string_view bytes, KeyEnd end) {
  while (true) {
    const std::size_t zero = bytes.find('\0');
    out.append(bytes.substr(0, zero));
    if (zero == std::string_view::npos) {
      break;
    }
    out.append("\0\xff", 2);
    bytes.remove_prefix(zero + 1);
  }
  if (end == KeyEnd::later) {
    out.push_back('\0');
  }
}

std::size_t sort_string_size(std::string_view bytes) {
  return bytes.size() + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
}

void BitWriter::put_below(std::uint64_t value, std::uint64_t outof) {
  const auto width = static_cast<unsigned>(std::bit_width(outof - 1));
  const std::uint64_t spare = (std::uint64_t{1} << width) - outof;
  const std::uint64_t middle = (outof - spare) / 2;
  if (spare == 0 || value < middle) {
    put(value, width);
  } else if (value < middle + spare) {
    put(value, width - 1);
  } else {
    put((value - middle - spare) | std::uint64_t{1} << (width - 1), width);
  }
}

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  const std::uint32_t first = positions.front();
  const std::uint32_t last = positions.back();
  append_leb128(out, last);
  if (positions.size() == 1) {
    return;
  }
  BitWriter bits(out);
  bits.put_below(first, last);
  bits.put_below(positions.size() - 2, last - first);
  put_between(bits, positions, 0, positions.size() - 1);
  bits.finish();
}

}  // namespace pilcrow::sealed
