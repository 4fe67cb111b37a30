// SPDX-License-Identifier: GPL-2.0-or-later
// A whole Xapian 1.4 (glass) database, written in one pass from sorted input.  Knows nothing of
// articles, and needs no Xapian.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealed/deflater.h"
#include "sealed/lists.h"
#include "sealed/output_file.h"
#include "sealed/table_writer.h"
#include "sealed/version_file.h"

namespace pilcrow::sealed {

// Readers look for deflated data only where it had more bytes than these.
constexpr std::uint32_t data_deflated_min = 18;

struct DatabaseOptions {
  std::uint32_t block_bytes = block_bytes_default;
  // zlib's level for document data; 0 stores it plain.
  int data_compression = 0;
  // Without them documents can be neither removed nor replaced, and their terms not listed.
  bool termlists = true;
};

// The four tables.  What each is given comes in one order; anything else is Error{internal}.  Each
// may be filled by a thread of its own.  All functions throw Error: invalid_argument where
// something is beyond a limit of Xapian's, io.

// Posting lists and all that is kept among them, in the order of these functions.
class PostingTable {
 public:
  PostingTable(const std::filesystem::path& path, const DatabaseOptions& options,
               SystemCalls& calls);

  // In the order of the keys' bytes.  A key has from 1 to 253 bytes.  Empty values are not kept.
  void metadata(std::string_view key, std::string_view value);

  // Of all slots that have values, in any order; once.
  void value_statistics(std::span<const SlotStatistics> slots);
  // Slots in the order of their LEB128, which for those below 128 is that of numbers, the documents
  // of one ascending.  An empty value is none.
  void value(std::uint32_t slot, std::uint32_t docid, std::string_view value);

  // Of every document, ascending from 1, also those without terms: the sum of its terms' counts.
  void document_length(std::uint32_t docid, std::uint32_t length);

  // Terms in the order of their bytes, with their number of postings and the sum of their counts.
  void begin_term(std::string_view term, std::uint64_t frequency,
                  std::uint64_t collection_frequency);
  // Documents ascend, from 1.
  void posting(std::uint32_t docid, std::uint32_t wdf) {
    wdf_max_ = wdf > wdf_max_ ? wdf : wdf_max_;
    postings_.add(docid, wdf);
  }
  void end_term();

 private:
  friend class DatabaseWriter;
  enum class Part { metadata, statistics, values, lengths, terms };

  void enter(Part part);
  void leave_part();
  void end_slot();
  void check_values();
  DatabaseStatistics finish();  // Of the contents; the table is left open.

  TableWriter table_;
  PostingListWriter postings_;
  ValueListWriter values_;
  Part part_ = Part::metadata;
  std::string key_;
  std::vector<SlotStatistics> promised_;  // What value_statistics was told.
  std::vector<SlotStatistics> written_;   // What values there were.
  bool slot_open_ = false;
  std::uint64_t frequency_ = 0;
  std::uint64_t collection_frequency_ = 0;
  std::uint32_t wdf_max_ = 0;
  DatabaseStatistics statistics_;
};

// What a document shows.
class DataTable {
 public:
  DataTable(const std::filesystem::path& path, const DatabaseOptions& options, SystemCalls& calls);

  // Documents ascend.  Empty data is not kept.
  void add(std::uint32_t docid, std::string_view data);
  // The same, deflated by the caller (Deflater) from data of more than data_deflated_min bytes.
  void add_deflated(std::uint32_t docid, std::string_view deflated);

 private:
  friend class DatabaseWriter;

  TableWriter table_;
  std::optional<Deflater> deflater_;
};

// Which terms and values a document has.
class TermlistTable {
 public:
  TermlistTable(const std::filesystem::path& path, const DatabaseOptions& options,
                SystemCalls& calls);

  // Every document, ascending.  Terms in the order of their bytes, `slots` ascending.
  void add(std::uint32_t docid, std::uint32_t length, std::span<const TermCount> terms,
           std::span<const std::uint32_t> slots);
  // The same with terms encoded by the caller (TermlistEncoder).
  void add_encoded(std::uint32_t docid, std::string_view termlist,
                   std::span<const std::uint32_t> slots);

 private:
  friend class DatabaseWriter;

  TableWriter table_;
  TermlistEncoder encoder_;
  std::string slots_;
};

// Where in a document a term stands.
class PositionTable {
 public:
  PositionTable(const std::filesystem::path& path, const DatabaseOptions& options,
                SystemCalls& calls);

  // Terms in the order of their bytes.
  void begin_term(std::string_view term);
  // Documents ascend, and so do positions; at least one.  Not 0 and 1 alone: Xapian's format spells
  // them as it does 1, so that they are Error{invalid_argument}.
  void add(std::uint32_t docid, std::span<const std::uint32_t> positions);

 private:
  friend class DatabaseWriter;

  TableWriter table_;
  std::string key_;
  std::size_t term_key_bytes_ = 0;
  std::string tag_;
};

// Makes a database in a folder of its own.  Until `seal` has returned there is none: what is there
// does not open.
class DatabaseWriter {
 public:
  // Makes the folder where it is missing.  Throws Error: already_exists (where it is not empty),
  // invalid_argument (options), io.
  explicit DatabaseWriter(std::filesystem::path folder, DatabaseOptions options = {},
                          SystemCalls& calls = SystemCalls::real());
  // Removes what was written, unless it was sealed.
  ~DatabaseWriter();
  DatabaseWriter(const DatabaseWriter&) = delete;
  DatabaseWriter& operator=(const DatabaseWriter&) = delete;

  PostingTable& postings() { return *postings_; }
  DataTable& data() { return *data_; }
  bool has_termlists() const { return termlists_.has_value(); }
  // Only where it has them.
  TermlistTable& termlists() { return *termlists_; }
  PositionTable& positions() { return *positions_; }

  // Ends the tables, brings them to disk, and only then writes what makes them a database.  To be
  // called once, when no other thread uses a table.
  DatabaseStatistics seal();

 private:
  RootInfo close(TableWriter& table, bool kept_empty);
  void write_version_file(const std::string& bytes);
  void remove_files() noexcept;

  std::filesystem::path folder_;
  DatabaseOptions options_;
  SystemCalls& calls_;
  bool made_folder_ = false;
  bool sealed_ = false;
  std::optional<PostingTable> postings_;
  std::optional<DataTable> data_;
  std::optional<TermlistTable> termlists_;
  std::optional<PositionTable> positions_;
};

}  // namespace pilcrow::sealed
