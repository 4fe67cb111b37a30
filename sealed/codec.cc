// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/codec.h"

#include <algorithm>
#include <bit>

namespace pilcrow::sealed {
namespace {

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

void append_vint(std::string& out, std::uint64_t value) {
  char bytes[vint64_bytes_max];
  out.append(bytes, static_cast<std::size_t>(put_vint(bytes, value) - bytes));
}

void append_string(std::string& out, std::string_view bytes) {
  append_vint(out, bytes.size());
  out.append(bytes);
}

void append_last_uint(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) {
    out.push_back(static_cast<char>(value));
  }
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
  append_vint(out, last);
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
