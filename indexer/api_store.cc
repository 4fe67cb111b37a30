// SPDX-License-Identifier: GPL-2.0-or-later
// A build through Xapian's API: throw-away shards, filled by a thread each, that a tree of merges
// joins.
#include <xapian.h>
#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "indexer/build_store.h"
#include "indexer/merge.h"
#include "indexer/stored_article.h"
#include "indexer/vocabulary_writer.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

// Xapian's buffers take up to about 50 times the text that waits in them, and each worker has one
// shard in work and one batch in the queue.  Above 512 KiB shards only get slower.
std::size_t shard_bytes(const StoreOptions& options) {
  constexpr std::size_t memory_per_text = 64;
  return std::clamp(options.memory_bytes / (options.jobs * memory_per_text), std::size_t{64} << 10,
                    std::size_t{512} << 10);
}

class ShardWriter : public BatchWriter {
 public:
  ShardWriter(std::filesystem::path folder, std::size_t flush_bytes, MergeTree& merges)
      : folder_(std::move(folder)), flush_bytes_(flush_bytes), merges_(merges) {}

  void begin(const Batch& batch) override {
    number_ = batch.number;
    path_ = folder_ / ("shard-" + std::to_string(number_));
    // Nobody reads a shard before it is whole, and a crash throws it away.
    shard_ =
        Xapian::WritableDatabase(path_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                     Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    waiting_bytes_ = 0;
  }

  void add(const sealed::DocumentView& document) override {
    shard_.add_document(to_xapian(document));
    waiting_bytes_ += document.data.size();
    if (waiting_bytes_ >= flush_bytes_) {
      shard_.commit();
      waiting_bytes_ = 0;
    }
  }

  void add_metadata(std::string_view key, std::string_view value) override {
    shard_.set_metadata(std::string(key), std::string(value));
  }

  void add_word(std::string_view word, std::string_view terms) override {
    shard_.set_metadata(word_metadata_key(word), encode_word_terms(word, terms));
  }

  void end() override {
    shard_.close();
    merges_.add(number_, path_);
  }

  void finish() override {}

 private:
  const std::filesystem::path folder_;
  const std::size_t flush_bytes_;
  MergeTree& merges_;
  std::size_t number_ = 0;
  std::filesystem::path path_;
  Xapian::WritableDatabase shard_;
  std::size_t waiting_bytes_ = 0;
};

class ApiStore : public BuildStore {
 public:
  explicit ApiStore(const StoreOptions& options) : options_(options), merges_(options.folder) {}

  BatchWriter& add_writer() override {
    return writers_.emplace_back(options_.folder, 2 * batch_bytes(), merges_);
  }

  std::size_t batch_bytes() const override { return shard_bytes(options_); }

  void finish(const std::filesystem::path& output, BuildFacts& facts) override {
    const std::vector<std::filesystem::path> rest = merges_.rest();
    if (!rest.empty()) {
      merge_databases(rest, output);
      for (const std::filesystem::path& database : rest) {
        std::filesystem::remove_all(database);
      }
    }
    Xapian::WritableDatabase database(
        output.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    retype_overdue(database, facts);
    build_vocabulary(database);
    for (const auto& [key, value] : facts_metadata(facts)) {
      database.set_metadata(key, value);
    }
    database.commit();
  }

 private:
  void retype_overdue(Xapian::WritableDatabase& database, BuildFacts& facts) const {
    // In the order of the index.
    std::vector<std::pair<Xapian::docid, ArticleKey>> overdue;
    for (const std::uint64_t hash : facts.recurrence->take_overdue()) {
      const ArticleKey key{hash};
      const auto first = database.postlist_begin(key.term());
      if (first != database.postlist_end(key.term())) {
        overdue.emplace_back(*first, key);
      }
    }
    std::sort(overdue.begin(), overdue.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    DocumentBuilder builder;
    for (const auto& [docid, key] : overdue) {
      const auto taken = read_back_retyped(database, key, *facts.recurrence);
      replace_article(database, *taken, taken->article.language, options_.one_language, builder,
                      facts.statistics);
    }
    unite_words(database, builder.words());
  }

  const StoreOptions options_;
  MergeTree merges_;
  std::deque<ShardWriter> writers_;
};

}  // namespace

std::unique_ptr<BuildStore> make_api_store(const StoreOptions& options) {
  return std::make_unique<ApiStore>(options);
}

}  // namespace pilcrow
