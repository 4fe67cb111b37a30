// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/vocabulary.h"

#include <algorithm>

#include "store/record.h"

namespace pilcrow {
namespace {

constexpr std::string_view key_prefix = "v:";

std::string key_of(std::uint32_t segment, char kind, std::string_view rest) {
  std::string key = vocabulary_key(segment);
  key.push_back(kind);
  key.append(rest);
  return key;
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

}  // namespace

std::string vocabulary_key(std::uint32_t segment) {
  return std::string(key_prefix) + std::to_string(segment) + ':';
}

std::string vocabulary_block_key(std::uint32_t segment, std::uint32_t block) {
  return key_of(segment, 'w', std::to_string(block));
}

std::string vocabulary_gram_key(std::uint32_t segment, std::string_view gram) {
  return key_of(segment, 'g', gram);
}

std::string vocabulary_name_key(std::uint32_t segment, char script, std::string_view skeleton) {
  std::string key = key_of(segment, 'n', std::string_view(&script, 1));
  return key.append(skeleton);
}

std::string encode_segments(const std::vector<VocabularySegment>& segments) {
  RecordWriter record;
  record.number(segments.size());
  for (const VocabularySegment& segment : segments) {
    record.number(segment.id).number(segment.words);
  }
  return record.finish();
}

std::string encode_word_block(const std::vector<std::string>& words) {
  RecordWriter record;
  record.number(words.size());
  std::string_view previous;
  for (const std::string_view word : words) {
    const std::size_t shared = shared_beginning(previous, word);
    record.number(shared).text(word.substr(shared));
    previous = word;
  }
  return record.finish();
}

std::string encode_word_numbers(const std::vector<std::uint32_t>& numbers) {
  RecordWriter record;
  record.number(numbers.size());
  std::uint32_t previous = 0;
  for (const std::uint32_t number : numbers) {
    record.number(number - previous);
    previous = number;
  }
  return record.finish();
}

std::vector<VocabularySegment> decode_segments(std::string_view bytes) {
  std::vector<VocabularySegment> segments;
  if (bytes.empty()) {
    return segments;
  }
  RecordReader record(bytes, "the list of vocabulary segments");
  for (std::uint64_t left = record.number(); left > 0; --left) {
    VocabularySegment& segment = segments.emplace_back();
    segment.id = static_cast<std::uint32_t>(record.number());
    segment.words = static_cast<std::uint32_t>(record.number());
  }
  return segments;
}

void WordBlock::add(std::size_t shared, std::string_view rest) {
  const std::size_t end = bytes_.size();
  const std::size_t begin = ends_.size() > 1 ? ends_[ends_.size() - 2] : 0;
  shared = std::min(shared, end - begin);
  bytes_.reserve(end + shared + rest.size());
  bytes_.append(bytes_.data() + begin, shared).append(rest);
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

WordBlock decode_word_block(std::string_view bytes) {
  WordBlock words;
  if (bytes.empty()) {
    return words;
  }
  RecordReader record(bytes, "a block of words");
  for (std::uint64_t left = record.number(); left > 0; --left) {
    const std::uint64_t shared = record.number();
    words.add(shared, record.text());
  }
  return words;
}

std::vector<std::uint32_t> decode_word_numbers(std::string_view bytes) {
  std::vector<std::uint32_t> numbers;
  if (bytes.empty()) {
    return numbers;
  }
  RecordReader record(bytes, "a list of words");
  const std::uint64_t count = record.number();
  numbers.reserve(std::min<std::uint64_t>(count, bytes.size()));
  std::uint32_t number = 0;
  for (std::uint64_t left = count; left > 0; --left) {
    number += static_cast<std::uint32_t>(record.number());
    numbers.push_back(number);
  }
  return numbers;
}

std::size_t count_word_numbers(std::string_view bytes) {
  return bytes.empty() ? 0 : RecordReader(bytes, "a list of words").number();
}

std::string encode_word_terms(std::string_view word, std::string_view terms) {
  std::string bytes;
  while (!terms.empty()) {
    const std::string_view term = terms.substr(0, terms.find(' '));
    terms.remove_prefix(std::min(terms.size(), term.size() + 1));
    const std::size_t shared = shared_beginning(term, word);
    bytes.append(bytes.empty() ? "" : " ");
    bytes.push_back(static_cast<char>(shared));
    bytes.append(term.substr(shared));
  }
  return bytes;
}

std::string decode_word_terms(std::string_view word, std::string_view bytes) {
  std::string terms;
  while (!bytes.empty()) {
    const std::size_t shared = static_cast<unsigned char>(bytes.front());
    const std::string_view rest = bytes.substr(1, bytes.find(' ', 1) - 1);
    bytes.remove_prefix(std::min(bytes.size(), rest.size() + 2));
    terms.append(terms.empty() ? "" : " ").append(word.substr(0, shared)).append(rest);
  }
  return terms;
}

}  // namespace pilcrow
