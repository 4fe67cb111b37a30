// SPDX-License-Identifier: GPL-2.0-or-later
// The postings of a term, as runs of an Inverter hold them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace pilcrow::sealed {

// Reads a payload: the number of postings, the sum of their counts, and each as its distance from
// the document before and its count.
class PostingReader {
 public:
  explicit PostingReader(std::string_view payload) : next_(payload.data()) {
    count_ = number();
    wdf_total_ = number();
    left_ = count_;
    next();
  }

  // Of all postings.
  std::uint64_t count() const { return count_; }
  std::uint64_t wdf_total() const { return wdf_total_; }

  // 0: there are no more.
  std::uint32_t docid() const { return docid_; }
  std::uint32_t wdf() const { return wdf_; }
  void next() {
    if (left_ == 0) {
      docid_ = 0;
      return;
    }
    --left_;
    docid_ += static_cast<std::uint32_t>(number());
    wdf_ = static_cast<std::uint32_t>(number());
  }

 private:
  std::uint64_t number() {
    std::uint64_t value = static_cast<unsigned char>(*next_++);
    if (value >= 0x80) {
      value &= 0x7f;
      for (unsigned shift = 7;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*next_++);
        value |= std::uint64_t{byte & 0x7fU} << shift;
        if (byte < 0x80) {
          break;
        }
      }
    }
    return value;
  }

  const char* next_;
  std::uint64_t count_ = 0;
  std::uint64_t left_ = 0;
  std::uint64_t wdf_total_ = 0;
  std::uint32_t docid_ = 0;
  std::uint32_t wdf_ = 0;
};

// Visits the postings of a term in the order of documents.  Those of one run ascend; runs of
// several threads take turns, batch by batch.
template <typename Visit>
void for_each_posting(std::vector<PostingReader> readers, Visit visit) {
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  while (!readers.empty()) {
    std::size_t first = 0;
    std::uint32_t others = none;  // The first document of the other runs.
    for (std::size_t i = 1; i < readers.size(); ++i) {
      const bool is_first = readers[i].docid() < readers[first].docid();
      others = std::min(others, readers[is_first ? std::exchange(first, i) : i].docid());
    }
    PostingReader& reader = readers[first];
    for (; reader.docid() != 0 && reader.docid() <= others; reader.next()) {
      visit(reader.docid(), reader.wdf());
    }
    if (reader.docid() == 0) {
      readers.erase(readers.begin() + static_cast<std::ptrdiff_t>(first));
    }
  }
}

}  // namespace pilcrow::sealed
