// SPDX-License-Identifier: GPL-2.0-or-later
// Indexing: from articles to an index on disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"
#include "pilcrow/export.h"
#include "pilcrow/index_info.h"

namespace pilcrow {

enum class OpenMode {
  create_or_open,  // Update the index if there is one, else make it.
  create,          // Error{already_exists} if there is one.
  open,            // Error{not_found} if there is none.
  rebuild          // Make it anew; an old one is replaced when the new one is complete.
};

// What makes the database of a new index.  The index is the same.
enum class Builder {
  automatic,  // `sealed` where Xapian is of a version that it was proven equal with, else `api`.
  sealed,     // Writes the tables of the database itself, each in one pass: several times faster.
  api         // Xapian's own writer.
};

struct IndexerOptions {
  // Parameters that affect what is indexed.
  OpenMode mode = OpenMode::create_or_open;
  // ISO 639-1 code for every article; empty: what the article declares, else what is detected.
  std::string language = {};

  // Parameters that affect speed and memory.
  // Threads that analyse and write; 0: as many as there are processors.  Default 0.
  std::size_t jobs = 0;
  // Bound on the memory for articles and postings that wait to be written, all threads together.
  // MiB, 64 or more; default 400.  With more, a large build puts postings aside less often, which
  // makes little difference.  docs/performance.md says what it does not bound.
  std::size_t memory_mib = 400;
  // How much work the sealed builder puts into making stored text smaller: zlib's level, from 1
  // (fast) to 9 (small), or 0 for none.  Default 0.  docs/performance.md has figures.
  int compression = 0;
  // For a new index and a rebuild; an update always goes through Xapian's writer.
  Builder builder = Builder::automatic;
  // Look for damage in a new index before it replaces the old one; costs a few percent.
  bool check = true;
};

struct SourceOptions {
  SourceFormat format = SourceFormat::automatic;
  ReadOptions read = {};
  // Also remove the articles whose source file is gone, or no longer holds them.
  bool prune = false;
};

struct IndexProgress {
  std::size_t articles_done = 0;  // Read so far, unchanged ones included.
  std::size_t passages_done = 0;  // Of articles added or replaced so far.
  std::uint64_t bytes_done = 0;   // Source bytes read or skipped so far.
  std::uint64_t bytes_total = 0;  // Of all source files; 0: not known, as of standard input.
  bool finishing = false;         // Everything is read; merging and syncing.
};

// "auto", "sealed", "api".
PILCROW_EXPORT std::string_view to_string(Builder builder) noexcept;

enum class PutOutcome {
  added,
  replaced,   // An article with this id was there and differed.
  unchanged,  // An article with this id was there and was the same.
  refused     // An article with this id was put before in the same build; the first one stays.
};

// What a run would do to an article.
struct PlannedChange {
  enum class Action { add, replace, move, remove };

  Action action = Action::add;
  std::string article_id = {};
  std::string source = {};  // Path; empty where the article has none.
};

PILCROW_EXPORT std::string_view to_string(PlannedChange::Action action) noexcept;

struct IndexReport {
  std::size_t articles_added = 0;
  std::size_t articles_replaced = 0;
  std::size_t articles_unchanged = 0;
  std::size_t articles_moved = 0;  // Same content; their source file has another path now.
  std::size_t articles_removed = 0;
  // Of those added, replaced and moved: copies, exact or nearly so, of other articles.
  std::size_t articles_duplicate = 0;
  std::size_t passages_added = 0;           // Of the body; furniture is not counted.
  std::vector<PlannedChange> changes = {};  // Of plan_sources: all of them, in order.
  std::vector<Problem> problems = {};       // The first 1000.
  std::size_t problems_total = 0;
  // What wrote the index, and why it: an update always goes through `api`.
  Builder builder = Builder::api;
  std::string builder_reason = {};
  bool builder_fell_back =
      false;               // `automatic` took `api`, since Xapian is of an unproven version.
  bool cancelled = false;  // What was committed before stays; the rest was dropped.
};

// Writes an index.  One process writes at a time; the second gets Error{locked}.  Readers keep
// searching the last committed state.  Not thread-safe; it uses threads of its own.
// Destroying it drops what was not committed.
class PILCROW_EXPORT Indexer {
 public:
  using Progress = std::function<void(const IndexProgress&)>;

  // Throws Error: locked, not_found, already_exists, incompatible, corrupt, io, invalid_argument.
  explicit Indexer(const std::filesystem::path& path, const IndexerOptions& options = {});
  ~Indexer();
  Indexer(Indexer&&) noexcept;
  Indexer& operator=(Indexer&&) noexcept;

  // Adds the article, or replaces the one with its id.  Throws Error{invalid_argument} for an
  // article without id, with invalid UTF-8, or with spans outside its text.
  PutOutcome put(const Article& article);

  // Removes an article; false if there was none.  Not possible in a build
  // (Error{invalid_argument}): commit first.
  bool remove(std::string_view article_id);

  // Makes all changes visible at once and durable.  A new index appears here.  Throws
  // Error{invalid_argument} where a rebuild has no article, and leaves the old index.
  void commit();

  // Puts all articles of a reader, then commits.  `stop` is looked at between articles; `progress`
  // is called on this thread, a few times a second.
  IndexReport put_all(ArticleReader& reader, std::stop_token stop = {},
                      const Progress& progress = {});

  // Puts all articles of files and folders ("-": standard input), then commits.  A file whose
  // size and modification time (else whose content) are as they were is not parsed again; one with
  // the content of a stored file that is gone has moved, and its articles take the new path.
  // Throws Error{invalid_argument} for an option that no source could be read with.
  IndexReport put_sources(const std::vector<std::string>& paths, const SourceOptions& options = {},
                          std::stop_token stop = {}, const Progress& progress = {});

  // As put_sources with `prune`, then goes on until `stop` is requested: whenever files change, the
  // index follows within a second or so.  `reported` is called on this thread for the first run,
  // then for each that changed something or had problems.
  void watch_sources(const std::vector<std::string>& paths, const SourceOptions& options,
                     const std::stop_token& stop,
                     const std::function<void(const IndexReport&)>& reported,
                     const Progress& progress = {});

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// What Indexer::put_sources would do to the index at `path` (there may be none), with nothing
// written and no lock taken.  IndexReport::changes names each article.  Throws as Indexer does.
PILCROW_EXPORT IndexReport plan_sources(const std::filesystem::path& path,
                                        const std::vector<std::string>& paths,
                                        const IndexerOptions& options = {},
                                        const SourceOptions& sources = {},
                                        std::stop_token stop = {},
                                        const Indexer::Progress& progress = {});

// Facts about an index.  Throws Error: not_found, corrupt, io.  Opens indexes of other versions.
PILCROW_EXPORT IndexInfo index_info(const std::filesystem::path& path);

// Looks for damage: Xapian's own check in a child process, then the checksum of every stored
// passage and article.  Returns what is wrong, one line each; empty: nothing was found.
// Throws Error: not_found, io.
PILCROW_EXPORT std::vector<std::string> check_index(const std::filesystem::path& path);

struct CompactionProgress {
  std::uint64_t bytes_done = 0;   // Of the tables that are written anew.
  std::uint64_t bytes_total = 0;  // Of all tables as they were.
};

struct CompactionReport {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
  bool cancelled = false;  // The index is as it was.
};

// Writes an index anew without the room that updates left unused; the contents are the same.  The
// new one is checked, and replaces the old one in one step; until then, and where anything fails,
// the old one stays as it is.  It takes as much room again while it works.  Readers go on, and move
// to the new one when they look for news.  `stop` is looked at, and `progress` called on this
// thread, with each table.  Throws Error: locked, not_found, incompatible, corrupt, io.
PILCROW_EXPORT CompactionReport
compact_index(const std::filesystem::path& path, const std::stop_token& stop = {},
              const std::function<void(const CompactionProgress&)>& progress = {});

}  // namespace pilcrow
