// SPDX-License-Identifier: GPL-2.0-or-later
// What makes a database of the batches of a build.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/batch.h"
#include "indexer/recurrence.h"
#include "pilcrow/indexer.h"

namespace pilcrow {

struct BuildFacts {
  IndexStatistics statistics = {};
  // Articles that came before a paragraph of theirs turned out to recur are typed anew.
  Recurrence* recurrence = nullptr;
};

// Metadata of the whole, by key, apart from the vocabulary.
std::vector<std::pair<std::string, std::string>> facts_metadata(const BuildFacts& facts);

class BuildStore {
 public:
  virtual ~BuildStore() = default;

  // One for each thread, asked for before any is used.  They live as long as the store.
  virtual BatchWriter& add_writer() = 0;
  // Text that a batch should have.
  virtual std::size_t batch_bytes() const = 0;
  // Makes the database in the folder `output`, which is missing, of all that the writers were
  // given.  Writes the statistics and counts what it changes in them.
  virtual void finish(const std::filesystem::path& output, BuildFacts& facts) = 0;
};

struct StoreOptions {
  std::filesystem::path folder = {};  // There, and the store's alone.
  std::size_t jobs = 1;
  std::size_t memory_bytes = 0;
  bool one_language = false;  // IndexerOptions::language was given.
};

// Through Xapian: shards, and a tree of merges.
std::unique_ptr<BuildStore> make_api_store(const StoreOptions& options);
// Sorted runs, and tables written once (sealed/).
std::unique_ptr<BuildStore> make_sealed_store(const StoreOptions& options);

}  // namespace pilcrow
