// SPDX-License-Identifier: GPL-2.0-or-later
// Looks up single keys in a glass table, as its file lies in memory.  Xapian reads a block of 8 KiB
// by a call of the system for each look-up, which takes longer than all else.  Knows nothing of
// what keys and tags mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "sealed/mapped_file.h"
#include "sealed/root_info.h"

namespace pilcrow::sealed {

// Thrown where a table is not as its format has it.
struct TableDamaged : std::runtime_error {
  using runtime_error::runtime_error;
};

// Thrown where a writer has put something else in the place of what a reader needs.
struct TableOvertaken : std::runtime_error {
  using runtime_error::runtime_error;
};

// What a table holds does not change within a revision, but blocks that it needs no more may be
// written anew by a later one.  All throw TableDamaged and TableOvertaken.
class TableReader {
 public:
  TableReader(MappedFile file, const RootInfo& root, std::uint32_t revision)
      : file_(std::move(file)),
        root_(root.root),
        level_(root.level),
        block_bytes_(root.block_bytes),
        revision_(revision) {}

  enum class Found { no, yes, deflated };

  // Gives the tag of a key; not where it is deflated.
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
  std::uint32_t root_;
  unsigned level_;
  std::size_t block_bytes_;
  std::uint32_t revision_;
};

}  // namespace pilcrow::sealed
