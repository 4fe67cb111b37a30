// SPDX-License-Identifier: GPL-2.0-or-later
// One run over a corpus: what was read, what became of it, and who wants to know.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "indexer/source_state.h"
#include "pilcrow/indexer.h"

namespace pilcrow {

class IndexRun {
 public:
  // With `plan`, the report names every change.
  IndexRun(IndexWriter& writer, const IndexerOptions& options, std::stop_token stop,
           const Indexer::Progress& progress, bool plan = false);

  void put_reader(ArticleReader& reader);
  void put_sources(const std::vector<std::string>& paths, const SourceOptions& options);

  // Ends the run: `commit` keeps what it did and returns the number of passages added, `drop`
  // forgets it where a stop was requested.
  IndexReport finish(const std::function<std::size_t(std::vector<Problem>&)>& commit,
                     const std::function<void()>& drop);

 private:
  void put_source(const std::string& path, const SourceOptions& options,
                  std::uint64_t options_hash);
  std::unique_ptr<ArticleReader> open(const std::string& path, const SourceOptions& options);
  bool skip_unchanged(SourceState& state);
  void note_moved(std::optional<SourceState>& state);
  // Puts all that `reader` delivers; returns the number of articles.
  std::uint64_t drain(ArticleReader& reader);
  void put(Article article);
  void note_outcome(PutResult result, const Problem& about);
  void note_change(PlannedChange::Action action, const std::string& id, const std::string& source);
  void prune(PruneScope scope);
  void note_problems(std::vector<Problem>& problems);
  void note_progress(bool at_once);

  IndexWriter& writer_;
  const IndexerOptions& options_;
  std::stop_token stop_;
  const Indexer::Progress& progress_;
  const bool plan_;
  IndexReport report_;
  IndexProgress state_;
  SeenSources seen_;
  bool source_moved_ = false;  // The one being read was at another path when it was indexed.
  std::chrono::steady_clock::time_point next_progress_;
};

}  // namespace pilcrow
