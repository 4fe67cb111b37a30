// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/table_writer.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "pilcrow/error.h"

namespace pilcrow::sealed {
namespace {

// The largest that its size can tell of, and four of them fit in a block.
constexpr std::size_t item_bytes_limit = item_size_mask + item_head_bytes;
constexpr std::size_t items_min = 4;
constexpr std::size_t write_bytes = std::size_t{1} << 20;

std::size_t checked_block_bytes(std::uint32_t bytes) {
  if (!is_block_size(bytes)) {
    throw Error(ErrorCode::invalid_argument,
                "write a table: blocks must have a power of two from 2048 to 65536 bytes, not " +
                    std::to_string(bytes));
  }
  return bytes;
}

std::size_t pieces_after(std::size_t tag_bytes, std::size_t first, std::size_t others) {
  return (tag_bytes - first + others - 1) / others;
}

}  // namespace

TableWriter::TableWriter(const std::filesystem::path& path, std::uint32_t block_bytes,
                         std::uint32_t compress_min, SystemCalls& calls)
    : block_bytes_(checked_block_bytes(block_bytes)),
      file_(path, calls),
      item_bytes_max_(std::min(
          (block_bytes_ - block_header_bytes - items_min * directory_entry_bytes) / items_min,
          item_bytes_limit)),
      compress_min_(compress_min),
      buffer_blocks_(write_bytes / block_bytes_) {
  buffer_.resize(buffer_blocks_ * block_bytes_);
  leaf_.start(slot(), block_bytes_);
  // The leftmost leaf begins with an empty item, which is no entry.
  char* sentinel = leaf_.add(item_head_bytes);
  put_be16(sentinel, item_is_first | item_is_last);
  sentinel[item_size_bytes] = 0;
}

void TableWriter::add(std::string_view key, std::string_view tag, TagForm form) {
  check(key);
  const std::uint32_t deflated = form == TagForm::deflated ? item_is_deflated : 0;
  const std::size_t item_bytes = item_head_bytes + key.size() + tag.size();
  if (item_bytes <= item_bytes_max_) {
    char* item = add_item(key, item_bytes, 1);
    put_be16(item, static_cast<std::uint32_t>(item_bytes - item_head_bytes) | deflated |
                       item_is_first | item_is_last);
    put_bytes(item + item_head_bytes + key.size(), tag);
  } else {
    add_pieces(key, tag, deflated);
  }
  last_key_.assign(key);
  ++entries_;
}

void TableWriter::check(std::string_view key) const {
  if (key > last_key_ && key.size() <= key_bytes_max) {
    return;
  }
  const std::string doing = "write table " + path().string() + ": ";
  if (key.empty() || key.size() > key_bytes_max) {
    throw Error(ErrorCode::invalid_argument, doing + "a key has " + std::to_string(key.size()) +
                                                 " bytes; from 1 to 255 are possible");
  }
  throw Error(ErrorCode::internal,
              doing + (key == last_key_ ? "a key came twice" : "keys came in the wrong order") +
                  "; this is a defect, please report it");
}

void TableWriter::refuse_tag(std::string_view key, std::string_view tag) const {
  throw Error(ErrorCode::invalid_argument,
              "write table " + path().string() + ": an entry has " + std::to_string(tag.size()) +
                  " bytes, more than " + std::to_string(tag_pieces_max) + " pieces of " +
                  std::to_string(later_piece_bytes(key)) + "; index such a text in parts");
}

// What of a tag fits in a piece but the first, which has no number and so a little more.
std::size_t TableWriter::later_piece_bytes(std::string_view key) const {
  return item_bytes_max_ - item_head_bytes - piece_number_bytes - key.size();
}

// A tag in pieces may begin with a short one that fills the rest of the block, where that costs no
// further piece, or where the rest is not too small to be worth one.
std::size_t TableWriter::first_piece_bytes(std::string_view key, std::string_view tag) const {
  const std::size_t others = later_piece_bytes(key);
  const std::size_t full = others + piece_number_bytes;
  const std::size_t rest = leaf_.free_bytes() % (item_bytes_max_ + directory_entry_bytes);
  const std::size_t head = directory_entry_bytes + item_head_bytes + key.size();
  if (rest <= head) {
    return full;
  }
  constexpr std::size_t worth_bytes = 34;
  const std::size_t filling = rest - head;
  const bool costs_none =
      pieces_after(tag.size(), filling, others) == pieces_after(tag.size(), full, others);
  return costs_none || filling >= piece_number_bytes + key.size() + worth_bytes ? filling : full;
}

void TableWriter::add_pieces(std::string_view key, std::string_view tag, std::uint32_t flags) {
  const std::size_t others = later_piece_bytes(key);
  std::size_t piece_bytes = first_piece_bytes(key, tag);
  if (1 + pieces_after(tag.size(), piece_bytes, others) > tag_pieces_max) {
    refuse_tag(key, tag);
  }
  for (std::uint32_t piece = 1; !tag.empty(); ++piece) {
    piece_bytes = std::min(piece_bytes, tag.size());
    const std::size_t head = key.size() + (piece == 1 ? 0 : piece_number_bytes);
    char* item = add_item(key, item_head_bytes + head + piece_bytes, piece);
    put_be16(item, static_cast<std::uint32_t>(head + piece_bytes) | flags |
                       (piece == 1 ? item_is_first : 0) |
                       (piece_bytes == tag.size() ? item_is_last : 0));
    char* out = item + item_head_bytes + key.size();
    if (piece > 1) {
      out = put_be16(out, piece);
    }
    put_bytes(out, tag.substr(0, piece_bytes));
    tag.remove_prefix(piece_bytes);
    piece_bytes = others;
    last_key_.assign(key);  // A break between pieces is one within the key.
  }
}

// The item, its key written, its size and what follows the key left to the caller.
char* TableWriter::add_item(std::string_view key, std::size_t item_bytes, std::uint32_t piece) {
  if (!leaf_.fits(item_bytes)) {
    start_leaf(key, piece);
  }
  char* item = leaf_.add(item_bytes);
  item[item_size_bytes] = static_cast<char>(key.size());
  put_bytes(item + item_head_bytes, key);
  return item;
}

// Ends the open leaf and begins one whose first item will be (key, piece).  The shortest beginning
// of the key that is above all before it divides the two.
void TableWriter::start_leaf(std::string_view key, std::uint32_t piece) {
  const std::uint32_t closed = close_leaf();
  add_branch(0, std::move(leaf_divider_), closed);
  const std::size_t common = shared_bytes(key, last_key_);
  leaf_divider_ = {std::string(key.substr(0, common + 1)), piece};
  leaf_.start(slot(), block_bytes_);
}

// `level` counts branches from 0.
void TableWriter::add_branch(std::size_t level, Divider divider, std::uint32_t child) {
  if (level == branches_.size()) {
    if (level + 2 > levels_max) {
      throw Error(ErrorCode::io, "write table " + path().string() +
                                     ": it has more than ten levels; index less in one database");
    }
    branches_.emplace_back();
    branches_.back().bytes.resize(block_bytes_);
    branches_.back().block.start(branches_.back().bytes.data(), block_bytes_);
  }
  const std::size_t item_bytes = child_bytes + 1 + divider.key.size() + piece_number_bytes;
  if (!branches_[level].block.fits(item_bytes)) {
    const std::uint32_t closed = write_branch(level);
    add_branch(level + 1, std::move(branches_[level].divider), closed);
    branches_[level].block.start(branches_[level].bytes.data(), block_bytes_);
  }
  BranchLevel& branch = branches_[level];
  if (branch.block.empty()) {
    // What divides a block from the one before it stands in its parent only.
    branch.divider = std::exchange(divider, {});
  }
  char* out = branch.block.add(child_bytes + 1 + divider.key.size() + piece_number_bytes);
  out = put_be32(out, child);
  *out++ = static_cast<char>(divider.key.size());
  put_be16(put_bytes(out, divider.key), divider.piece);
}

std::uint32_t TableWriter::write_branch(std::size_t level) {
  branches_[level].block.finish(static_cast<unsigned>(level + 1));
  put_bytes(slot(), branches_[level].bytes);
  return next_block();
}

std::uint32_t TableWriter::close_leaf() {
  leaf_.finish(0);
  return next_block();
}

// Counts the block in the next slot as written, and returns its number.
std::uint32_t TableWriter::next_block() {
  if (blocks_ == std::numeric_limits<std::uint32_t>::max() - 1) {
    throw Error(ErrorCode::io, "write table " + path().string() +
                                   ": it has 2^32 blocks; index less in one database");
  }
  if (++buffered_blocks_ == buffer_blocks_) {
    file_.write(buffer_);
    buffered_blocks_ = 0;
  }
  return blocks_++;
}

RootInfo TableWriter::finish() {
  std::uint32_t closed = close_leaf();
  if (!branches_.empty()) {
    add_branch(0, std::move(leaf_divider_), closed);
  }
  for (std::size_t level = 0; level < branches_.size(); ++level) {
    closed = write_branch(level);
    if (level + 1 < branches_.size()) {
      add_branch(level + 1, std::move(branches_[level].divider), closed);
    }
  }
  file_.write({buffer_.data(), buffered_blocks_ * block_bytes_});
  buffered_blocks_ = 0;
  return {closed,   static_cast<std::uint32_t>(branches_.size()), true,
          entries_, static_cast<std::uint32_t>(block_bytes_),     compress_min_,
          blocks_};
}

}  // namespace pilcrow::sealed
