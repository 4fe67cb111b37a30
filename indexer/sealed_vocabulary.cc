// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sealed_vocabulary.h"

#include <future>
#include <utility>

#include "analysis/character_grams.h"
#include "indexer/merge.h"
#include "indexer/vocabulary_writer.h"
#include "sealed/posting_reader.h"
#include "store/schema.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

constexpr std::size_t words_buffer_bytes = std::size_t{1} << 20;
constexpr std::uint32_t segment = 0;  // The only one of a build.

}  // namespace

// Files every few blocks of words, so that threads share the work evenly and each sees the numbers
// of words ascend.
class SealedVocabulary::Part {
 public:
  Part(const std::filesystem::path& folder, std::size_t memory_bytes)
      : file_(folder), lists_(file_, memory_bytes / 2), blocks_(file_, memory_bytes / 2) {}

  // Of `words`, every `step`th block from number `first` on.
  void file_blocks(const sealed::SpillStream& words, std::size_t first, std::size_t step) {
    sealed::SpillReader reader(words);
    for (std::uint32_t number = 0; !reader.at_end(); ++number) {
      const std::string_view word = reader.text();
      const std::size_t block = number / vocabulary_block_words;
      if (block % step == first) {
        file(std::string(word), number);
      }
    }
    end_block();
    lists_.finish();
    blocks_.finish();
  }

  // From keys of metadata to numbers of words, from 1.
  const std::vector<sealed::SpillStream>& lists() const { return lists_.runs(); }
  const std::vector<sealed::SpillStream>& blocks() const { return blocks_.runs(); }

 private:
  void file(std::string word, std::uint32_t number) {
    const std::vector<std::string> keys = vocabulary_keys_of(segment, word);
    terms_.clear();
    for (const std::string& key : keys) {
      terms_.push_back({key, 0});
    }
    lists_.add(number + 1, terms_);
    block_.push_back(std::move(word));
    block_number_ = static_cast<std::uint32_t>(number / vocabulary_block_words);
    if (block_.size() == vocabulary_block_words) {
      end_block();
    }
  }
  void end_block() {
    if (!block_.empty()) {
      blocks_.add(vocabulary_block_key(segment, block_number_), 0, encode_word_block(block_));
      block_.clear();
    }
  }

  sealed::SpillFile file_;
  sealed::Inverter lists_;
  sealed::RecordSorter blocks_;  // By key.
  std::vector<sealed::TermCount> terms_;
  std::vector<std::string> block_;
  std::uint32_t block_number_ = 0;
};

SealedVocabulary::SealedVocabulary(const std::filesystem::path& folder, std::size_t memory_bytes,
                                   std::size_t jobs)
    : memory_bytes_(memory_bytes),
      file_(folder),
      words_(file_, words_buffer_bytes),
      filed_(file_, words_buffer_bytes) {
  for (std::size_t i = 0; i < jobs; ++i) {
    parts_.push_back(std::make_unique<Part>(folder, memory_bytes / jobs));
  }
}

SealedVocabulary::~SealedVocabulary() = default;

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
      filed_.append_text(words.key());
      ++filed_words_;
    }
  }
  file_words();
}

void SealedVocabulary::file_words() {
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < parts_.size(); ++i) {
    others.push_back(std::async(std::launch::async,
                                [this, i] { parts_[i]->file_blocks(filed_, i, parts_.size()); }));
  }
  parts_.front()->file_blocks(filed_, 0, parts_.size());
  for (std::future<void>& other : others) {
    other.get();
  }
}

// The runs of all parts that `sorted`, a member of theirs, has.
template <typename Sorted>
sealed::RunMerger SealedVocabulary::merger_of(Sorted sorted) const {
  std::vector<const sealed::SpillStream*> runs;
  for (const auto& part : parts_) {
    for (const sealed::SpillStream& run : ((*part).*sorted)()) {
      runs.push_back(&run);
    }
  }
  return {runs, memory_bytes_};
}

void SealedVocabulary::write_lists(sealed::PostingTable& table) {
  sealed::RunMerger lists = merger_of(&Part::lists);
  std::vector<sealed::PostingReader> readers;
  std::vector<std::uint32_t> numbers;
  while (lists.next()) {
    readers.clear();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      readers.emplace_back(lists.payload(i));
    }
    numbers.clear();
    sealed::for_each_posting(readers, [&](std::uint32_t number, std::uint32_t /*wdf*/) {
      numbers.push_back(number - 1);
    });
    table.metadata(lists.key(), encode_word_numbers(numbers));
  }
}

// Keys of lists come before those of blocks, 'g' and 'n' before 'w'.
void SealedVocabulary::write(sealed::PostingTable& table) {
  write_lists(table);
  sealed::RunMerger blocks = merger_of(&Part::blocks);
  while (blocks.next()) {
    table.metadata(blocks.key(), blocks.payload(0));
  }
  sealed::SpillReader words(words_);
  while (!words.at_end()) {
    const std::string word(words.text());
    table.metadata(word_metadata_key(word), encode_word_terms(word, words.text()));
  }
}

}  // namespace pilcrow
