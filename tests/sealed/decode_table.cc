// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>
#include <stdexcept>

#include "tests/sealed/decode.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

void require(bool true_here, const char* what) {
  if (!true_here) {
    throw std::runtime_error(what);
  }
}

// A key with the number of a piece of its tag.
using Place = std::pair<std::string, unsigned>;

class TableDecoder {
 public:
  TableDecoder(std::string bytes, const RootInfo& root)
      : bytes_(std::move(bytes)), block_bytes_(root.block_bytes) {
    require(bytes_.size() == std::size_t{root.blocks} * block_bytes_, "size of the file");
    read_block(root.root, root.level, {}, nullptr);
    require(used_.size() == root.blocks, "blocks that are not in the tree");
    require(entries_.size() == root.entries, "number of entries");
    require(!open_, "a tag does not end");
  }

  std::vector<TableEntry> entries() && { return std::move(entries_); }

 private:
  unsigned byte(std::size_t at) const { return static_cast<unsigned char>(bytes_.at(at)); }
  unsigned be16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
  std::uint32_t be32(std::size_t at) const { return be16(at) << 16 | be16(at + 2); }

  // The offsets in the file of the items of a block.
  std::vector<std::size_t> items(std::uint32_t block, unsigned level) {
    require(used_.insert(block).second, "a block is used twice");
    require(level != 0 || used_leaves_++ == 0 || block > last_leaf_, "order of leaves");
    const std::size_t begin = block * block_bytes_;
    require(be32(begin) == 1 && byte(begin + 4) == level, "revision or level");
    const std::size_t directory_end = be16(begin + 9);
    require(be16(begin + 5) == be16(begin + 7), "free space in several gaps");
    std::vector<std::size_t> offsets;
    std::size_t above = begin + block_bytes_;
    for (std::size_t at = begin + 11; at < begin + directory_end; at += 2) {
      const std::size_t item = begin + be16(at);
      const std::size_t size = level == 0 ? (be16(item) & 0x1fff) + 3 : 4 + 1 + byte(item + 4) + 2;
      require(item + size == above, "items that do not touch");
      above = item;
      offsets.push_back(item);
    }
    require(!offsets.empty(), "an empty block");
    require(above - begin - directory_end == be16(begin + 5), "size of the free space");
    return offsets;
  }

  // What is in a block is at or after `from`, and before `*to`.
  void read_block(std::uint32_t block, unsigned level, const Place& from, const Place* to) {
    const std::vector<std::size_t> offsets = items(block, level);
    if (level == 0) {
      last_leaf_ = block;
      for (std::size_t i = 0; i < offsets.size(); ++i) {
        read_item(offsets[i], block == 0 && i == 0, from, to);
      }
      return;
    }
    std::vector<Place> places;
    for (const std::size_t item : offsets) {
      const std::size_t key_bytes = byte(item + 4);
      places.emplace_back(bytes_.substr(item + 5, key_bytes), be16(item + 5 + key_bytes));
    }
    require(places.front() == Place(), "the first key of a branch");
    places.front() = from;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      require(i == 0 || places[i - 1] < places[i], "order of dividers");
      read_block(be32(offsets[i]), level - 1, places[i],
                 i + 1 < offsets.size() ? &places[i + 1] : to);
    }
  }

  void read_item(std::size_t item, bool sentinel, const Place& from, const Place* to) {
    const unsigned head = be16(item);
    const std::size_t key_bytes = byte(item + 2);
    if (sentinel) {
      require(head == 0x6000 && key_bytes == 0, "the sentinel");
      return;
    }
    const bool first = (head & 0x2000) != 0;
    const std::size_t end = item + (head & 0x1fff) + 3;
    std::size_t at = item + 3 + key_bytes;
    const std::string key = bytes_.substr(item + 3, key_bytes);
    const unsigned piece = first ? 1 : be16(at);
    at += first ? 0 : 2;
    const Place place(key, piece);
    require(place >= from && (to == nullptr || place < *to), "an item outside its block's range");
    require(place > last_place_, "order of items");
    last_place_ = place;
    require(first != open_, "a tag that begins or ends in the middle");
    if (first) {
      entries_.push_back({key, "", (head & 0x8000) != 0});
    } else {
      require(entries_.back().key == key, "the key of a piece");
    }
    entries_.back().tag += bytes_.substr(at, end - at);
    open_ = (head & 0x4000) == 0;
  }

  std::string bytes_;
  std::size_t block_bytes_;
  std::set<std::uint32_t> used_;
  std::uint32_t used_leaves_ = 0;
  std::uint32_t last_leaf_ = 0;
  Place last_place_;
  bool open_ = false;
  std::vector<TableEntry> entries_;
};

}  // namespace

std::vector<TableEntry> read_table(const std::filesystem::path& path, const RootInfo& root) {
  return TableDecoder(read_file(path), root).entries();
}

}  // namespace pilcrow::sealed
