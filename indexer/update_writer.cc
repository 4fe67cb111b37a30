// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update_writer.h"

#include <algorithm>

#include "base/hash.h"
#include "indexer/files.h"
#include "indexer/stored_article.h"
#include "indexer/transaction.h"
#include "pilcrow/error.h"
#include "store/database.h"
#include "store/xapian_guard.h"

namespace pilcrow {
namespace {

// A change is in memory as an article, and once more in Xapian's buffers, about 50 times its size.
std::size_t update_batch_bytes(std::size_t memory_mib) {
  constexpr std::size_t memory_per_text = 64;
  return (memory_mib << 20) / memory_per_text;
}

constexpr std::size_t small_change_bytes = 256;

}  // namespace

bool is_caused_by_item(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  return type == "InvalidArgumentError" || type == "UnimplementedError" || type == "RangeError";
}

UpdateWriter::UpdateWriter(std::filesystem::path index, const IndexerOptions& options)
    : index_(std::move(index)),
      options_(options),
      batch_bytes_(update_batch_bytes(options.memory_mib)) {
  open();
  const std::string recurring = guarded("open index " + index_.string(), [this] {
    return database_.get_metadata(std::string(recurring_key));
  });
  if (!recurring.empty()) {
    intake_ = Intake(decode_recurring(recurring));
  }
}

void UpdateWriter::open() {
  // Reading first tells a damaged or foreign index apart without touching it.
  require_compatible(open_database(index_), index_, Analyzer::fingerprint());
  builder_ = DocumentBuilder();  // What it noted may be lost with a transaction.
  guarded("open index " + index_.string() + " for writing", [this] {
    database_ = Xapian::WritableDatabase();  // Lets go of the lock before taking it again.
    database_ =
        Xapian::WritableDatabase(index_.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
  });
}

std::optional<ArticleRecord> UpdateWriter::find_article(const ArticleKey& key) {
  return guarded("read index " + index_.string(), [&] { return find_record(database_, key); });
}

// The article whose first document has this band.
std::uint64_t UpdateWriter::find_band(std::uint64_t band) {
  const std::string term = duplicate_term(band);
  const auto found = database_.postlist_begin(term);
  if (found == database_.postlist_end(term)) {
    return 0;
  }
  return ArticleKey::of_value(database_.get_document(*found).get_value(article_slot)).hash;
}

PutResult UpdateWriter::put(Article article) {
  const ArticleKey key = ArticleKey::of_id(article.id);
  if (pending_.contains(key.hash)) {
    apply_changes();  // The stored state must be the newest before anything is compared with it.
  }
  const std::uint64_t signature = article_signature(article, options_.language);
  const std::optional<ArticleRecord> stored = find_article(key);
  if (stored) {
    if (std::optional<PutResult> result = compare_with_stored(*stored, article, signature)) {
      if (result->outcome == PutOutcome::unchanged && !is_at_same_place(*stored, article)) {
        pending_.insert(key.hash);
        add_change(
            MoveArticle{key, article.source_path, article.source_member, article.source_record},
            small_change_bytes);
      }
      return *result;
    }
  }
  const std::size_t bytes = article.text.size() + small_change_bytes;
  std::string language = article_language(article, options_.language);
  if (language.empty()) {
    language = settled_language(article, common_language(read_statistics(database_).languages));
  }
  TakenArticle taken = guarded("read index " + index_.string(), [&] {
    return intake_.take(std::move(article), signature,
                        [this](std::uint64_t band) { return find_band(band); });
  });
  pending_.insert(key.hash);
  add_change(PutArticle{std::move(taken), std::move(language)}, bytes);
  return {stored ? PutOutcome::replaced : PutOutcome::added};
}

bool UpdateWriter::remove(const ArticleKey& key) {
  if (pending_.contains(key.hash)) {
    apply_changes();
  }
  if (!find_article(key)) {
    return false;
  }
  pending_.insert(key.hash);
  add_change(RemoveArticle{key}, small_change_bytes);
  return true;
}

std::optional<SourceRecord> UpdateWriter::find_source(const std::string& path) {
  const std::string bytes = guarded("read index " + index_.string(), [&] {
    return database_.get_metadata(source_metadata_key(path));
  });
  if (bytes.empty()) {
    return std::nullopt;
  }
  return decode_source(bytes);
}

void UpdateWriter::finish_source(SourceRecord record) {
  add_change(FinishSource{std::move(record)}, small_change_bytes);
}

void UpdateWriter::add_change(Change change, std::size_t bytes) {
  changes_.push_back(std::move(change));
  changes_bytes_ += bytes;
  if (changes_bytes_ >= batch_bytes_) {
    apply_changes();
  }
}

// Articles that were stored before a paragraph of theirs turned out to recur.
void UpdateWriter::retype_overdue() {
  for (const std::uint64_t key : intake_.recurrence().take_overdue()) {
    std::optional<TakenArticle> taken = guarded("read index " + index_.string(), [&] {
      return read_back_retyped(database_, ArticleKey{key}, intake_.recurrence());
    });
    if (taken) {
      const std::size_t bytes = taken->article.text.size() + small_change_bytes;
      std::string language = taken->article.language;
      add_change(PutArticle{*std::move(taken), std::move(language)}, bytes);
    }
  }
}

void UpdateWriter::commit(std::vector<Problem>& problems) {
  apply_changes();
  retype_overdue();
  apply_changes();
  problems.insert(problems.end(), problems_.begin(), problems_.end());
  problems_.clear();
}

void UpdateWriter::apply_changes() {
  std::vector<const Change*> all;
  for (const Change& change : changes_) {
    all.push_back(&change);
  }
  const auto refuse = [this](const Change& change, const Xapian::Error& error) {
    const auto* put = std::get_if<PutArticle>(&change);
    problems_.push_back({put != nullptr ? put->taken.article.source_path : index_.string(),
                         put != nullptr ? put->taken.article.id : "",
                         "the store refused it: " + error.get_msg() + "; left out"});
  };
  guarded("write index " + index_.string(), [&] {
    write_or_bisect<Change>(
        all,
        [this](std::span<const Change* const> some) {
          write({some.begin(), some.end()});
        },
        [this] { open(); }, refuse);
  });
  changes_.clear();
  pending_.clear();
  changes_bytes_ = 0;
}

// One transaction: all of it is visible afterwards, and durable, or nothing.
void UpdateWriter::write(const std::vector<const Change*>& changes) {
  const std::size_t passages = passages_;
  try {
    database_.begin_transaction();
    IndexStatistics statistics = read_statistics(database_);
    for (const Change* change : changes) {
      std::visit([&](const auto& one) { apply(one, statistics); }, *change);
    }
    add_words(database_, builder_.words());
    database_.set_metadata(std::string(recurring_key),
                           encode_recurring(intake_.recurrence().known()));
    database_.set_metadata(std::string(statistics_key), encode(statistics));
    database_.commit_transaction();
  } catch (...) {
    passages_ = passages;
    throw;
  }
  // Xapian does not flush the folder's entries: without this the commit may be gone after a power
  // failure, or worse, an older one that points to blocks written over since.
  sync_folder(index_);
}

void UpdateWriter::apply(const PutArticle& put, IndexStatistics& statistics) {
  passages_ += replace_article(database_, put.taken, put.language, !options_.language.empty(),
                               builder_, statistics);
}

void UpdateWriter::apply(const MoveArticle& move, IndexStatistics& /*statistics*/) {
  ArticleRecord record = decode_article(database_.get_metadata(move.key.metadata_key()));
  record.source_path = move.source_path;
  record.source_member = move.source_member;
  record.source_record = move.source_record;
  database_.set_metadata(move.key.metadata_key(), encode(record));
}

void UpdateWriter::apply(const RemoveArticle& remove, IndexStatistics& statistics) {
  remove_article(database_, remove.key, statistics);
}

void UpdateWriter::apply(const FinishSource& finish, IndexStatistics& /*statistics*/) {
  database_.set_metadata(source_metadata_key(finish.record.path), encode(finish.record));
}

void UpdateWriter::apply(const ForgetSource& forget, IndexStatistics& /*statistics*/) {
  database_.set_metadata(source_metadata_key(forget.path), "");
}

std::string UpdateWriter::find_moved(const SourceRecord& source) {
  if (!sources_) {
    sources_ =
        guarded("read index " + index_.string(), [this] { return SourcesByContent(database_); });
  }
  return sources_->find_gone(source);
}

std::vector<GoneArticle> UpdateWriter::prune(const SeenSources& seen, PruneScope scope) {
  apply_changes();
  std::vector<GoneArticle> gone;
  guarded("prune index " + index_.string(), [&] {
    gone = find_gone_articles(database_, seen, scope);
    for (std::string& path : find_gone_sources(database_)) {
      if (scope == PruneScope::gone || seen.moved_sources.contains(hash64(path))) {
        add_change(ForgetSource{std::move(path)}, small_change_bytes);
      }
    }
  });
  for (const GoneArticle& article : gone) {
    add_change(RemoveArticle{article.key}, small_change_bytes);
  }
  apply_changes();
  return gone;
}

}  // namespace pilcrow
