// SPDX-License-Identifier: GPL-2.0-or-later
// Writes one glass table, a B-tree of sorted keys with tags, in one pass from left to right.
// Knows nothing of what keys and tags mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sealed/block.h"
#include "sealed/output_file.h"
#include "sealed/root_info.h"

namespace pilcrow::sealed {

constexpr std::size_t key_bytes_max = 255;
constexpr std::size_t tag_pieces_max = 65535;

// Tags as the caller has them, or raw deflate (Deflater).
enum class TagForm { plain, deflated };

class TableWriter {
 public:
  // `block_bytes` is a power of two from 2048 to 65536.  Throws Error: invalid_argument, io.
  TableWriter(const std::filesystem::path& path, std::uint32_t block_bytes,
              std::uint32_t compress_min, SystemCalls& calls = SystemCalls::real());

  // Each key greater than the one before, as bytes.  Throws Error: internal (order),
  // invalid_argument (an empty or too long key, a tag of too many pieces), io.  After an error of
  // io nothing may be called any more.
  void add(std::string_view key, std::string_view tag, TagForm form = TagForm::plain);

  // Writes what is left.  To be called once, after the last `add`.  Throws Error{io}.
  RootInfo finish();
  // What `finish` wrote, to disk.  Throws Error{io}.
  void sync() { file_.sync(); }
  void close() { file_.close(); }

  const std::filesystem::path& path() const noexcept { return file_.path(); }
  std::uint64_t entries() const noexcept { return entries_; }

 private:
  // A key that tells a block from the one before it, with the number of a piece of a tag.
  struct Divider {
    std::string key;
    std::uint32_t piece = 0;
  };
  struct BranchLevel {
    std::string bytes;
    BlockBuilder block;
    Divider divider;  // That of the open block.
  };

  void check(std::string_view key) const;
  [[noreturn]] void refuse_tag(std::string_view key, std::string_view tag) const;
  std::size_t later_piece_bytes(std::string_view key) const;
  std::size_t first_piece_bytes(std::string_view key, std::string_view tag) const;
  void add_pieces(std::string_view key, std::string_view tag, std::uint32_t flags);
  char* add_item(std::string_view key, std::size_t item_bytes, std::uint32_t piece);
  void start_leaf(std::string_view key, std::uint32_t piece);
  void add_branch(std::size_t level, Divider divider, std::uint32_t child);
  std::uint32_t write_branch(std::size_t level);
  std::uint32_t close_leaf();
  std::uint32_t next_block();
  char* slot() { return buffer_.data() + buffered_blocks_ * block_bytes_; }

  std::size_t block_bytes_;
  OutputFile file_;
  std::size_t item_bytes_max_;
  std::uint32_t compress_min_;
  std::string buffer_;  // Blocks to write; the open leaf stands after them.
  std::size_t buffer_blocks_;
  std::size_t buffered_blocks_ = 0;
  BlockBuilder leaf_;
  Divider leaf_divider_;
  std::vector<BranchLevel> branches_;  // Level 1 and up.
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
};

}  // namespace pilcrow::sealed
