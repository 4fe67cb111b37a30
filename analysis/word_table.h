// SPDX-License-Identifier: GPL-2.0-or-later
// What became of words, by how they were written and in which language.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/language_letters.h"
#include "base/large_pages.h"
#include "pilcrow/article.h"

namespace pilcrow {

// A hash table without a memory block for each word: most of the time of analysis goes into
// looking words up.  Words have numbers, from 0 on, by which others may keep what they know of
// them.  Not thread-safe.
class WordTable {
 public:
  struct Known {
    std::string_view word;
    std::string_view term;
    bool stop_word = false;
  };

  // A word as it is written, and the number of its language.  Words of 16 bytes and fewer are all
  // in it, so that comparing them takes no look at their letters; of others, a hash of the rest.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint16_t bytes = 0;
    std::uint8_t language = 0;
    std::uint32_t hash = 0;  // Of all above.
  };

  // What is found beside the key of a word, so that most words take one look at memory.
  struct Entry {
    std::uint32_t number = 0;
    PlainLetters letters = {};
  };

  // What fits into about 14 MB.
  static constexpr std::size_t words_max = std::size_t{1} << 17;
  // Longest strings that it takes.
  static constexpr std::size_t written_bytes_max = 65'535;
  static constexpr std::size_t word_bytes_max = 255;

  WordTable();

  // The key of the word at `span` of a text.
  static Key key_of(std::string_view text, Span span, std::uint8_t language);
  // Has the processor fetch what find will look at.
  void prefetch(const Key& key) const {
    __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
  }

  // A word that was added, until the next call of add; else nullptr.
  const Entry* find(const Key& key, std::string_view written) const;

  // `written` was not found.  Returns what find will; its number is that of words() before.
  const Entry& add(const Key& key, std::string_view written, const Known& known,
                   const WordLetters& letters);

  // What was added; until the next call of add.
  Known known(std::uint32_t number) const;
  // The languages that a word of plain letters speaks for.
  LanguageSet languages(std::uint32_t number) const { return words_[number].languages; }

  std::size_t words() const { return words_.size(); }
  void forget();

 private:
  struct Slot {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    Entry entry = {};
    std::uint16_t bytes = 0;  // 0: empty.
    std::uint8_t language = 0;
  };
  // The three strings stand one after another in text_.
  struct Word {
    LanguageSet languages = 0;
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;
    std::uint16_t written_bytes = 0;
    std::uint8_t word_bytes = 0;
    std::uint8_t term_bytes = 0;
    bool stop_word = false;
  };

  Slot& free_slot(std::uint32_t hash);
  void grow();

  LargeVector<Slot> slots_;
  LargeVector<Word> words_ = {};
  LargeString text_ = {};
};

}  // namespace pilcrow
