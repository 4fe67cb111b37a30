// SPDX-License-Identifier: GPL-2.0-or-later
// The first build of an index, and --rebuild: made by several threads, checked and put in place in
// one step.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "indexer/batch.h"
#include "indexer/build_store.h"
#include "indexer/files.h"
#include "indexer/index_writer.h"

namespace pilcrow {

class BulkWriter : public IndexWriter {
 public:
  using MakeStore = std::function<std::unique_ptr<BuildStore>(const StoreOptions& options)>;

  // Works in the folder INDEX.building; the caller holds the writer's lock.
  BulkWriter(std::filesystem::path index, const IndexerOptions& options);
  // The same with a store of the caller's.
  BulkWriter(std::filesystem::path index, const IndexerOptions& options, const MakeStore& make);
  // Drops everything where commit was not reached.
  ~BulkWriter() override;

  PutResult put(Article article) override;
  bool remove(const ArticleKey& key) override;
  std::optional<SourceRecord> find_source(const std::string& path) override;
  std::string find_moved(const SourceRecord& source) override;
  void finish_source(SourceRecord record) override;
  std::vector<GoneArticle> prune(const SeenSources& seen, PruneScope scope) override;
  void commit(std::vector<Problem>& problems) override;
  BuilderChoice builder() const override { return choice_; }
  std::size_t passages_added() const override { return passages_; }
  std::size_t duplicates_added() const override { return intake_.duplicates(); }

 private:
  void send_batch();
  void work(BatchWriter& writer);
  bool take(Batch& batch);
  void fail(std::exception_ptr failure);
  void stop_workers(bool finish);
  void rethrow_failure();
  void publish(const std::filesystem::path& output);

  const std::filesystem::path index_;
  const IndexerOptions options_;
  const std::size_t jobs_;
  const BuilderChoice choice_;
  TemporaryFolder folder_;
  const std::unique_ptr<BuildStore> store_;

  // Of the thread that puts.
  std::unordered_set<std::uint64_t> keys_;
  Intake intake_;
  Batch batch_;

  // Shared; guarded by mutex_.
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> queue_;
  bool closed_ = false;
  std::exception_ptr failure_;
  IndexStatistics statistics_;

  std::atomic<std::size_t> passages_ = 0;
  std::vector<std::jthread> workers_;
};

}  // namespace pilcrow
