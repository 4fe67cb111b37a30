// SPDX-License-Identifier: GPL-2.0-or-later
// From the terms of documents to the documents of terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/large_pages.h"
#include "sealed/byte_lists.h"
#include "sealed/lists.h"
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
    ByteLists::List postings;      // As PostingReader reads them.
    std::uint32_t last_docid = 0;  // Of these,
    std::uint32_t count = 0;       // how many there are,
    std::uint64_t wdf_total = 0;   // and the sum of their counts.
  };
  struct Text {
    std::uint32_t begin = 0;  // In text_.
    std::uint32_t size = 0;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t term = 0;  // From 1; 0: free.
  };
  // A term of the document in work that is not known by its number.
  struct Unknown {
    std::uint32_t hash = 0;
    const TermCount* term = nullptr;
  };

  void count(std::uint32_t term, std::uint32_t docid, std::uint32_t wdf);
  void count_unknown(std::uint32_t docid);
  std::string_view text_of(std::uint32_t term) const {
    return std::string_view(text_).substr(texts_[term].begin, texts_[term].size);
  }
  std::uint32_t find_or_add(std::uint32_t hash, std::string_view term);
  void grow_slots();
  bool is_full() const;
  std::vector<std::uint32_t> sorted_terms() const;
  void write_run(SpillStream& run);
  void clear();

  SpillFile* file_;
  std::size_t memory_bytes_;
  LargeString text_;
  LargeVector<Text> texts_;  // Of each term.
  LargeVector<Term> terms_;
  LargeVector<Slot> slots_;
  ByteLists postings_;
  std::vector<Unknown> unknown_;
  LargeVector<std::uint32_t> known_;  // By number of the caller's: the term, from 1; 0: not known.
  std::vector<SpillStream> runs_;
};

}  // namespace pilcrow::sealed
