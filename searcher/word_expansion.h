// SPDX-License-Identifier: GPL-2.0-or-later
// Words of the index that stand for words of the query: names in other scripts and spellings, words
// that look alike, and what was probably meant by a word that is nowhere.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/names/aliases.h"
#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"
#include "searcher/word_terms.h"

namespace pilcrow {

// A word of the query, and whether the passages that are found must have it.
struct ExpandedWord {
  PlannedWord* word = nullptr;
  bool required = false;
};

// Works for one query.  Throws Xapian's exceptions.  Not thread-safe.
class WordExpander {
 public:
  // All must outlive it.  `aliases` are those of the user.
  WordExpander(const IndexReader& index, const NameAliases& aliases, const SearchOptions& options)
      : index_(index), aliases_(aliases), options_(options) {}

  // Expands words that follow each other in a query of `query_words` words.  In one of more than
  // 32, which was pasted and says enough, words stay as they are.
  void expand(std::span<const ExpandedWord> run, std::size_t query_words);

  // How words were understood, where that may surprise.
  std::vector<std::string> take_notes() { return std::move(notes_); }

 private:
  void add_name_variants(const ExpandedWord& word) const;
  void add_names_from(std::span<const ExpandedWord> run) const;
  void add_spellings(const std::string& name, std::span<const ExpandedWord> words) const;
  bool is_like_enough(const WordVariant& spelling) const;
  void add_parts_of_han_name(const std::string& joined, std::span<const ExpandedWord> words) const;
  void add_name(std::vector<std::string> parts, double weight, const char* why,
                std::span<const ExpandedWord> words) const;
  void add_aliases(const std::vector<std::vector<std::string>>& aliases,
                   std::span<const ExpandedWord> words) const;
  void add_spellings_of_alias(const std::string& alias, std::span<const ExpandedWord> words) const;
  void add_look_alikes(PlannedWord& word, bool required) const;
  void correct(PlannedWord& word);
  const std::vector<SharedVariant>& spellings(const std::string& name) const;
  std::vector<std::string> terms_of_name(const std::string& word) const;

  const IndexReader& index_;
  const NameAliases& aliases_;
  const SearchOptions& options_;
  std::vector<std::string> notes_ = {};
};

}  // namespace pilcrow
