// SPDX-License-Identifier: GPL-2.0-or-later
// One block of a glass table, as it is laid out and written: a header, a directory of offsets that
// grows upwards, and items that grow downwards from the end.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sealed/codec.h"

namespace pilcrow::sealed {

constexpr std::uint32_t block_bytes_min = 2048;
constexpr std::uint32_t block_bytes_max = 65'536;
constexpr std::uint32_t block_bytes_default = 8192;
constexpr bool is_block_size(std::uint64_t bytes) {
  return bytes >= block_bytes_min && bytes <= block_bytes_max && std::has_single_bit(bytes);
}

// The header: the revision that wrote the block (4 bytes), its level (1), free bytes in the largest
// gap and in all (2 each), the end of the directory (2).
constexpr std::size_t block_level_offset = 4;
constexpr std::size_t block_free_offset = 5;
constexpr std::size_t block_directory_end_offset = 9;
constexpr std::size_t block_header_bytes = 11;
constexpr std::size_t directory_entry_bytes = 2;

// Of a table: leaves are level 0.
constexpr std::size_t levels_max = 10;

// An item of a leaf: its size less that of the head, with flags (2 bytes), the size of the key (1),
// which ends the head, and the key; the number of the piece of the tag (2), unless it is the first;
// the piece.
constexpr std::size_t item_size_bytes = 2;
constexpr std::size_t item_head_bytes = item_size_bytes + 1;
constexpr std::uint32_t item_size_mask = 0x1fff;
constexpr std::uint32_t item_is_first = 0x2000;
constexpr std::uint32_t item_is_last = 0x4000;
constexpr std::uint32_t item_is_deflated = 0x8000;
constexpr std::size_t piece_number_bytes = 2;

// An item of a branch: the number of a block one level below (4 bytes), the size of a key (1), the
// key, the number of a piece (2).  Nothing in that block is before these two.
constexpr std::size_t child_bytes = 4;

// The revision that everything here is written in: a sealed database has no older one.
constexpr std::uint32_t sealed_revision = 1;

class BlockBuilder {
 public:
  // Begins a block in `bytes`, which are `size` bytes of the caller.
  void start(char* bytes, std::size_t size) {
    bytes_ = bytes;
    size_ = size;
    directory_end_ = block_header_bytes;
    lowest_ = size;
  }

  std::size_t free_bytes() const { return lowest_ - directory_end_; }
  bool fits(std::size_t item_bytes) const {
    return item_bytes + directory_entry_bytes <= free_bytes();
  }
  bool empty() const { return lowest_ == size_; }

  // Room for the next item in key order, which must fit.
  char* add(std::size_t item_bytes) {
    lowest_ -= item_bytes;
    put_be16(bytes_ + directory_end_, static_cast<std::uint32_t>(lowest_));
    directory_end_ += directory_entry_bytes;
    return bytes_ + lowest_;
  }

  void finish(unsigned level) {
    const auto free = static_cast<std::uint32_t>(free_bytes());
    put_be32(bytes_, sealed_revision);
    bytes_[block_level_offset] = static_cast<char>(level);
    // Written in one pass, so that all free bytes are in one gap.
    put_be16(put_be16(bytes_ + block_free_offset, free), free);
    put_be16(bytes_ + block_directory_end_offset, static_cast<std::uint32_t>(directory_end_));
    std::memset(bytes_ + directory_end_, 0, free);
  }

  const char* bytes() const { return bytes_; }

 private:
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::size_t directory_end_ = 0;
  std::size_t lowest_ = 0;
};

}  // namespace pilcrow::sealed
