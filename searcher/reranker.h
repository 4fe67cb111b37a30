// SPDX-License-Identifier: GPL-2.0-or-later
// What the forward index of a passage says beyond its terms.
#pragma once

#include <xapian.h>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"
#include "searcher/query_plan.h"
#include "store/forward_index.h"
#include "store/stored_count.h"

namespace pilcrow {

// Adds to the score of a passage, but for what rounding added before; docs/ranking.md has the
// formulas.  With w the idf of a word times its factor, that of a stop word being a quarter:
// - rounding: w times what the tf of the exact count has more than that of the stored one.  Forms
//   that do not look like the word are not known to be its, and leave the count short: then the
//   difference is that of another count, which is as small;
// - look-alikes: 0.6 w tf, where tf is that of BM25 over all words of the passage that look like
//   the word of the query, each occurrence counted by how alike it looks.  The word as it was typed
//   counts whole, so exact forms come before others;
// - pairs: for two words that follow each other in the query, stop words between them aside, 0.2
//   times the mean of their w, once for places where they are as far apart as in the query, once
//   for those where they are within four words; n places, one in the title being two, count
//   2n/(n+1) (after Rasolofo and Savoy, ECIR 2003);
// - the window: 0.3 times the largest sum of w over distinct words in any 20 words of the passage,
//   and 0.15 times that of its title (after Tao and Zhai, SIGIR 2007);
// - what it repeats: 0.4 times the idf of all words of the query times p^8, where p is the share of
//   it of the words that the passage or its title has as they were typed: a passage that has nearly
//   all of them is hardly there by chance, and is told from others by the words that else say
//   little.
// Words are told by their hashes: one word in 49,152 is taken for another.  A word of the query
// that the index does not have is never taken for one.
//
// Not thread-safe.
class Reranker {
 public:
  // `plan` must outlive it.
  Reranker(const QueryPlan& plan, const IndexReader& index);

  // Whether there is any word to look for.
  bool is_needed() const { return ranked_words_ > 0; }

  double bonus(const ForwardIndex& forward) const;

  // The parts of the bonus, as they add up to it.
  std::vector<Explanation> explain(const ForwardIndex& forward) const;

 private:
  struct Word {
    const std::string* name = nullptr;
    double idf = 0;
    double weight = 0;
    std::size_t place = 0;  // In the query.
    bool repeats = false;   // A word in front is the same.
  };
  // A word of the query that a hash counts for.
  struct Meaning {
    WordHash hash = 0;
    std::uint16_t word = 0;
    bool same_term = false;
    bool own_term = false;
    double coverage = 0;
  };
  using Positions = std::vector<std::uint32_t>;
  // Where words of the query stand, in their own forms, in the title or in the body.
  struct Places {
    std::vector<Positions> of_word;
    // All in order, each with its word.
    std::vector<std::pair<std::uint32_t, std::size_t>> in_order;

    void clear();
  };
  // What a passage has of the query.
  struct Occurrences {
    CountScale scale{1};                 // Of the passage's length.
    double relative = 1;                 // What a count in it is in a passage of mean length.
    std::vector<std::uint32_t> counted;  // By word, as the first stage counts it.
    std::vector<double> counts;          // By word, with those in the title, normalised for length.
    std::vector<bool> as_typed;          // By word: it stands there so.
    Places title;
    Places body;
  };
  struct PairCounts {
    double following = 0;  // As far apart as in the query.
    double near = 0;

    bool any() const { return following > 0 || near > 0; }
  };

  void add_word(const Word& word, std::span<const WordForm> forms);
  std::span<const Meaning> meanings(WordHash hash) const;
  void start(const ForwardIndex& forward) const;
  // Valid until the next call.
  const Occurrences& occurrences(const ForwardIndex& forward) const;
  double rounding(std::size_t word, const Occurrences& found) const;
  double look_alikes(std::size_t word, const Occurrences& found) const;
  PairCounts count_pair(std::size_t first, const Places& places) const;
  double pair(std::size_t first, const Occurrences& found) const;
  std::string describe_pair(std::size_t first, const Occurrences& found) const;
  double window(const Places& found) const;
  double repeated(const Occurrences& found) const;

  double mean_pivot_;
  std::vector<Word> words_;       // Those that rank in the first stage, then stop words.
  std::size_t ranked_words_ = 0;  // The first of these.
  double idf_sum_ = 0;
  std::vector<Meaning> meanings_;          // Sorted by hash.
  std::bitset<word_hashes> has_meanings_;  // By hash: few have any, and most words stop here.
  mutable Occurrences found_;              // Kept for its room, which each passage would ask for.
};

}  // namespace pilcrow
