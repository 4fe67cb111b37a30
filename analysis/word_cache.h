// SPDX-License-Identifier: GPL-2.0-or-later
// What became of words, by how they were written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bytes_hash.h"

namespace pilcrow {

// A hash table without a memory block for each word: most of the time of analysis goes into
// looking words up.  Holds at most `words_max` words (about 5 MB), then forgets all.  Not
// thread-safe.
class WordCache {
 public:
  struct Known {
    std::string_view word;
    std::string_view term;
    bool stop_word = false;
    bool is_new = false;  // It was just added.
  };

  static constexpr std::size_t words_max = std::size_t{1} << 16;
  // Longest strings that it takes.
  static constexpr std::size_t written_bytes_max = 65'535;
  static constexpr std::size_t word_bytes_max = 255;

  WordCache();

  static std::uint32_t hash_of(std::string_view written) { return bytes_hash(written); }
  // Has the processor fetch what find will look at.
  void prefetch(std::uint32_t hash) const {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }

  // True, and fills `known`, where `written` was added; until the next call of add.
  bool find(std::string_view written, std::uint32_t hash, Known& known) const;

  std::size_t words() const { return words_; }
  // Gives its memory back.
  void forget();

  // `written` was not found.  Returns what find will.
  Known add(std::string_view written, std::string_view word, std::string_view term, bool stop_word);

 private:
  // The three strings stand one after another in text_.  An empty slot has no written word.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t offset = 0;
    std::uint16_t written_bytes = 0;
    std::uint8_t word_bytes = 0;
    std::uint8_t term_bytes = 0;
    bool stop_word = false;
  };

  Slot& free_slot(std::uint32_t hash);
  void make_room();
  Known known(const Slot& slot) const;

  std::vector<Slot> slots_;
  std::string text_ = {};
  std::size_t words_ = 0;
};

}  // namespace pilcrow
