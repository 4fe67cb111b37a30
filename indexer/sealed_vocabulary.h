// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a build, and its vocabulary, in any number within some memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sealed/database_writer.h"
#include "sealed/inverter.h"
#include "sealed/sorted_run.h"

namespace pilcrow {

class SealedVocabulary {
 public:
  // Puts aside in `folder` what does not fit; the memory is for all `jobs` threads together.
  SealedVocabulary(const std::filesystem::path& folder, std::size_t memory_bytes, std::size_t jobs);
  ~SealedVocabulary();

  // Takes all words with their terms, from runs keyed by word.
  void take_words(sealed::RunMerger words);

  std::uint32_t words() const { return filed_words_; }  // In the vocabulary.

  // Metadata "v:...", then "w:...".
  void write(sealed::PostingTable& table);

 private:
  class Part;

  void file_words();
  template <typename Sorted>
  sealed::RunMerger merger_of(Sorted sorted) const;
  void write_lists(sealed::PostingTable& table);

  const std::size_t memory_bytes_;
  sealed::SpillFile file_;
  sealed::SpillStream words_;  // Each and its terms.
  sealed::SpillStream filed_;  // Those in the vocabulary.
  std::uint32_t filed_words_ = 0;
  std::vector<std::unique_ptr<Part>> parts_;  // One a thread.
};

}  // namespace pilcrow
