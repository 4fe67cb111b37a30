// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_writer.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <algorithm>
#include <utility>

#include "indexer/inspection.h"
#include "pilcrow/error.h"
#include "store/database.h"
#include "store/xapian_guard.h"

namespace pilcrow {
namespace {

std::size_t job_count(std::size_t asked) {
  return asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

StoreOptions store_options(const IndexerOptions& options, std::size_t jobs,
                           const std::filesystem::path& folder) {
  return {.folder = folder,
          .jobs = jobs,
          .memory_bytes = options.memory_mib << 20,
          .one_language = !options.language.empty(),
          .compression = options.compression};
}

// What the workers freed stays with their threads' heaps, where the merge can't use it.
void return_freed_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace

BulkWriter::BulkWriter(std::filesystem::path index, const IndexerOptions& options)
    : BulkWriter(std::move(index), options,
                 choose_builder(options.builder).builder == Builder::sealed ? make_sealed_store
                                                                            : make_api_store) {}

BulkWriter::BulkWriter(std::filesystem::path index, const IndexerOptions& options,
                       const MakeStore& make)
    : index_(std::move(index)),
      options_(options),
      jobs_(job_count(options.jobs)),
      choice_(choose_builder(options.builder)),
      folder_(index_.string() + ".building"),
      store_(make(store_options(options_, jobs_, folder_.path()))) {
  std::vector<BatchWriter*> writers;
  for (std::size_t i = 0; i < jobs_; ++i) {
    writers.push_back(&store_->add_writer());
  }
  for (BatchWriter* writer : writers) {
    workers_.emplace_back([this, writer] { work(*writer); });
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
  batch_.documents += document_count(batch_.articles.back().article);
  if (batch_.text_bytes >= store_->batch_bytes()) {
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
  return_freed_memory();
  guarded("build index " + index_.string(), [this] { publish(folder_.path() / "index"); });
}

void BulkWriter::send_batch() {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < jobs_ || failure_; });
    if (!failure_) {
      const Batch next{.number = batch_.number + 1,
                       .first_docid = batch_.first_docid + batch_.documents};
      queue_.push_back(std::exchange(batch_, next));
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

void BulkWriter::work(BatchWriter& writer) {
  try {
    guarded("build index " + index_.string(), [&] {
      DocumentBuilder builder;
      IndexStatistics statistics;
      Batch batch;
      while (take(batch)) {
        const IndexStatistics written = write_batch(batch, options_.language, builder, writer);
        passages_ += written.passages;
        statistics += written;
      }
      writer.finish();
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

// Has the database made, looks for damage and puts it in place.
void BulkWriter::publish(const std::filesystem::path& output) {
  BuildFacts facts{statistics_, &intake_.recurrence()};
  store_->finish(output, facts);
  passages_ = facts.statistics.passages;
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
