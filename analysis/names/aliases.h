// SPDX-License-Identifier: GPL-2.0-or-later
// Names that no rule of sounds connects: Germany, Deutschland, Allemagne, 德国.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pilcrow {

// Concepts with their spellings, each a sequence of words as the analyzer folds them.  Safe to read
// from several threads.
class NameAliases {
 public:
  // The list that comes with the library.
  static const NameAliases& shipped();

  // The list in `text`: one concept a line, two spellings or more, between tabs; # begins a line of
  // comment.  A line that is none is skipped, and said with its number in `problems`.
  static NameAliases parse(std::string_view text, std::vector<std::string>& problems);

  // The other spellings of the concepts that these folded words name; empty where they name none.
  std::vector<std::vector<std::string>> of(std::span<const std::string> words) const;

  // The words of the longest spelling; 0 for an empty list.
  std::size_t words_max() const { return words_max_; }

  // How many lines hold.
  std::size_t size() const { return concepts_.size(); }

 private:
  using Spelling = std::vector<std::string>;

  void add(std::vector<Spelling> spellings);

  std::vector<std::vector<Spelling>> concepts_;
  std::unordered_map<std::string, std::vector<std::size_t>> concepts_of_;  // By words and spaces.
  std::size_t words_max_ = 0;
};

// The text of the shipped list, for who wants to read it.
extern const std::string_view shipped_alias_text;

}  // namespace pilcrow
