// SPDX-License-Identifier: GPL-2.0-or-later
// The forward index: the length of a passage and its words in order, at most two bytes each, in a
// value slot.  It takes a seventh of the room of Xapian's position table and a fraction of its
// build time, and tells nearly every passage without a phrase from one with it; the stored text
// decides the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

// What stands for a word: below `exact_hashes` it is one of the most frequent words, and no other
// has it; else other words may have the same.
using WordHash = std::uint16_t;
constexpr std::size_t word_hashes = std::size_t{1} << 16;
constexpr WordHash exact_hashes = 64;

WordHash word_hash(std::string_view word);

constexpr bool is_exact(WordHash hash) {
  return hash < exact_hashes;
}

// Words in code: those that are exact take one byte, others two.
void append_word(std::string& codes, WordHash hash);
// Throws Error{corrupt} where the last is cut.
std::vector<WordHash> decode_words(std::string_view codes);
// Whether `wanted`, also in code, stand in `codes`, one after the other.
bool holds_words(std::string_view codes, std::string_view wanted);

class ForwardIndexWriter {
 public:
  void clear() {
    words_.clear();
    title_bytes_ = 0;
  }
  void drop_body() { words_.resize(title_bytes_); }
  // Title words first, then the passage's; the index of a word in its part is its position.
  void add_title(WordHash hash) {
    append_word(words_, hash);
    title_bytes_ = words_.size();
  }
  void add(WordHash hash) { append_word(words_, hash); }
  // `length` is in ranked words, those of the title counted twice.
  std::string value(std::uint32_t length) const;

 private:
  std::string words_;  // In code.
  std::size_t title_bytes_ = 0;
};

// A value as it is stored, which must live as long.
struct ForwardView {
  std::uint32_t length = 0;  // In ranked words, those of the title counted twice.
  std::string_view title;    // In code, as `body`.
  std::string_view body;
};

struct ForwardIndex {
  std::uint32_t length = 0;  // As above.
  std::vector<WordHash> title;
  std::vector<WordHash> body;
};

// Both throw Error{corrupt} where the value is damaged.
ForwardView view_forward_index(std::string_view value);
ForwardIndex decode_forward_index(std::string_view value);

}  // namespace pilcrow
