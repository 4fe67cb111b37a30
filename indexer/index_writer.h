// SPDX-License-Identifier: GPL-2.0-or-later
// What can write an index: a build from nothing, or updates of what is there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pilcrow/indexer.h"
#include "store/schema.h"

namespace pilcrow {

struct PutResult {
  PutOutcome outcome = PutOutcome::added;
  std::string reason = {};  // Of `refused`.
};

// What one run saw, so that pruning knows what it did not see.
struct SeenSources {
  std::unordered_set<std::uint64_t> unchanged_sources;  // Hashes of paths: all their articles stay.
  std::unordered_set<std::uint64_t> finished_sources;   // Read to the end, without a problem.
  std::unordered_set<std::uint64_t> articles;           // Keys of articles that were delivered.
};

class IndexWriter {
 public:
  virtual ~IndexWriter() = default;

  // The article is valid.
  virtual PutResult put(Article article) = 0;
  virtual bool remove(const ArticleKey& key) = 0;

  // What is stored of a source file that was indexed whole before.
  virtual std::optional<SourceRecord> find_source(const std::string& path) = 0;
  // All articles of this file were put.
  virtual void finish_source(SourceRecord record) = 0;
  // Removes the articles whose source is gone or no longer holds them; returns their number.
  virtual std::size_t prune(const SeenSources& seen) = 0;

  // Makes everything visible and durable.  Articles that the store refused are appended to
  // `problems`.
  virtual void commit(std::vector<Problem>& problems) = 0;

  virtual std::size_t passages_added() const = 0;
};

}  // namespace pilcrow
