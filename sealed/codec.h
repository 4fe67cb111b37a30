// SPDX-License-Identifier: GPL-2.0-or-later
// How Xapian's glass tables spell numbers, strings and positions.  Pure functions: what puts writes
// to `out`, where the caller keeps the stated room, and returns the place after what it wrote.
// What the format calls "vint" is LEB128.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/leb128.h"

namespace pilcrow::sealed {

// Big-endian, in block headers and items.
inline char* put_be16(char* out, std::uint32_t value) {
  out[0] = static_cast<char>(value >> 8);
  out[1] = static_cast<char>(value);
  return out + 2;
}

inline char* put_be32(char* out, std::uint32_t value) {
  return put_be16(put_be16(out, value >> 16), value & 0xffff);
}

inline std::uint32_t read_be16(const char* bytes) {
  return std::uint32_t{static_cast<std::uint8_t>(bytes[0])} << 8 |
         static_cast<std::uint8_t>(bytes[1]);
}

inline std::uint32_t read_be32(const char* bytes) {
  return read_be16(bytes) << 16 | read_be16(bytes + 2);
}

inline char* put_bytes(char* out, std::string_view bytes) {
  if (!bytes.empty()) {
    std::memcpy(out, bytes.data(), bytes.size());
  }
  return out + bytes.size();
}

// How many bytes two strings begin with alike.
inline std::size_t shared_bytes(std::string_view one, std::string_view other) {
  const std::size_t end = one.size() < other.size() ? one.size() : other.size();
  std::size_t at = 0;
  while (at < end && one[at] == other[at]) {
    ++at;
  }
  return at;
}

// "string": its size in LEB128, then its bytes.
void append_string(std::string& out, std::string_view bytes);

// "last-uint": little-endian without leading zeros, so 0 is nothing; only at the end of a key or
// tag.
void append_last_uint(std::string& out, std::uint64_t value);

// "sort-uint": bytes that sort as the numbers do, and never begin with 0xff.
constexpr std::size_t sort_uint_bytes_max = 9;
char* put_sort_uint(char* out, std::uint64_t value);
void append_sort_uint(std::string& out, std::uint64_t value);
// The number that is all of `bytes`; nothing where they spell none.
std::optional<std::uint64_t> read_sort_uint(std::string_view bytes);

// "bool": '0' or '1'.
inline char* put_bool(char* out, bool value) {
  *out = value ? '1' : '0';
  return out + 1;
}

// "sort-string": bytes that sort as the string does also where something follows in the key.
// A zero byte is followed by 0xff; the end, unless it is that of the key, by a zero byte.
enum class KeyEnd { here, later };
void append_sort_string(std::string& out, std::string_view bytes, KeyEnd end);

// The size of the above with KeyEnd::here.
std::size_t sort_string_size(std::string_view bytes);

// A stream of bits, the lowest of each byte first, padded with zeros.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // The lowest `count` bits of `value`, which has no others; at most 32.
  void put(std::uint64_t value, unsigned count) {
    bits_ |= value << used_;
    used_ += count;
    while (used_ >= 8) {
      out_.push_back(static_cast<char>(bits_));
      bits_ >>= 8;
      used_ -= 8;
    }
  }

  // `value` below `outof` in as many bits as that takes, one fewer for those in the middle: a
  // truncated binary code whose short words are central.
  void put_below(std::uint64_t value, std::uint64_t outof);

  void finish() {
    if (used_ > 0) {
      out_.push_back(static_cast<char>(bits_));
      bits_ = 0;
      used_ = 0;
    }
  }

 private:
  std::string& out_;
  std::uint64_t bits_ = 0;
  unsigned used_ = 0;
};

// The tag of a position list: the last position in LEB128, and the others by interpolative coding
// (Moffat and Stuiver, "Binary interpolative coding for effective index compression", 2000) of
// increasing `positions`, at least one.  0 and 1 alone come out as 1 alone does.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace pilcrow::sealed
