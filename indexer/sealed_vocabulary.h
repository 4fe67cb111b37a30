// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a build, and its vocabulary, in any number within some memory.
#pragma once

#include <cstddef>
#include <cstdint>
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
  SealedVocabulary(sealed::SpillFile& file, std::size_t memory_bytes);

  // Takes all words with their terms, from runs keyed by word.
  void take_words(sealed::RunMerger words);

  std::uint32_t words() const { return filed_; }  // In the vocabulary.

  // Metadata "v:...", then "w:...".
  void write(sealed::PostingTable& table);

 private:
  void file(const std::string& word);
  void end_block();
  void write_lists(sealed::PostingTable& table);

  const std::size_t memory_bytes_;
  sealed::SpillStream words_;    // Each and its terms.
  sealed::Inverter lists_;       // Key of metadata -> numbers of words, from 1.
  sealed::RecordSorter blocks_;  // By key.
  std::vector<std::string> block_;
  std::uint32_t filed_ = 0;
};

}  // namespace pilcrow
