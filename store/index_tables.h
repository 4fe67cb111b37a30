// SPDX-License-Identifier: GPL-2.0-or-later
// What an index holds of single documents and under single keys, read from its tables in place,
// where they are files of this machine.  It is what Xapian would read.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/glass_table.h"
#include "store/schema.h"

namespace pilcrow {

// Of one revision.  One thread at a time may use it.
class IndexTables {
 public:
  // Null where the folder has no tables, or not those of the state that `database` shows.
  static std::unique_ptr<IndexTables> open(const std::filesystem::path& folder,
                                           const Xapian::Database& database);

  // These throw Xapian's exceptions.  Nothing: it is compressed; ask Xapian.
  std::optional<std::string> data(Xapian::docid document) const;
  std::optional<std::string> metadata(std::string_view key) const;

  // Valid until the next value of the slot is asked for; empty where there is none.  Quickest in
  // the order of the documents.
  std::string_view value(Xapian::docid document, Xapian::valueno slot) const;

 private:
  // The values of a slot are stored in chunks, each of some documents that follow each other.
  class Chunk {
   public:
    // Moves to a document, if it is not before the first.
    std::optional<std::string_view> value(Xapian::docid document);
    void load(const GlassTable& postlist, Xapian::docid document, Xapian::valueno slot);

   private:
    void rewind();

    std::string tag_ = {};
    std::string key_ = {};
    Xapian::docid first_ = 0;    // 0: nothing is loaded.
    Xapian::docid covered_ = 0;  // No other chunk begins between the first and this document.
    Xapian::docid at_ = 0;
    std::string_view value_ = {};
    std::string_view rest_ = {};
  };

  IndexTables(GlassTable postlist, GlassTable docdata)
      : postlist_(std::move(postlist)), docdata_(std::move(docdata)) {}

  GlassTable postlist_;
  GlassTable docdata_;
  mutable std::array<Chunk, slots> chunks_ = {};
};

}  // namespace pilcrow
