// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sealed_vocabulary.h"

#include <algorithm>

#include "analysis/character_grams.h"
#include "indexer/merge.h"
#include "indexer/vocabulary_writer.h"
#include "store/schema.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

constexpr std::size_t words_buffer_bytes = std::size_t{1} << 20;
constexpr std::uint32_t segment = 0;  // The only one of a build.

std::vector<const sealed::SpillStream*> streams_of(const std::vector<sealed::SpillStream>& runs) {
  std::vector<const sealed::SpillStream*> streams;
  for (const sealed::SpillStream& run : runs) {
    streams.push_back(&run);
  }
  return streams;
}

}  // namespace

SealedVocabulary::SealedVocabulary(sealed::SpillFile& file, std::size_t memory_bytes)
    : memory_bytes_(memory_bytes),
      words_(file, words_buffer_bytes),
      lists_(file, memory_bytes / 2),
      blocks_(file, memory_bytes / 2) {}

void SealedVocabulary::take_words(sealed::RunMerger words) {
  std::vector<std::string_view> terms;
  while (words.next()) {
    terms.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
      terms.push_back(words.payload(i));
    }
    words_.append_text(words.key());
    words_.append_text(terms.size() == 1 ? terms.front() : united_words(terms));
    if (is_filed(words.key())) {
      file(words.key());
    }
  }
  end_block();
  lists_.finish();
  blocks_.finish();
}

void SealedVocabulary::file(const std::string& word) {
  std::vector<std::string> keys = vocabulary_keys_of(segment, word);
  std::sort(keys.begin(), keys.end());
  std::vector<sealed::TermCount> terms;
  for (const std::string& key : keys) {
    terms.push_back({key, 0});
  }
  lists_.add(++filed_, terms);
  block_.push_back(word);
  if (block_.size() == vocabulary_block_words) {
    end_block();
  }
}

void SealedVocabulary::end_block() {
  if (!block_.empty()) {
    const auto number = static_cast<std::uint32_t>((filed_ - 1) / vocabulary_block_words);
    blocks_.add(vocabulary_block_key(segment, number), 0, encode_word_block(block_));
    block_.clear();
  }
}

void SealedVocabulary::write_lists(sealed::PostingTable& table) {
  sealed::RunMerger lists(streams_of(lists_.runs()), memory_bytes_);
  std::vector<sealed::Posting> postings;
  std::vector<std::uint32_t> numbers;
  while (lists.next()) {
    postings.clear();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      sealed::append_postings(lists.payload(i), postings);
    }
    numbers.clear();
    for (const sealed::Posting posting : postings) {
      numbers.push_back(sealed::docid_of(posting) - 1);
    }
    table.metadata(lists.key(), encode_word_numbers(numbers));
  }
}

// Keys of lists come before those of blocks, 'g' and 'n' before 'w'.
void SealedVocabulary::write(sealed::PostingTable& table) {
  write_lists(table);
  sealed::RunMerger blocks(streams_of(blocks_.runs()), memory_bytes_);
  while (blocks.next()) {
    table.metadata(blocks.key(), blocks.payload(0));
  }
  sealed::SpillReader words(words_);
  while (!words.at_end()) {
    const std::string word(words.text());
    table.metadata(word_metadata_key(word), words.text());
  }
}

}  // namespace pilcrow
