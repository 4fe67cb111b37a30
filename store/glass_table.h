// SPDX-License-Identifier: GPL-2.0-or-later
// Looking up single keys in a table of a Xapian database, as its file lies in memory.  Xapian reads
// a block of 8 KiB by a call of the system for each look-up, which takes longer than all else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/mapped_file.h"

namespace pilcrow {

// Where a table begins, in one revision of its database.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
  std::size_t block_bytes = 0;
  std::uint32_t revision = 0;
};

// What a table holds does not change within a revision, but blocks that it needs no more may be
// written anew by a later one; who reads those gets Xapian::DatabaseModifiedError, as from Xapian.
// Damage is Xapian::DatabaseCorruptError.
class GlassTable {
 public:
  GlassTable(MappedFile file, const TableRoot& root) : file_(std::move(file)), root_(root) {}

  enum class Found { no, yes, compressed };

  // Gives the tag of a key; not where it is compressed.
  Found find(std::string_view key, std::string& tag) const;
  // The same of the last key that is not after `most`.
  Found find_last(std::string_view most, std::string& key, std::string& tag) const;

 private:
  // A key, and which of the pieces of its tag.
  struct Place {
    std::string_view key;
    unsigned piece = 1;
  };
  class Block;
  struct Item;
  Block block(std::uint32_t number, unsigned level) const;
  std::uint32_t revision_of(std::uint32_t number) const;
  void require_unchanged(std::uint32_t number) const;
  std::optional<Item> last_item(const Place& most) const;
  std::optional<Item> last_item(const Place& most, std::uint32_t number, unsigned level) const;

  MappedFile file_;
  TableRoot root_;
};

}  // namespace pilcrow
