// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_writer.h"

#include <algorithm>
#include <utility>

#include "indexer/inspection.h"
#include "indexer/stored_article.h"
#include "indexer/vocabulary_writer.h"
#include "pilcrow/error.h"
#include "store/database.h"
#include "store/xapian_guard.h"

namespace pilcrow {
namespace {

std::size_t job_count(std::size_t asked) {
  return asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

// Xapian's buffers take up to about 50 times the text that waits in them, and each worker has one
// shard in work and one batch in the queue.  Above 512 KiB shards only get slower.
std::size_t batch_bytes(std::size_t memory_mib, std::size_t jobs) {
  constexpr std::size_t memory_per_text = 64;
  const std::size_t bytes = (memory_mib << 20) / (jobs * memory_per_text);
  return std::clamp(bytes, std::size_t{64} << 10, std::size_t{512} << 10);
}

}  // namespace

BulkWriter::BulkWriter(std::filesystem::path index, const IndexerOptions& options)
    : index_(std::move(index)),
      options_(options),
      jobs_(job_count(options.jobs)),
      batch_bytes_(batch_bytes(options.memory_mib, jobs_)),
      folder_(index_.string() + ".building"),
      merges_(folder_.path()) {
  for (std::size_t i = 0; i < jobs_; ++i) {
    workers_.emplace_back([this] { work(); });
  }
}

BulkWriter::~BulkWriter() {
  stop_workers(false);
}

PutResult BulkWriter::put(Article article) {
  if (!keys_.insert(ArticleKey::of_id(article.id).hash).second) {
    return {PutOutcome::refused,
            "its id was delivered before in this run; the first article with it stays"};
  }
  batch_.text_bytes += article.text.size() + article.title.size();
  const std::uint64_t signature = article_signature(article, options_.language);
  batch_.articles.push_back(intake_.take(std::move(article), signature));
  if (batch_.text_bytes >= batch_bytes_) {
    send_batch();
  }
  return {};
}

bool BulkWriter::remove(const ArticleKey& /*key*/) {
  throw Error(ErrorCode::invalid_argument, "remove an article from index " + index_.string() +
                                               ": it is being built; commit first");
}

std::optional<SourceRecord> BulkWriter::find_source(const std::string& /*path*/) {
  return std::nullopt;
}

std::string BulkWriter::find_moved(const SourceRecord& /*source*/) {
  return "";
}

void BulkWriter::finish_source(SourceRecord record) {
  batch_.finished_sources.push_back(std::move(record));
}

std::vector<GoneArticle> BulkWriter::prune(const SeenSources& /*seen*/, PruneScope /*scope*/) {
  return {};  // A new index holds nothing that this run did not deliver.
}

void BulkWriter::commit(std::vector<Problem>& /*problems*/) {
  // A path that was mistyped must not cost the old index.
  if (keys_.empty() && holds_database(index_)) {
    throw Error(ErrorCode::invalid_argument, "build index " + index_.string() +
                                                 " anew: there was no article to index, so the old "
                                                 "index stays; check the paths");
  }
  send_batch();
  stop_workers(true);
  rethrow_failure();
  guarded("build index " + index_.string(), [this] { seal(folder_.path() / "index"); });
}

void BulkWriter::send_batch() {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < jobs_ || failure_; });
    if (!failure_) {
      const std::size_t next = batch_.number + 1;
      queue_.push_back(std::exchange(batch_, Batch{.number = next}));
    }
  }
  changed_.notify_all();
  rethrow_failure();
}

void BulkWriter::rethrow_failure() {
  const std::scoped_lock lock(mutex_);
  if (failure_) {
    std::rethrow_exception(failure_);
  }
}

void BulkWriter::work() {
  try {
    guarded("build index " + index_.string(), [this] {
      DocumentBuilder builder;
      IndexStatistics statistics;
      const ShardOptions options{.language = options_.language, .flush_bytes = 2 * batch_bytes_};
      Batch batch;
      while (take(batch)) {
        const auto path = folder_.path() / ("shard-" + std::to_string(batch.number));
        const IndexStatistics written = write_shard(path, batch, options, builder);
        passages_ += written.passages;
        statistics += written;
        merges_.add(batch.number, path);
      }
      const std::scoped_lock lock(mutex_);
      statistics_ += statistics;
    });
  } catch (...) {
    fail(std::current_exception());
  }
}

// The next batch, or false when there will be none.
bool BulkWriter::take(Batch& batch) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !queue_.empty() || closed_ || failure_; });
    if (queue_.empty() || failure_) {
      return false;
    }
    batch = std::move(queue_.front());
    queue_.pop_front();
  }
  changed_.notify_all();
  return true;
}

void BulkWriter::fail(std::exception_ptr failure) {
  {
    const std::scoped_lock lock(mutex_);
    if (!failure_) {
      failure_ = std::move(failure);
    }
  }
  changed_.notify_all();
}

void BulkWriter::stop_workers(bool finish) {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    if (!finish) {
      queue_.clear();
    }
  }
  changed_.notify_all();
  workers_.clear();
}

// Articles that came before a paragraph of theirs turned out to recur are typed anew first.
void BulkWriter::write_facts(Xapian::WritableDatabase& database) {
  DocumentBuilder builder;
  for (const std::uint64_t key : intake_.recurrence().take_overdue()) {
    const auto taken = read_back_retyped(database, ArticleKey{key}, intake_.recurrence());
    if (taken) {
      replace_article(database, *taken, taken->article.language, !options_.language.empty(),
                      builder, statistics_);
    }
  }
  passages_ = statistics_.passages;
  build_vocabulary(database);
  database.set_metadata(std::string(header_key),
                        encode(IndexHeader{.analyzer = Analyzer::fingerprint()}));
  database.set_metadata(std::string(recurring_key), encode_recurring(intake_.recurrence().known()));
  database.set_metadata(std::string(statistics_key), encode(statistics_));
}

// Merges what is left, writes the facts of the whole, looks for damage and puts it in place.
void BulkWriter::seal(const std::filesystem::path& output) {
  const std::vector<std::filesystem::path> rest = merges_.rest();
  if (!rest.empty()) {
    merge_databases(rest, output);
    for (const std::filesystem::path& database : rest) {
      std::filesystem::remove_all(database);
    }
  }
  {
    Xapian::WritableDatabase database(
        output.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    write_facts(database);
    database.commit();
  }
  if (options_.check) {
    const std::vector<std::string> damage = check_tables(output);
    if (!damage.empty()) {
      throw Error(ErrorCode::corrupt,
                  "check the new index " + index_.string() + ": " + damage.front() +
                      "; the disk or memory may be failing; nothing was replaced");
    }
  }
  publish_folder(output, index_);
}

}  // namespace pilcrow
