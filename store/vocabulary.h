// SPDX-License-Identifier: GPL-2.0-or-later
// The vocabulary: the words of an index by what they look and sound like.  It is kept in segments,
// each of which numbers its words from 0 in the order of their bytes, holds them in blocks, and has
// a list of numbers for each key that words are filed under: a character gram, or the skeleton of
// a name.  docs/index_format.md specifies the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

constexpr std::string_view vocabulary_segments_key = "pilcrow:vocabulary";
constexpr std::size_t vocabulary_block_words = 64;

struct VocabularySegment {
  std::uint32_t id = 0;
  std::uint32_t words = 0;
};

// Keys of metadata.  All of a segment begin with vocabulary_key(segment).
std::string vocabulary_key(std::uint32_t segment);
std::string vocabulary_block_key(std::uint32_t segment, std::uint32_t block);
std::string vocabulary_gram_key(std::uint32_t segment, std::string_view gram);
// `script`: 'l' for words in Latin letters, 'c' in Cyrillic ones, 'o' in others.
std::string vocabulary_name_key(std::uint32_t segment, char script, std::string_view skeleton);

std::string encode_segments(const std::vector<VocabularySegment>& segments);
// Sorted words; each shares its beginning with the one before.
std::string encode_word_block(const std::vector<std::string>& words);
// Numbers of words, ascending.
std::string encode_word_numbers(const std::vector<std::uint32_t>& numbers);

// The words of a block, one after another.
class WordBlock {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(begin, ends_[i] - begin);
  }

  // Adds a word that begins with `shared` bytes of the last one, or with all of it.
  void add(std::size_t shared, std::string_view rest);

 private:
  std::string bytes_ = {};
  std::vector<std::uint32_t> ends_ = {};
};

// Each throws Error{corrupt}; empty bytes are an empty list.
std::vector<VocabularySegment> decode_segments(std::string_view bytes);
WordBlock decode_word_block(std::string_view bytes);
std::vector<std::uint32_t> decode_word_numbers(std::string_view bytes);
// How many decode_word_numbers returns.
std::size_t count_word_numbers(std::string_view bytes);

// The value of word_metadata_key: the terms of a word, separated by spaces, each as the number of
// bytes that it shares with the word, in one byte, and the rest.
std::string encode_word_terms(std::string_view word, std::string_view terms);
std::string decode_word_terms(std::string_view word, std::string_view bytes);

}  // namespace pilcrow
