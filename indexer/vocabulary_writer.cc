// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/vocabulary_writer.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "analysis/character_grams.h"
#include "analysis/names/name_keys.h"
#include "store/schema.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

// What the letters of a name are filed under: the rules of one script meet those of another.
char script_of(const NameForm& form) {
  return form.script == NameScript::latin ? 'l' : form.script == NameScript::cyrillic ? 'c' : 'o';
}

// `words` are sorted and distinct.
void write_segment(Xapian::WritableDatabase& database, std::uint32_t segment,
                   const std::vector<std::string>& words) {
  std::unordered_map<std::string, std::vector<std::uint32_t>> lists;
  for (std::uint32_t number = 0; number < words.size(); ++number) {
    for (std::string& key : vocabulary_keys_of(segment, words[number])) {
      lists[std::move(key)].push_back(number);
    }
  }
  for (const auto& [key, numbers] : lists) {
    database.set_metadata(key, encode_word_numbers(numbers));
  }
  std::uint32_t block = 0;
  for (auto begin = words.begin(); begin != words.end(); ++block) {
    const auto size = std::min<std::ptrdiff_t>(words.end() - begin, vocabulary_block_words);
    database.set_metadata(vocabulary_block_key(segment, block),
                          encode_word_block({begin, begin + size}));
    begin += size;
  }
}

// Appends the words of a segment to `words`, and removes it.
void take_segment(Xapian::WritableDatabase& database, const VocabularySegment& segment,
                  std::vector<std::string>& words) {
  for (std::uint32_t block = 0; block * vocabulary_block_words < segment.words; ++block) {
    const std::string key = vocabulary_block_key(segment.id, block);
    const WordBlock stored = decode_word_block(database.get_metadata(key));
    for (std::size_t i = 0; i < stored.size(); ++i) {
      words.emplace_back(stored[i]);
    }
  }
  const std::string prefix = vocabulary_key(segment.id);
  const std::vector<std::string> keys(database.metadata_keys_begin(prefix),
                                      database.metadata_keys_end(prefix));
  for (const std::string& key : keys) {
    database.set_metadata(key, "");
  }
}

}  // namespace

std::vector<std::string> vocabulary_keys_of(std::uint32_t segment, const std::string& word) {
  std::vector<std::string> keys;
  for (const std::string& gram : character_grams(word)) {
    keys.push_back(vocabulary_gram_key(segment, gram));
  }
  const std::vector<NameForm> forms = name_forms(word);
  for (const std::string& skeleton : skeletons(forms)) {
    keys.push_back(vocabulary_name_key(segment, script_of(forms.front()), skeleton));
  }
  return keys;
}

void add_to_vocabulary(Xapian::WritableDatabase& database, std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return !is_filed(word); });
  if (words.empty()) {
    return;
  }
  const std::string segments_key(vocabulary_segments_key);
  std::vector<VocabularySegment> segments = decode_segments(database.get_metadata(segments_key));
  std::uint32_t next = 0;
  for (const VocabularySegment& segment : segments) {
    next = std::max(next, segment.id + 1);
  }
  // The newest are the smallest.
  while (!segments.empty() && segments.back().words <= 2 * words.size()) {
    take_segment(database, segments.back(), words);
    segments.pop_back();
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  write_segment(database, next, words);
  segments.push_back({next, static_cast<std::uint32_t>(words.size())});
  database.set_metadata(segments_key, encode_segments(segments));
}

void build_vocabulary(Xapian::WritableDatabase& database) {
  std::vector<std::string> words;
  const std::string prefix(word_key_prefix);
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
    words.push_back((*key).substr(prefix.size()));
  }
  add_to_vocabulary(database, std::move(words));
}

}  // namespace pilcrow
