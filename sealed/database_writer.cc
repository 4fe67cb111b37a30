// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/database_writer.h"

#include <algorithm>
#include <functional>
#include <system_error>
#include <utility>

#include "pilcrow/error.h"
#include "sealed/keys.h"

namespace pilcrow::sealed {
namespace {

namespace fs = std::filesystem;

constexpr const char* new_version_file = "v.tmp";

// Above these a writer that updates the database tries to deflate.
constexpr std::uint32_t compress_min_never = 0;
constexpr std::uint32_t compress_min_default = data_deflated_min;

RootInfo absent_table(std::uint32_t block_bytes, std::uint32_t compress_min) {
  RootInfo root;
  root.block_bytes = block_bytes;
  root.compress_min = compress_min;
  return root;
}

void make_folder(const fs::path& folder, bool& made) {
  std::error_code status;
  made = fs::create_directory(folder, status);
  if (status) {
    throw Error(ErrorCode::io, "make folder " + folder.string() + ": " + status.message() +
                                   "; check free space and permissions");
  }
  if (!made && !fs::is_empty(folder, status)) {
    throw Error(ErrorCode::already_exists, "write a database in " + folder.string() +
                                               ": the folder is not empty; name another");
  }
}

void check_positions(std::span<const std::uint32_t> positions) {
  if (positions.empty() || std::adjacent_find(positions.begin(), positions.end(),
                                              std::greater_equal<>()) != positions.end()) {
    throw Error(ErrorCode::internal,
                "write positions: there are none, or they came in the wrong order; this is a "
                "defect, please report it");
  }
  if (positions.size() == 2 && positions.back() == 1) {
    throw Error(ErrorCode::invalid_argument,
                "write positions: 0 and 1 alone can't be told from 1; count positions from 1");
  }
}

}  // namespace

DatabaseWriter::DatabaseWriter(fs::path folder, DatabaseOptions options, SystemCalls& calls)
    : folder_(std::move(folder)), options_(options), calls_(calls) {
  make_folder(folder_, made_folder_);
  try {
    postings_.emplace(folder_ / posting_file, options_, calls_);
    data_.emplace(folder_ / data_file, options_, calls_);
    if (options_.termlists) {
      termlists_.emplace(folder_ / termlist_file, options_, calls_);
    }
    positions_.emplace(folder_ / position_file, options_, calls_);
  } catch (...) {
    remove_files();
    throw;
  }
}

DatabaseWriter::~DatabaseWriter() {
  if (!sealed_) {
    remove_files();
  }
}

void DatabaseWriter::remove_files() noexcept {
  // The version file first: without it the others are no database.
  std::error_code ignored;
  for (const char* file :
       {version_file, new_version_file, posting_file, data_file, termlist_file, position_file}) {
    fs::remove(folder_ / file, ignored);
  }
  if (made_folder_) {
    fs::remove(folder_, ignored);
  }
}

DatabaseStatistics DatabaseWriter::seal() {
  const RootInfo absent = absent_table(options_.block_bytes, compress_min_default);
  const DatabaseStatistics statistics = postings_->finish();
  VersionInfo version;
  version.uuid = random_uuid();
  version.postings = close(postings_->table_, true);
  version.data = close(data_->table_, false);
  version.termlists = termlists_ ? close(termlists_->table_, true) : absent;
  version.positions = close(positions_->table_, false);
  version.spelling = absent;
  version.synonyms = absent;
  write_version_file(encode(version, statistics));
  sealed_ = true;
  return statistics;
}

// A table without entries has no file, unless readers expect one.
RootInfo DatabaseWriter::close(TableWriter& table, bool kept_empty) {
  RootInfo root = table.finish();
  if (root.entries > 0 || kept_empty) {
    table.sync();
    table.close();
    return root;
  }
  table.close();
  std::error_code status;
  fs::remove(table.path(), status);
  if (status) {
    throw Error(ErrorCode::io, "remove " + table.path().string() + ": " + status.message() +
                                   "; check permissions");
  }
  return absent_table(root.block_bytes, root.compress_min);
}

void DatabaseWriter::write_version_file(const std::string& bytes) {
  const fs::path made = folder_ / new_version_file;
  OutputFile file(made, calls_);
  file.write(bytes);
  file.sync();
  file.close();
  rename_file(made, folder_ / version_file, calls_);
  sync_entries(folder_, calls_);
}

DataTable::DataTable(const fs::path& path, const DatabaseOptions& options, SystemCalls& calls)
    : table_(path, options.block_bytes, compress_min_default, calls) {
  if (options.data_compression != 0) {
    deflater_.emplace(options.data_compression);
  }
}

void DataTable::add(std::uint32_t docid, std::string_view data) {
  if (deflater_ && data.size() > data_deflated_min && deflater_->shrinks(data)) {
    add_deflated(docid, deflater_->deflated());
  } else if (!data.empty()) {
    table_.add(DocumentKey(docid).bytes(), data);
  }
}

void DataTable::add_deflated(std::uint32_t docid, std::string_view deflated) {
  table_.add(DocumentKey(docid).bytes(), deflated, TagForm::deflated);
}

TermlistTable::TermlistTable(const fs::path& path, const DatabaseOptions& options,
                             SystemCalls& calls)
    : table_(path, options.block_bytes, compress_min_default, calls) {}

void TermlistTable::add(std::uint32_t docid, std::uint32_t length, std::span<const TermCount> terms,
                        std::span<const std::uint32_t> slots) {
  add_encoded(docid, encoder_.encode(length, terms), slots);
}

void TermlistTable::add_encoded(std::uint32_t docid, std::string_view termlist,
                                std::span<const std::uint32_t> slots) {
  const DocumentKey key(docid);
  table_.add(key.bytes(), termlist);
  if (!slots.empty()) {
    slots_.clear();
    append_slots(slots_, slots);
    table_.add(key.bytes_of_slots(), slots_);
  }
}

PositionTable::PositionTable(const fs::path& path, const DatabaseOptions& options,
                             SystemCalls& calls)
    : table_(path, options.block_bytes, compress_min_never, calls) {}

void PositionTable::begin_term(std::string_view term) {
  check_term(term);
  key_.clear();
  append_sort_string(key_, term, KeyEnd::later);
  term_key_bytes_ = key_.size();
}

void PositionTable::add(std::uint32_t docid, std::span<const std::uint32_t> positions) {
  check_positions(positions);
  key_.resize(term_key_bytes_);
  append_sort_uint(key_, docid);
  tag_.clear();
  append_positions(tag_, positions);
  table_.add(key_, tag_);
}

}  // namespace pilcrow::sealed
