// SPDX-License-Identifier: GPL-2.0-or-later
// What a Xapian 1.4 (glass) database holds of single documents and under single keys, read from its
// tables in place.  It is what Xapian would read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sealed/table_reader.h"

namespace pilcrow::sealed {

// Of one revision.  One thread at a time may use it.
class DatabaseReader {
 public:
  // Null where the folder has no tables, others than this can read, or those of another database
  // (`uuid` as Xapian tells it) or revision: ask Xapian then.  Values are read of the slots below
  // `slots`.
  static std::unique_ptr<DatabaseReader> open(const std::filesystem::path& folder,
                                              std::string_view uuid, std::uint64_t revision,
                                              std::uint32_t slots);

  // All these throw TableDamaged and TableOvertaken.

  // Nothing: it is deflated; ask Xapian.
  std::optional<std::string> data(std::uint32_t docid) const;
  std::optional<std::string> metadata(std::string_view key) const;

  // Valid until the next value of the slot is asked for; empty where there is none.  Quickest in
  // the order of the documents.
  std::string_view value(std::uint32_t docid, std::uint32_t slot) const;

 private:
  // The values of a slot are stored in chunks, each of some documents that follow each other.
  class Chunk {
   public:
    // Moves to a document, if it is not before the first.
    std::optional<std::string_view> value(std::uint32_t docid);
    void load(const TableReader& postings, std::uint32_t docid, std::uint32_t slot);

   private:
    void rewind(std::uint32_t first);

    std::string tag_ = {};
    std::string key_ = {};
    std::uint32_t first_ = 0;    // 0: nothing is loaded.
    std::uint32_t covered_ = 0;  // No other chunk begins between the first and this document.
    std::uint32_t at_ = 0;
    std::string_view value_ = {};
    std::string_view rest_ = {};
  };

  DatabaseReader(TableReader postings, TableReader data, std::uint32_t slots)
      : postings_(std::move(postings)), data_(std::move(data)), chunks_(slots) {}

  TableReader postings_;
  TableReader data_;
  mutable std::vector<Chunk> chunks_;  // By slot.
};

}  // namespace pilcrow::sealed
