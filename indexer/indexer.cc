// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/indexer.h"

#include <optional>
#include <utility>

#include "indexer/bulk_writer.h"
#include "indexer/files.h"
#include "indexer/plan_writer.h"
#include "indexer/run.h"
#include "indexer/source_state.h"
#include "indexer/update_writer.h"
#include "indexer/writer_lock.h"
#include "pilcrow/error.h"
#include "store/database.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t memory_mib_min = 64;
constexpr std::size_t jobs_max = 256;

void require_in_range(const IndexerOptions& options) {
  if (options.memory_mib < memory_mib_min) {
    throw Error(ErrorCode::invalid_argument,
                "index: memory_mib is " + std::to_string(options.memory_mib) + "; give at least " +
                    std::to_string(memory_mib_min));
  }
  if (options.compression < 0 || options.compression > 9) {
    throw Error(ErrorCode::invalid_argument, "index: compression is " +
                                                 std::to_string(options.compression) +
                                                 "; give a level from 0 to 9");
  }
  if (options.jobs > jobs_max) {
    throw Error(ErrorCode::invalid_argument, "index: jobs is " + std::to_string(options.jobs) +
                                                 "; give at most " + std::to_string(jobs_max));
  }
}

// Refuses to replace a folder that holds something else than an index.
void require_index_or_nothing(const fs::path& path) {
  std::error_code ignored;
  if (fs::exists(path, ignored) && !holds_database(path) &&
      !(fs::is_directory(path, ignored) && fs::is_empty(path, ignored))) {
    throw Error(ErrorCode::invalid_argument,
                "open index " + path.string() +
                    ": there is something else at this path; name a new folder or an index");
  }
}

void require_mode(const fs::path& path, OpenMode mode) {
  require_index_or_nothing(path);
  if (mode == OpenMode::create && holds_database(path)) {
    throw Error(ErrorCode::already_exists,
                "make index " + path.string() + ": it exists; choose another mode to update it");
  }
  if (mode == OpenMode::open && !holds_database(path)) {
    throw Error(ErrorCode::not_found, "open index " + path.string() + ": there is none");
  }
}

void make_parent(const fs::path& path) {
  std::error_code status;
  fs::create_directories(path.parent_path(), status);
  if (status) {
    throw Error(ErrorCode::io, "make folder " + path.parent_path().string() + ": " +
                                   status.message() + "; check the path and its permissions");
  }
}

}  // namespace

struct Indexer::Impl {
  Impl(const fs::path& index, IndexerOptions given)
      : path(index_path(index)), options(std::move(given)) {
    require_in_range(options);
    make_parent(path);
    lock.emplace(path);
    require_mode(path, options.mode);
    if (options.mode == OpenMode::rebuild || !holds_database(path)) {
      writer = std::make_unique<BulkWriter>(path, options);
    } else {
      writer = std::make_unique<UpdateWriter>(path, options);
    }
  }

  // What a build made is updated from then on.
  IndexWriter& current_writer() {
    if (!writer) {
      writer = std::make_unique<UpdateWriter>(path, options);
    }
    return *writer;
  }

  // Returns the number of passages that were added since the last commit.
  std::size_t commit(std::vector<Problem>& problems) {
    current_writer().commit(problems);
    const std::size_t passages = writer->passages_added();
    writer.reset();
    return passages;
  }

  // Ends a run over a corpus; where a stop was requested, drops what it did.
  IndexReport finish(IndexRun& run) {
    return run.finish([this](std::vector<Problem>& problems) { return commit(problems); },
                      [this] { writer.reset(); });
  }

  fs::path path;
  IndexerOptions options;
  std::optional<WriterLock> lock;
  std::unique_ptr<IndexWriter> writer;
};

Indexer::Indexer(const fs::path& path, const IndexerOptions& options)
    : impl_(std::make_unique<Impl>(path, options)) {}
Indexer::~Indexer() = default;
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;

PutOutcome Indexer::put(const Article& article) {
  require_valid(article);
  Article copy = article;
  copy.source_path = stored_source_path(article.source_path);
  return impl_->current_writer().put(std::move(copy)).outcome;
}

bool Indexer::remove(std::string_view article_id) {
  return impl_->current_writer().remove(ArticleKey::of_id(article_id));
}

void Indexer::commit() {
  std::vector<Problem> problems;
  impl_->commit(problems);
  if (!problems.empty()) {
    throw Error(ErrorCode::internal, "commit to index " + impl_->path.string() + ": article \"" +
                                         problems.front().where + "\": " + problems.front().reason);
  }
}

IndexReport Indexer::put_all(ArticleReader& reader, std::stop_token stop,
                             const Progress& progress) {
  IndexRun run(impl_->current_writer(), impl_->options, std::move(stop), progress);
  run.put_reader(reader);
  return impl_->finish(run);
}

IndexReport Indexer::put_sources(const std::vector<std::string>& paths,
                                 const SourceOptions& options, std::stop_token stop,
                                 const Progress& progress) {
  IndexRun run(impl_->current_writer(), impl_->options, std::move(stop), progress);
  run.put_sources(paths, options);
  return impl_->finish(run);
}

void Indexer::watch_sources(const std::vector<std::string>& paths, const SourceOptions& options,
                            const std::stop_token& stop,
                            const std::function<void(const IndexReport&)>& reported,
                            const Progress& progress) {
  SourceOptions following = options;
  following.prune = true;
  SourceWatcher watcher(paths);  // Before the first look, so that no change falls between them.
  reported(put_sources(paths, following, stop, progress));
  while (!stop.stop_requested()) {
    const SourceChanges changes = watcher.wait(stop);
    if (changes.empty()) {
      continue;
    }
    const IndexReport report = put_sources(changes.changed, following, stop);
    if (report.cancelled || report.problems_total + report.articles_added +
                                    report.articles_replaced + report.articles_moved +
                                    report.articles_removed >
                                0) {
      reported(report);
    }
  }
}

IndexReport plan_sources(const fs::path& path, const std::vector<std::string>& paths,
                         const IndexerOptions& options, const SourceOptions& sources,
                         std::stop_token stop, const Indexer::Progress& progress) {
  require_in_range(options);
  const fs::path index = index_path(path);
  require_mode(index, options.mode);
  PlanWriter writer(index, options);
  IndexRun run(writer, options, std::move(stop), progress, true);
  run.put_sources(paths, sources);
  return run.finish([&](std::vector<Problem>&) { return writer.passages_added(); }, [] {});
}

std::string_view to_string(Builder builder) noexcept {
  switch (builder) {
    case Builder::automatic:
      return "auto";
    case Builder::sealed:
      return "sealed";
    case Builder::api:
      return "api";
  }
  return "auto";
}

std::string_view to_string(PlannedChange::Action action) noexcept {
  switch (action) {
    case PlannedChange::Action::add:
      return "add";
    case PlannedChange::Action::replace:
      return "replace";
    case PlannedChange::Action::move:
      return "move";
    case PlannedChange::Action::remove:
      return "remove";
  }
  return "add";
}

}  // namespace pilcrow
