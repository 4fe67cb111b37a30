// SPDX-License-Identifier: GPL-2.0-or-later
// Many lists of bytes that all grow at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/large_pages.h"

namespace pilcrow::sealed {

// A list is a chain of slices of one pool, each twice as large as the one before up to a limit
// (after the postings of Lucene's indexing chain, org.apache.lucene.util.ByteBlockPool).  So a
// list costs no memory block of its own, and never moves.
class ByteLists {
 public:
  // The place of a list.  All zero: it is empty.
  struct List {
    std::uint32_t begin = 0;  // Of the first slice.
    std::uint32_t end = 0;    // Of what is written.
    std::uint16_t room = 0;   // Bytes left in the last slice.
    std::uint8_t level = 0;   // Of the last slice.
  };

  // Puts at most `bytes_max` bytes, which `write` writes from the place that it is given on; it
  // returns the place behind them.
  template <std::size_t bytes_max, typename Write>
  void append(List& list, Write write) {
    if (list.room >= bytes_max) {
      char* begin = at(list.end);
      const auto bytes = static_cast<std::uint32_t>(write(begin) - begin);
      list.end += bytes;
      list.room = static_cast<std::uint16_t>(list.room - bytes);
      return;
    }
    char bytes[bytes_max];  // NOLINT(modernize-avoid-c-arrays): not to be zeroed.
    append_slowly(list, {bytes, static_cast<std::size_t>(write(bytes) - bytes)});
  }

  void copy(const List& list, std::string& out) const;

  // Of the pool, what is lost between slices included.
  std::size_t bytes() const { return used_; }
  // No more than so many fit.
  static constexpr std::size_t bytes_max = std::size_t{1} << 31;
  // Forgets all lists, and keeps the memory.
  void clear() { used_ = 0; }

 private:
  static constexpr std::size_t chunk_bits = 21;  // A large page.
  static constexpr std::size_t chunk_bytes = std::size_t{1} << chunk_bits;

  char* at(std::uint32_t place) { return &chunks_[place >> chunk_bits][place & (chunk_bytes - 1)]; }
  const char* at(std::uint32_t place) const {
    return &chunks_[place >> chunk_bits][place & (chunk_bytes - 1)];
  }
  void append_slowly(List& list, std::string_view bytes);
  void add_slice(List& list);
  std::uint32_t slice(std::size_t bytes);

  std::vector<LargeVector<char>> chunks_;
  std::size_t used_ = 0;
};

}  // namespace pilcrow::sealed
