// SPDX-License-Identifier: GPL-2.0-or-later
// Sketches by which copies of an article are found: the same text from two places, and syndicated
// copies with a few changes.
#pragma once

#include <cstdint>
#include <vector>

#include "base/large_pages.h"
#include "pilcrow/article.h"
#include "store/schema.h"

namespace pilcrow {

// Hashes of groups of minima over the article's shingles of four words (Broder, On the resemblance
// and containment of documents, 1997; one permutation: Li, Owen and Zhang, 2012).  Two articles
// whose shingles are nine tenths the same share two bands or more with probability .98, at one half
// with .05.  Empty for a text of fewer than `sketched_words_min` words.
std::vector<std::uint64_t> sketch_of(const Article& article);

constexpr std::size_t sketched_words_min = 40;
constexpr std::size_t bands_shared_min = 2;

// The first of `candidates`, keys of articles that share a band, one entry a shared band, that
// occurs often enough to be the original of a copy; 0: none.  0 as an entry is no article.
std::uint64_t original_among(const std::vector<std::uint64_t>& candidates);

// The bands of the articles of a run.
class SketchTable {
 public:
  // The article seen before that has this band; 0: none.
  std::uint64_t find(std::uint64_t band) const;
  // The first article with a band keeps it.
  void note(const std::vector<std::uint64_t>& bands, const ArticleKey& key);

 private:
  // 32 bits of a band's hash and the place of its article in `keys_`, from 1; 0: free.  Eight bytes
  // an entry, since there are six for each article of a build.
  struct Entry {
    std::uint32_t tag = 0;
    std::uint32_t article = 0;
  };

  std::size_t place_of(std::uint32_t tag) const;
  void grow();

  LargeVector<Entry> entries_;
  std::size_t used_ = 0;
  std::vector<std::uint64_t> keys_;
};

}  // namespace pilcrow
