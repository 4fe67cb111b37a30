// SPDX-License-Identifier: GPL-2.0-or-later
// From the terms of documents to the documents of terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sealed/lists.h"
#include "sealed/posting_reader.h"
#include "sealed/sorted_run.h"
#include "sealed/spill.h"

namespace pilcrow::sealed {

// Collects postings by term within some memory, without an allocation for each, and puts full
// loads aside as sorted runs.
class Inverter {
 public:
  Inverter(SpillFile& file, std::size_t memory_bytes);

  // Documents ascend.  Each term once.
  void add(std::uint32_t docid, std::span<const TermCount> terms);
  // What terms have numbers changes from here on.
  void forget_numbers() { known_.clear(); }
  // No more documents come.
  void finish();

  // Their keys are terms, their payloads for PostingReader.
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

  struct Posting {
    std::uint32_t docid = 0;
    std::uint32_t wdf = 0;
  };
  // A term of the document in work that is not known by its number.
  struct Unknown {
    std::uint32_t hash = 0;
    const TermCount* term = nullptr;
  };

  void count(std::uint32_t term, std::uint32_t wdf) {
    ++terms_[term].postings;
    entries_.push_back({term, wdf});
  }
  void count_unknown();
  std::uint32_t find_or_add(std::uint32_t hash, std::string_view term);
  void grow_slots();
  bool is_full() const;
  std::vector<std::uint32_t> sorted_terms() const;
  std::vector<std::uint32_t> places_of(const std::vector<std::uint32_t>& sorted) const;
  std::unique_ptr<Posting[]> sorted_postings(const std::vector<std::uint32_t>& sorted) const;
  void write_run(SpillStream& run);
  void clear();

  SpillFile* file_;
  std::size_t memory_bytes_;
  std::string text_;
  std::vector<Term> terms_;
  std::vector<Slot> slots_;
  std::vector<Entry> entries_;  // As they come, document by document.
  std::vector<Document> documents_;
  std::vector<Unknown> unknown_;
  std::vector<std::uint32_t> known_;  // By number of the caller's: the term, from 1; 0: not known.
  std::vector<SpillStream> runs_;
};

}  // namespace pilcrow::sealed
