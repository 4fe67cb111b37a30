// SPDX-License-Identifier: GPL-2.0-or-later
// One block of a glass table: a header, a directory of offsets that grows upwards, and items that
// grow downwards from the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sealed/codec.h"

namespace pilcrow::sealed {

constexpr std::size_t block_header_bytes = 11;
constexpr std::size_t directory_entry_bytes = 2;

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
    char* out = put_be32(bytes_, sealed_revision);
    *out++ = static_cast<char>(level);
    // Written in one pass, so that all free bytes are in one gap.
    out = put_be16(out, free);
    out = put_be16(out, free);
    put_be16(out, static_cast<std::uint32_t>(directory_end_));
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
