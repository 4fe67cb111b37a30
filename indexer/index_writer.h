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

#include "indexer/builder_choice.h"
#include "pilcrow/indexer.h"
#include "store/schema.h"

namespace pilcrow {

struct PutResult {
  PutOutcome outcome = PutOutcome::added;
  std::string reason = {};  // Of `refused`.
};

// What one run saw, so that pruning knows what it did not see.  All are hashes of paths or keys.
struct SeenSources {
  std::unordered_set<std::uint64_t> unchanged_sources;  // All their articles stay.
  std::unordered_set<std::uint64_t> finished_sources;   // Read to the end, without a problem.
  std::unordered_set<std::uint64_t> moved_sources;      // Gone, and found again at another path.
  std::unordered_set<std::uint64_t> articles;           // Delivered.
};

struct GoneArticle {
  ArticleKey key = {};
  std::string id = {};
  std::string source_path = {};
  bool moved = false;  // It was put again, from the path that its source moved to.
};

enum class PruneScope {
  moved,  // Articles that were left behind at the old paths of moved sources.
  gone    // These, and those whose source is gone or no longer holds them.
};

class IndexWriter {
 public:
  virtual ~IndexWriter() = default;

  // The article is valid.
  virtual PutResult put(Article article) = 0;
  virtual bool remove(const ArticleKey& key) = 0;

  // What is stored of a source file that was indexed whole before.
  virtual std::optional<SourceRecord> find_source(const std::string& path) = 0;
  // The path of a stored source file with this content that is not there any more; empty: none.
  virtual std::string find_moved(const SourceRecord& source) = 0;
  // All articles of this file were put.
  virtual void finish_source(SourceRecord record) = 0;
  // Removes articles and returns them.
  virtual std::vector<GoneArticle> prune(const SeenSources& seen, PruneScope scope) = 0;

  // Makes everything visible and durable.  Articles that the store refused are appended to
  // `problems`.
  virtual void commit(std::vector<Problem>& problems) = 0;

  // Who makes the database, and why.
  virtual BuilderChoice builder() const = 0;
  virtual std::size_t passages_added() const = 0;
  // Articles put so far that are copies of others.
  virtual std::size_t duplicates_added() const = 0;
};

}  // namespace pilcrow
