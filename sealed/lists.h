// SPDX-License-Identifier: GPL-2.0-or-later
// What the tables hold, encoded: posting lists, values with their statistics, term lists.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sealed/codec.h"
#include "sealed/table_writer.h"

namespace pilcrow::sealed {

constexpr std::size_t term_bytes_max = 245;  // Each zero byte counts twice.

[[noreturn]] void refuse_term(std::string_view term);

// Throws Error{invalid_argument} unless a database can hold the term.
inline void check_term(std::string_view term) {
  const bool is_short = !term.empty() && 2 * term.size() <= term_bytes_max;
  if (!is_short && (term.empty() || sort_string_size(term) > term_bytes_max)) {
    refuse_term(term);
  }
}

// Writes posting lists, chunk by chunk.
class PostingListWriter {
 public:
  explicit PostingListWriter(TableWriter& table) : table_(table) {}

  // Begins a list.  `key` is that of its first chunk; those of the others are `key`, `separator`
  // and their first document.  The counts stand in the first chunk, so they must be known.
  void begin(std::string_view key, std::string_view separator, std::uint64_t frequency,
             std::uint64_t collection_frequency);

  // Document ids ascend, from 1.  Throws Error{internal} where they don't.
  void add(std::uint32_t docid, std::uint32_t wdf) {
    if (docid <= last_docid_) {
      refuse(docid);
    }
    if (static_cast<std::size_t>(out_ - body()) >= chunk_bytes) {
      write_chunk(false);
    }
    if (out_ == body()) {
      first_docid_ = docid;
    } else {
      out_ = put_leb128(out_, docid - last_docid_ - 1);
    }
    out_ = put_leb128(out_, wdf);
    last_docid_ = docid;
    ++count_;
    sum_ += wdf;
  }

  // Writes the last chunk; a list without postings has none.
  void end();

  // Of the list so far.
  std::uint64_t count() const { return count_; }
  std::uint64_t sum() const { return sum_; }
  std::uint32_t last_docid() const { return last_docid_; }

 private:
  // A chunk ends before the posting that finds so many bytes in it.
  static constexpr std::size_t chunk_bytes = 2000;
  static constexpr std::size_t posting_bytes_max = 2 * leb128_32_bytes_max;
  static constexpr std::size_t header_bytes_max =
      2 * leb128_bytes_max + 2 * leb128_32_bytes_max + 1;

  char* body() { return chunk_.data() + header_bytes_max; }
  void write_chunk(bool last);
  [[noreturn]] void refuse(std::uint32_t docid) const;

  TableWriter& table_;
  std::string key_;
  std::size_t first_key_bytes_ = 0;
  std::size_t later_key_bytes_ = 0;
  std::uint64_t frequency_ = 0;
  std::uint64_t collection_frequency_ = 0;
  bool first_chunk_ = true;
  // The body begins where the longest header would end, so that either can stand right before it.
  std::array<char, header_bytes_max + chunk_bytes + posting_bytes_max> chunk_;
  char* out_ = chunk_.data() + header_bytes_max;
  std::uint32_t first_docid_ = 0;
  std::uint32_t last_docid_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
};

// What a database keeps of the values in a slot.
struct SlotStatistics {
  std::uint32_t slot = 0;
  std::uint64_t frequency = 0;  // Documents that have one.
  std::string lower = {};       // The least value.
  std::string upper = {};       // The greatest value.

  // Counts one more value, which is not empty.
  void count(std::string_view value);
  bool operator==(const SlotStatistics&) const = default;
};

std::string encode(const SlotStatistics& statistics);

// Writes the values of slots, chunk by chunk.
class ValueListWriter {
 public:
  explicit ValueListWriter(TableWriter& table) : table_(table) {}

  void begin(std::uint32_t slot);
  // Document ids ascend, values are not empty.  Throws Error{internal} where it is otherwise.
  void add(std::uint32_t docid, std::string_view value);
  void end();

  const SlotStatistics& statistics() const { return statistics_; }

 private:
  static constexpr std::size_t chunk_bytes = 2000;  // A chunk ends after reaching so many.

  void write_chunk();

  TableWriter& table_;
  SlotStatistics statistics_;
  std::string key_;
  std::size_t key_bytes_ = 0;
  std::string chunk_;
  std::uint32_t first_docid_ = 0;
  std::uint32_t last_docid_ = 0;
};

// A term of a document.
struct TermCount {
  std::string_view term;
  std::uint32_t wdf = 0;
  // Whoever knows terms by numbers, from 0 on, spares those who keep something for each a search:
  // DocumentView::numbering.
  std::uint32_t number = unnumbered;

  static constexpr std::uint32_t unnumbered = 0xFFFF'FFFF;
};

// Encodes the terms of one document after another.
class TermlistEncoder {
 public:
  // Terms in the order of their bytes, each once.  Throws Error: internal (order), invalid_argument
  // (length).  Valid until the next call.
  std::string_view encode(std::uint32_t document_length, std::span<const TermCount> terms);

 private:
  std::string out_;
};

// The slots of which a document has a value, ascending; at least one.
void append_slots(std::string& out, std::span<const std::uint32_t> slots);

}  // namespace pilcrow::sealed
