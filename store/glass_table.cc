// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/glass_table.h"

#include <xapian.h>
#include <array>
#include <atomic>

namespace pilcrow {
namespace {

constexpr std::size_t header_bytes = 11;
constexpr std::size_t entry_bytes = 2;

[[noreturn]] void fail_of_block() {
  throw Xapian::DatabaseCorruptError("a block of a table is damaged");
}

std::uint32_t big_endian(const char* bytes, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    number = (number << 8) | static_cast<std::uint8_t>(bytes[i]);
  }
  return number;
}

}  // namespace

// What a leaf has of a tag.
struct GlassTable::Item {
  std::uint32_t block = 0;
  Place place = {};
  std::string_view piece = {};
  bool is_last = true;
  bool is_compressed = false;
};

// A view of a block, which may be damaged, or change while it is read.
class GlassTable::Block {
 public:
  Block(std::string_view bytes, unsigned level) : bytes_(bytes), level_(level) {
    const std::size_t end = big_endian(bytes.data() + 9, entry_bytes);
    if (static_cast<std::uint8_t>(bytes[4]) != level || end < header_bytes || end > bytes.size()) {
      fail_of_block();
    }
    items_ = (end - header_bytes) / entry_bytes;
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
    return big_endian(bytes(offset(index), child_bytes).data(), child_bytes);
  }

  Item item(std::size_t index) const {
    const std::size_t begin = offset(index);
    const std::uint32_t head = big_endian(bytes(begin, size_bytes).data(), size_bytes);
    const Place place = this->place(index);
    const std::size_t size = (head & size_mask) + item_bytes_min;
    const std::size_t before =
        size_bytes + 1 + place.key.size() + ((head & is_first) != 0 ? 0 : piece_number_bytes);
    if (size < before) {
      fail_of_block();
    }
    return {.place = place,
            .piece = bytes(begin + before, size - before),
            .is_last = (head & is_last) != 0,
            .is_compressed = (head & is_compressed) != 0};
  }

 private:
  static constexpr std::size_t child_bytes = 4;
  static constexpr std::size_t size_bytes = 2;
  static constexpr std::size_t piece_number_bytes = 2;
  static constexpr std::size_t item_bytes_min = 3;
  static constexpr std::uint32_t size_mask = 0x1fff;
  static constexpr std::uint32_t is_first = 0x2000;
  static constexpr std::uint32_t is_last = 0x4000;
  static constexpr std::uint32_t is_compressed = 0x8000;

  std::string_view bytes(std::size_t begin, std::size_t size) const {
    if (begin + size > bytes_.size()) {
      fail_of_block();
    }
    return bytes_.substr(begin, size);
  }

  std::size_t offset(std::size_t index) const {
    return big_endian(bytes_.data() + header_bytes + entry_bytes * index, entry_bytes);
  }

  Place place(std::size_t index) const {
    const bool is_leaf = level_ == 0;
    const std::size_t begin = offset(index);
    const std::size_t key_begin = begin + (is_leaf ? size_bytes : child_bytes) + 1;
    const auto key_size = static_cast<std::uint8_t>(bytes(key_begin - 1, 1).front());
    const std::string_view key = bytes(key_begin, key_size);
    if (is_leaf && (big_endian(bytes_.data() + begin, size_bytes) & is_first) != 0) {
      return {key, 1};
    }
    return {key,
            big_endian(bytes(key_begin + key_size, piece_number_bytes).data(), piece_number_bytes)};
  }

  std::string_view bytes_;
  unsigned level_;
  std::size_t items_ = 0;
};

std::uint32_t GlassTable::revision_of(std::uint32_t number) const {
  const volatile char* const begin = file_.bytes().data() + number * root_.block_bytes;
  std::array<char, 4> bytes = {begin[0], begin[1], begin[2], begin[3]};
  return big_endian(bytes.data(), bytes.size());
}

GlassTable::Block GlassTable::block(std::uint32_t number, unsigned level) const {
  const std::size_t begin = number * root_.block_bytes;
  if (begin + root_.block_bytes > file_.bytes().size()) {
    fail_of_block();
  }
  if (revision_of(number) > root_.revision) {
    throw Xapian::DatabaseModifiedError("a table has been overtaken by its writer");
  }
  return {file_.bytes().substr(begin, root_.block_bytes), level};
}

// What was read of a block before this was of our revision if the block is so still.
void GlassTable::require_unchanged(std::uint32_t number) const {
  std::atomic_thread_fence(std::memory_order_acquire);
  if (revision_of(number) > root_.revision) {
    throw Xapian::DatabaseModifiedError("a table has been overtaken by its writer");
  }
}

std::optional<GlassTable::Item> GlassTable::last_item(const Place& most) const {
  return last_item(most, root_.block, root_.level);
}

std::optional<GlassTable::Item> GlassTable::last_item(const Place& most, std::uint32_t number,
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

GlassTable::Found GlassTable::find(std::string_view key, std::string& tag) const {
  tag.clear();
  for (unsigned piece = 1;; ++piece) {
    const std::optional<Item> item = last_item({key, piece});
    const bool found = item && item->place.key == key && item->place.piece == piece;
    if (found && !item->is_compressed) {
      tag += item->piece;
      require_unchanged(item->block);
    }
    if (!found && piece > 1) {
      fail_of_block();
    }
    if (!found || item->is_last || item->is_compressed) {
      return !found ? Found::no : item->is_compressed ? Found::compressed : Found::yes;
    }
  }
}

GlassTable::Found GlassTable::find_last(std::string_view most, std::string& key,
                                        std::string& tag) const {
  const std::optional<Item> item = last_item({most, 1});
  if (!item) {
    return Found::no;
  }
  key = item->place.key;
  const bool is_whole = item->place.piece == 1 && item->is_last && !item->is_compressed;
  tag = is_whole ? item->piece : "";
  require_unchanged(item->block);
  return is_whole ? Found::yes : find(key, tag);
}

}  // namespace pilcrow
