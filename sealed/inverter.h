// SPDX-License-Identifier: GPL-2.0-or-later
// From the terms of documents to the documents of terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealed/lists.h"
#include "sealed/sorted_run.h"
#include "sealed/spill.h"

namespace pilcrow::sealed {

// A document and how often it has some term, so that sorted numbers are sorted documents.
using Posting = std::uint64_t;

constexpr Posting make_posting(std::uint32_t docid, std::uint32_t wdf) {
  return Posting{docid} << 32 | wdf;
}
constexpr std::uint32_t docid_of(Posting posting) {
  return static_cast<std::uint32_t>(posting >> 32);
}
constexpr std::uint32_t wdf_of(Posting posting) {
  return static_cast<std::uint32_t>(posting);
}

// Collects postings by term within some memory, without an allocation for each, and puts full
// loads aside as sorted runs.
class Inverter {
 public:
  Inverter(SpillFile& file, std::size_t memory_bytes);

  // Documents ascend.  Each term once.
  void add(std::uint32_t docid, std::span<const TermCount> terms);
  // No more documents come.
  void finish();

  // Their keys are terms, their payloads for append_postings.
  const std::vector<SpillStream>& runs() const { return runs_; }

 private:
  struct Term {
    std::uint32_t begin = 0;  // In text_.
    std::uint32_t size = 0;
    std::uint32_t postings = 0;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t term = 0;  // From 1; 0: free.
  };
  struct Entry {
    std::uint32_t term = 0;
    std::uint32_t wdf = 0;
  };
  struct Document {
    std::uint32_t docid = 0;
    std::uint32_t entries = 0;
  };

  std::uint32_t find_or_add(std::uint32_t hash, std::string_view term);
  void grow_slots();
  bool is_full() const;
  std::vector<std::uint32_t> sorted_terms() const;
  void write_run(SpillStream& run);
  void clear();

  SpillFile* file_;
  std::size_t memory_bytes_;
  std::string text_;
  std::vector<Term> terms_;
  std::vector<Slot> slots_;
  std::vector<Entry> entries_;  // As they come, document by document.
  std::vector<Document> documents_;
  std::vector<std::uint32_t> hashes_;  // Of the terms of the document in work.
  std::vector<SpillStream> runs_;
};

// Appends the postings of a run's payload, which are in ascending order.
void append_postings(std::string_view payload, std::vector<Posting>& postings);

}  // namespace pilcrow::sealed
