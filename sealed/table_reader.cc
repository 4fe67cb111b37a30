// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/table_reader.h"

#include <array>
#include <atomic>

#include "sealed/block.h"
#include "sealed/codec.h"

namespace pilcrow::sealed {
namespace {

[[noreturn]] void fail() {
  throw TableDamaged("a block of a table is damaged");
}

}  // namespace

// What a leaf has of a tag.
struct TableReader::Item {
  std::uint32_t block = 0;
  Place place = {};
  std::string_view piece = {};
  bool is_last = true;
  bool is_deflated = false;
};

// A view of a block, which may be damaged, or change while it is read.
class TableReader::Block {
 public:
  Block(std::string_view bytes, unsigned level) : bytes_(bytes), level_(level) {
    const std::size_t end = read_be16(bytes.data() + block_directory_end_offset);
    if (static_cast<std::uint8_t>(bytes[block_level_offset]) != level || end < block_header_bytes ||
        end > bytes.size()) {
      fail();
    }
    items_ = (end - block_header_bytes) / directory_entry_bytes;
  }

  std::size_t items() const { return items_; }

  // How many of the items are not after a place.
  std::size_t count_up_to(const Place& most) const {
    // The first item of a branch stands for whatever is before the second.
    std::size_t begin = level_ > 0 && items_ > 0 ? 1 : 0;
    std::size_t end = items_;
    while (begin < end) {
      const std::size_t middle = (begin + end) / 2;
      const Place place = this->place(middle);
      const int order = place.key.compare(most.key);
      if (order < 0 || (order == 0 && place.piece <= most.piece)) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  }

  std::uint32_t child(std::size_t index) const {
    return read_be32(bytes(offset(index), child_bytes).data());
  }

  Item item(std::size_t index) const {
    const std::size_t begin = offset(index);
    const std::uint32_t head = read_be16(bytes(begin, item_size_bytes).data());
    const Place place = this->place(index);
    const std::size_t size = item_head_bytes + (head & item_size_mask);
    const std::size_t before =
        item_head_bytes + place.key.size() + ((head & item_is_first) != 0 ? 0 : piece_number_bytes);
    if (size < before) {
      fail();
    }
    return {.place = place,
            .piece = bytes(begin + before, size - before),
            .is_last = (head & item_is_last) != 0,
            .is_deflated = (head & item_is_deflated) != 0};
  }

 private:
  std::string_view bytes(std::size_t begin, std::size_t size) const {
    if (begin + size > bytes_.size()) {
      fail();
    }
    return bytes_.substr(begin, size);
  }

  std::size_t offset(std::size_t index) const {
    return read_be16(bytes_.data() + block_header_bytes + directory_entry_bytes * index);
  }

  Place place(std::size_t index) const {
    const bool is_leaf = level_ == 0;
    const std::size_t begin = offset(index);
    const std::size_t key_begin = begin + (is_leaf ? item_size_bytes : child_bytes) + 1;
    const auto key_size = static_cast<std::uint8_t>(bytes(key_begin - 1, 1).front());
    const std::string_view key = bytes(key_begin, key_size);
    if (is_leaf && (read_be16(bytes_.data() + begin) & item_is_first) != 0) {
      return {key, 1};
    }
    return {key, read_be16(bytes(key_begin + key_size, piece_number_bytes).data())};
  }

  std::string_view bytes_;
  unsigned level_;
  std::size_t items_ = 0;
};

std::uint32_t TableReader::revision_of(std::uint32_t number) const {
  const volatile char* const begin = file_.bytes().data() + number * block_bytes_;
  const std::array<char, 4> bytes = {begin[0], begin[1], begin[2], begin[3]};
  return read_be32(bytes.data());
}

TableReader::Block TableReader::block(std::uint32_t number, unsigned level) const {
  const std::size_t begin = number * block_bytes_;
  if (begin + block_bytes_ > file_.bytes().size()) {
    fail();
  }
  require_unchanged(number);
  return {file_.bytes().substr(begin, block_bytes_), level};
}

// What was read of a block before this was of our revision if the block is so still.
void TableReader::require_unchanged(std::uint32_t number) const {
  std::atomic_thread_fence(std::memory_order_acquire);
  if (revision_of(number) > revision_) {
    throw TableOvertaken("a table has been overtaken by its writer");
  }
}

std::optional<TableReader::Item> TableReader::last_item(const Place& most) const {
  return last_item(most, root_, level_);
}

std::optional<TableReader::Item> TableReader::last_item(const Place& most, std::uint32_t number,
                                                        unsigned level) const {
  const Block block = this->block(number, level);
  std::size_t count = block.count_up_to(most);
  if (level == 0) {
    std::optional<Item> item;
    if (count > 0) {
      item = block.item(count - 1);
      item->block = number;
    }
    require_unchanged(number);
    return item;
  }
  // What parts two blocks may be before the first key of the second.
  for (; count > 0; --count) {
    const std::uint32_t child = block.child(count - 1);
    require_unchanged(number);
    if (const std::optional<Item> item = last_item(most, child, level - 1)) {
      return item;
    }
  }
  return std::nullopt;
}

TableReader::Found TableReader::find(std::string_view key, std::string& tag) const {
  tag.clear();
  for (unsigned piece = 1;; ++piece) {
    const std::optional<Item> item = last_item({key, piece});
    const bool found = item && item->place.key == key && item->place.piece == piece;
    if (found && !item->is_deflated) {
      tag += item->piece;
    }
    if (item) {
      require_unchanged(item->block);
    }
    if (!found && piece > 1) {
      fail();
    }
    if (!found || item->is_last || item->is_deflated) {
      return !found ? Found::no : item->is_deflated ? Found::deflated : Found::yes;
    }
  }
}

TableReader::Found TableReader::find_last(std::string_view most, std::string& key,
                                          std::string& tag) const {
  const std::optional<Item> item = last_item({most, 1});
  // The leftmost leaf begins with an empty item, which is no entry.
  if (!item || item->place.key.empty()) {
    return Found::no;
  }
  key = item->place.key;
  const bool is_whole = item->place.piece == 1 && item->is_last && !item->is_deflated;
  tag = is_whole ? item->piece : "";
  require_unchanged(item->block);
  return is_whole ? Found::yes : find(key, tag);
}

}  // namespace pilcrow::sealed
