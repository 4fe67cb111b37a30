// SPDX-License-Identifier: GPL-2.0-or-later
// Which of the passages that were found say the same.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "store/forward_index.h"

namespace pilcrow {

// Compares the words of passages, given as they are in the forward index, by shingles of three
// (Broder, On the resemblance and containment of documents, 1997).
class SamePassages {
 public:
  // The number, from 0, of an earlier new passage that says the same as these words; nothing where
  // there is none, and then they are the next new passage.  Passages of fewer than eight words are
  // always new: "Photo: the archive" is no copy.
  std::optional<std::size_t> find_or_note(const std::vector<WordHash>& words);

 private:
  // Hashes; sorted and each once from when they are compared, as most never are.
  struct Shingles {
    const std::vector<std::uint64_t>& sorted();

    std::vector<std::uint64_t> hashes = {};
    bool is_sorted = false;
  };

  std::vector<Shingles> noted_;
  // Noted passages by each of the least hashes of their shingles, which copies nearly always share.
  std::unordered_multimap<std::uint64_t, std::size_t> by_least_;
};

}  // namespace pilcrow
