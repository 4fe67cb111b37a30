// SPDX-License-Identifier: GPL-2.0-or-later
// Names that no rule of sounds connects: Germany, Deutschland, Allemagne, 德国.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

// Concepts with their spellings, each a sequence of words as the analyzer folds them.  Safe to read
// from several threads.
class NameAliases {
 public:
  NameAliases() = default;  // An empty list.

  // The list that comes with the library.
  static const NameAliases& shipped();

  // The list in `text`: one concept a line, two spellings or more, between tabs; # begins a line of
  // comment.  A line that is none is skipped, and said with its number in `problems`.
  static NameAliases parse(std::string_view text, std::vector<std::string>& problems);

  // The other spellings of the concepts that some folded words, with a space between them, name;
  // empty where they name none.
  std::vector<std::vector<std::string>> of(std::string_view spelling) const;

  // The words of the longest spelling; 0 for an empty list.
  std::size_t words_max() const { return words_max_; }

  // How many lines hold.
  std::size_t size() const { return concepts_; }

 private:
  // Where a spelling stands in the list.  An empty slot has no bytes.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t line = 0;
    std::uint32_t begin = 0;
    std::uint32_t bytes = 0;
  };

  // `folded`: as parse takes it, but of lines that hold, with the words as they are asked for and
  // spaces between them.
  explicit NameAliases(std::string folded);

  void add(std::uint32_t line, std::string_view spelling);

  std::string folded_ = {};
  std::vector<Slot> slots_ = {};  // A hash table; equal spellings in the order of their lines.
  std::size_t concepts_ = 0;
  std::size_t words_max_ = 0;
};

// The shipped list, folded already: folding it would take longer than most searches.
extern const std::string_view shipped_alias_text;

}  // namespace pilcrow
