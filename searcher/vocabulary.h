// SPDX-License-Identifier: GPL-2.0-or-later
// Words of the index that look or sound like a word of the query.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/vocabulary.h"

namespace pilcrow {

struct RelatedWord {
  std::string word = {};
  double coverage = 0;  // How much of the grams, by their idf among the words, it shares: 0 to 1.
};

struct LookAlike {
  std::string word = {};
  double coverage = 0;
  std::vector<std::string> terms = {};
};

struct NameSpelling {
  std::string word = {};
  double likeness = 0;
  std::vector<std::string> terms = {};
};

// The terms of a word, as the index's word list has them: separated by spaces.
std::vector<std::string> split_terms(const std::string& text);

// Reads the vocabulary of one state of an index, and keeps the blocks of words that it has read
// and what it remembers (some 20 MB at most).  Of several indexes, which know many words in common,
// it keeps all words once it needs any (some 60 bytes a word).  Throws Xapian's exceptions, and
// Error{corrupt}.  Not thread-safe.
class Vocabulary {
 public:
  // Of several indexes, the words of all; `are_far` says of each whether one answer with all words
  // comes sooner than one for each block of them.
  explicit Vocabulary(std::vector<Xapian::Database> databases, std::vector<bool> are_far = {});

  // The words with at least `coverage_min` of the character grams of `word`, best first, at most
  // `most`; the word itself is among them where the index has it.
  std::vector<RelatedWord> related(std::string_view word, double coverage_min,
                                   std::size_t most) const;

  // The words that spell a name otherwise, with their terms, likeliest first; those of a likeness
  // of name_likeness_min and more.  Where very many words of a script have its consonants, which
  // ordinary words have by chance, they are not looked at.
  std::vector<NameSpelling> spellings(const std::string& name) const;

  // What words that look like `word` there are for ranking: `related` with a coverage of 0.4 and
  // more, at most 16; and their terms.  Remembered.
  const std::vector<LookAlike>& look_alikes(const std::string& word) const;

  // The terms that a folded word became; none where the index does not have it.
  std::vector<std::string> terms_of(std::string_view word) const;

 private:
  // A segment of one of the indexes.
  struct Segment {
    std::size_t part = 0;
    VocabularySegment stored = {};
  };
  using Numbers = std::vector<std::uint32_t>;

  bool is_of_several() const { return databases_.size() > 1; }
  void unite() const;
  std::vector<std::vector<std::string>> words_by_segment() const;
  std::vector<std::string> words_in_blocks(const Segment& segment) const;
  std::vector<std::string> filed_words(std::size_t part) const;
  bool is_far(std::size_t part) const { return part < are_far_.size() && are_far_[part]; }
  std::vector<Numbers> words_with(std::string_view gram) const;
  void add_named(std::string_view skeleton, char script, std::vector<std::string>& words) const;
  std::vector<LookAlike> find_look_alikes(const std::string& word) const;
  std::string_view word(std::size_t segment, std::uint32_t number) const;
  std::string read(std::size_t part, const std::string& key) const {
    return databases_[part].get_metadata(key);
  }

  std::vector<Xapian::Database> databases_;
  std::vector<bool> are_far_;
  std::vector<Segment> segments_;
  // Of several indexes: all words, sorted, and by segment which of them its words are.
  mutable std::vector<std::string> united_ = {};
  mutable std::vector<Numbers> places_ = {};
  mutable std::unordered_map<std::uint64_t, WordBlock> blocks_ = {};
  mutable std::unordered_map<std::string, std::vector<LookAlike>> look_alikes_ = {};
};

}  // namespace pilcrow
