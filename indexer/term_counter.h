// SPDX-License-Identifier: GPL-2.0-or-later
// How often a document has each of its terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/large_pages.h"
#include "sealed/lists.h"
#include "store/stored_count.h"

namespace pilcrow {

// Terms have numbers, so that neither counting nor putting them in order looks at their letters.
class TermCounter {
 public:
  TermCounter();

  // The number of a term, until `forget`; what there is of them is kept.
  std::uint32_t number_of(std::string_view term);
  std::string_view term(std::uint32_t number) const {
    return std::string_view(text_).substr(places_[number].begin, places_[number].bytes);
  }

  // Forgets all terms.
  void forget();
  // How often that was; for sealed::DocumentView.
  std::uint32_t numbering() const { return numbering_; }

  // Begins a document.
  void begin();
  // What an occurrence adds to the count of a term, which may be nothing.
  void add(std::uint32_t number, std::uint32_t weight) {
    Term& term = terms_[number];
    if (!term.is_in_document) {
      term.is_in_document = true;
      found_.push_back({term.first_bytes, number});
    }
    term.count += weight;
  }
  // A term that no word of the document is; once a document.  Stays with the caller until `terms`
  // is not needed any more.
  void add_other(std::string_view term);

  // The terms of the document in the order of their bytes, with their counts on a scale; until the
  // next document.
  const std::vector<sealed::TermCount>& terms(const CountScale& scale);

 private:
  // What counting and sorting look at.
  struct Term {
    std::uint64_t first_bytes = 0;  // So that most comparisons are one of numbers.
    std::uint32_t count = 0;        // In the document in work.
    bool is_in_document = false;
  };
  // Of a term in text_.
  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t bytes = 0;
  };
  struct Found {
    std::uint64_t first_bytes = 0;
    std::uint32_t number = 0;  // From others_begin on, that of one of others_.
  };
  static constexpr std::uint32_t others_begin = std::uint32_t{1} << 31;

  std::uint32_t& slot_of(std::string_view term);
  void grow_slots();
  std::string_view text_of(const Found& found) const;

  std::uint32_t numbering_ = 0;
  LargeString text_;
  LargeVector<Place> places_;
  LargeVector<Term> terms_;
  LargeVector<std::uint32_t> slots_;  // By hash: a number + 1; 0: free.
  std::vector<Found> found_;          // In the document in work.
  std::vector<std::string_view> others_;
  std::vector<sealed::TermCount> sorted_;
};

}  // namespace pilcrow
