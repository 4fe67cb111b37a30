// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/run.h"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "base/hash.h"
#include "indexer/document_builder.h"
#include "indexer/source_state.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

constexpr std::size_t problems_kept_max = 1000;
constexpr std::chrono::milliseconds progress_interval(200);

// Stands for everything but the file that decides what is indexed of it.
std::uint64_t hash_of_options(const std::string& language, const SourceOptions& options) {
  std::string text = language + '\n' + std::to_string(static_cast<int>(options.format)) + '\n' +
                     std::to_string(options.read.article_bytes_max) + '\n' +
                     std::to_string(options.read.paragraph_bytes_max) + '\n' +
                     std::to_string(options.read.expansion_max) + '\n' +
                     std::to_string(options.read.archive_depth_max) + '\n' + options.read.charset;
  for (const auto& [field, name] : options.read.fields) {
    text.append(1, '\n').append(field).append(1, '=').append(name);
  }
  return hash64(text);
}

// The size of all source files together; 0 where some have none.
std::uint64_t bytes_of(const std::vector<std::string>& paths) {
  std::uint64_t bytes = 0;
  std::vector<Problem> ignored;
  std::string path;
  for (SourceWalker walker(paths); walker.next(path, ignored);) {
    std::error_code status;
    const std::uint64_t size = std::filesystem::file_size(path, status);
    if (status) {
      return 0;
    }
    bytes += size;
  }
  return bytes;
}

// As reader.next; a reader that throws has come to its end.
bool read_next(ArticleReader& reader, Article& article, std::vector<Problem>& problems) {
  try {
    return reader.next(article, problems);
  } catch (const Error& error) {
    problems.push_back({article.source_path, "", error.what()});
    return false;
  }
}

}  // namespace

IndexRun::IndexRun(IndexWriter& writer, const IndexerOptions& options, std::stop_token stop,
                   const Indexer::Progress& progress, bool plan)
    : writer_(writer), options_(options), stop_(std::move(stop)), progress_(progress), plan_(plan) {
  BuilderChoice choice = writer.builder();
  report_.builder = choice.builder;
  report_.builder_reason = std::move(choice.reason);
  report_.builder_fell_back = choice.fell_back;
}

void IndexRun::put_reader(ArticleReader& reader) {
  drain(reader);
}

void IndexRun::put_sources(const std::vector<std::string>& paths, const SourceOptions& options) {
  const std::uint64_t options_hash = hash_of_options(options_.language, options);
  if (progress_) {
    state_.bytes_total = bytes_of(paths);
  }
  SourceWalker walker(paths);
  std::vector<Problem> problems;
  std::string path;
  while (!stop_.stop_requested() && walker.next(path, problems)) {
    note_problems(problems);
    put_source(path, options, options_hash);
  }
  note_problems(problems);
  if ((options.prune || !seen_.moved_sources.empty()) && !stop_.stop_requested()) {
    prune(options.prune ? PruneScope::gone : PruneScope::moved);
  }
}

void IndexRun::prune(PruneScope scope) {
  for (const GoneArticle& gone : writer_.prune(seen_, scope)) {
    if (!gone.moved) {
      ++report_.articles_removed;
      note_change(PlannedChange::Action::remove, gone.id, gone.source_path);
    }
  }
}

void IndexRun::put_source(const std::string& path, const SourceOptions& options,
                          std::uint64_t options_hash) {
  std::optional<SourceState> state = SourceState::look_at(path, options_hash);
  if (state && skip_unchanged(*state)) {
    state_.bytes_done += state->size_bytes();
    note_progress(false);
    return;
  }
  note_moved(state);
  const std::size_t problems_before = report_.problems_total;
  const std::uint64_t bytes_before = state_.bytes_done;
  std::uint64_t articles = 0;
  if (const std::unique_ptr<ArticleReader> reader = open(path, options)) {
    articles = drain(*reader);
  }
  if (!state) {
    return;
  }
  state_.bytes_done = bytes_before + state->size_bytes();
  if (state->has_changed()) {
    std::vector<Problem> problem{
        {path, "", "it changed while it was read; run again to index it as it is now"}};
    note_problems(problem);
  }
  if (report_.problems_total == problems_before && !stop_.stop_requested()) {
    seen_.finished_sources.insert(hash64(stored_source_path(path)));
    writer_.finish_source(state->record(articles));
  }
}

// Nothing where the file can't be opened, which is one problem and not the end of the run.
std::unique_ptr<ArticleReader> IndexRun::open(const std::string& path,
                                              const SourceOptions& options) {
  try {
    return open_source(path, options.format, options.read);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::invalid_argument) {
      throw;  // An option is wrong, which every file would say.
    }
    std::vector<Problem> problem{{path, "", error.what()}};
    note_problems(problem);
    return nullptr;
  }
}

// A file that is new at its path may be one that was indexed under another.
void IndexRun::note_moved(std::optional<SourceState>& state) {
  source_moved_ = false;
  if (!state || writer_.find_source(state->path())) {
    return;
  }
  const std::string old_path = writer_.find_moved(state->record(0));
  if (!old_path.empty()) {
    source_moved_ = true;
    seen_.moved_sources.insert(hash64(old_path));
  }
}

bool IndexRun::skip_unchanged(SourceState& state) {
  const std::optional<SourceRecord> stored = writer_.find_source(state.path());
  if (!stored || !state.is_as_in(*stored)) {
    return false;
  }
  seen_.unchanged_sources.insert(hash64(state.path()));
  report_.articles_unchanged += stored->articles;
  state_.articles_done += stored->articles;
  return true;
}

std::uint64_t IndexRun::drain(ArticleReader& reader) {
  const std::uint64_t bytes_before = state_.bytes_done;
  std::vector<Problem> problems;
  std::uint64_t articles = 0;
  Article article;
  while (!stop_.stop_requested() && read_next(reader, article, problems)) {
    note_problems(problems);
    put(std::exchange(article, {}));
    ++articles;
    state_.bytes_done = bytes_before + reader.bytes_read();
    note_progress(false);
  }
  note_problems(problems);
  return articles;
}

void IndexRun::put(Article article) {
  ++state_.articles_done;
  std::vector<Problem> problem{{article.source_path, article.id, ""}};
  try {
    require_valid(article);
  } catch (const Error& error) {
    problem.front().reason = error.what();
    note_problems(problem);
    return;
  }
  if (!seen_.articles.insert(ArticleKey::of_id(article.id).hash).second) {
    problem.front().reason =
        "its id was delivered before in this run; the first article with it stays";
    note_problems(problem);
    return;
  }
  article.source_path = stored_source_path(article.source_path);
  note_outcome(writer_.put(std::move(article)), problem.front());
}

void IndexRun::note_outcome(PutResult result, const Problem& about) {
  using Action = PlannedChange::Action;
  switch (result.outcome) {
    case PutOutcome::added:
      ++(source_moved_ ? report_.articles_moved : report_.articles_added);
      note_change(source_moved_ ? Action::move : Action::add, about.where, about.source);
      break;
    case PutOutcome::replaced:
      ++report_.articles_replaced;
      note_change(Action::replace, about.where, about.source);
      break;
    case PutOutcome::unchanged:
      ++report_.articles_unchanged;
      break;
    case PutOutcome::refused: {
      std::vector<Problem> problem{{about.source, about.where, std::move(result.reason)}};
      note_problems(problem);
      break;
    }
  }
}

void IndexRun::note_change(PlannedChange::Action action, const std::string& id,
                           const std::string& source) {
  if (plan_) {
    report_.changes.push_back({action, id, stored_source_path(source)});
  }
}

void IndexRun::note_problems(std::vector<Problem>& problems) {
  report_.problems_total += problems.size();
  for (Problem& problem : problems) {
    if (report_.problems.size() < problems_kept_max) {
      report_.problems.push_back(std::move(problem));
    }
  }
  problems.clear();
}

void IndexRun::note_progress(bool at_once) {
  if (!progress_) {
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (at_once || now >= next_progress_) {
    next_progress_ = now + progress_interval;
    state_.passages_done = writer_.passages_added();
    progress_(state_);
  }
}

IndexReport IndexRun::finish(const std::function<std::size_t(std::vector<Problem>&)>& commit,
                             const std::function<void()>& drop) {
  if (!stop_.stop_requested()) {
    state_.finishing = true;
    note_progress(true);
    std::vector<Problem> problems;
    try {
      report_.articles_duplicate = writer_.duplicates_added();
      report_.passages_added = commit(problems);
    } catch (const Error& error) {
      if (report_.problems.empty()) {
        throw;
      }
      // Without a report, this is where its first problem can still be told.
      const Problem& first = report_.problems.front();
      throw Error(error.code(), std::string(error.what()) + " (the first problem: " + first.source +
                                    ": " + first.reason + ")");
    }
    note_problems(problems);
  } else {
    report_.cancelled = true;
    drop();
  }
  return std::move(report_);
}

}  // namespace pilcrow
