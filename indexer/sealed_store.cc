// SPDX-License-Identifier: GPL-2.0-or-later
// A build by the sealed layer: each thread inverts its batches and puts full loads aside, sorted;
// in the end each table is written once.
#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/build_store.h"
#include "indexer/sealed_vocabulary.h"
#include "indexer/stored_article.h"
#include "pilcrow/error.h"
#include "sealed/part_merger.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

using sealed::DocumentPart;
using sealed::PartMerger;
using sealed::RecordSorter;
using sealed::SpillStream;

// Kept back, of at least twice as much: for tables of words, what is known of the articles, and
// what waits in queues.
constexpr std::size_t reserve_bytes = std::size_t{128} << 20;
// Shares of the rest, in 1/16.  Each is held twice for a while, as records and as the run that is
// made of them.
constexpr std::size_t posting_share = 8;
constexpr std::size_t metadata_share = 1;
constexpr std::size_t word_share = 1;
constexpr std::size_t merge_share = 1;
constexpr std::size_t all_shares = 16;

std::size_t share(const StoreOptions& options, std::size_t parts) {
  const std::size_t reserve = std::min(reserve_bytes, options.memory_bytes / 2);
  return (options.memory_bytes - reserve) / all_shares * parts;
}

class PartWriter : public BatchWriter {
 public:
  explicit PartWriter(const StoreOptions& options)
      : part_({options.folder, share(options, posting_share) / options.jobs, options.compression}),
        metadata_(part_.file(), share(options, metadata_share) / options.jobs),
        words_(part_.file(), share(options, word_share) / options.jobs) {}

  void begin(const Batch& batch) override {
    batch_ = batch.number;
    part_.begin_batch(batch.first_docid);
    end_docid_ = batch.first_docid + batch.documents;
  }
  void add(const sealed::DocumentView& document) override { part_.add(document); }
  void add_metadata(std::string_view key, std::string_view value) override {
    metadata_.add(key, batch_, value);
  }
  void add_word(std::string_view word, std::string_view terms) override {
    words_.add(word, batch_, terms);
  }
  void end() override {
    if (part_.next_docid() != end_docid_) {
      throw Error(ErrorCode::internal,
                  "build an index: a batch has not as many documents as planned");
    }
  }
  void finish() override {
    part_.finish();
    metadata_.finish();
    words_.finish();
  }

  std::size_t last_batch() const { return batch_; }
  const DocumentPart& part() const { return part_; }
  const RecordSorter& metadata() const { return metadata_; }
  const RecordSorter& words() const { return words_; }

 private:
  DocumentPart part_;
  RecordSorter metadata_;
  RecordSorter words_;
  std::size_t batch_ = 0;
  std::uint32_t end_docid_ = 1;
};

using Writers = std::vector<std::unique_ptr<PartWriter>>;

std::vector<const DocumentPart*> parts_of(const Writers& writers) {
  std::vector<const DocumentPart*> parts;
  for (const auto& writer : writers) {
    parts.push_back(&writer->part());
  }
  return parts;
}

// The runs of all writers that `sorter`, a member of theirs, has.
template <typename Sorter>
std::vector<const SpillStream*> runs_of(const Writers& writers, Sorter sorter) {
  std::vector<const SpillStream*> runs;
  for (const auto& writer : writers) {
    for (const SpillStream& run : ((*writer).*sorter)().runs()) {
      runs.push_back(&run);
    }
  }
  return runs;
}

// Articles that came before a paragraph of theirs turned out to recur: reads them back, and writes
// them anew as the last documents of all.
class Retyping {
 public:
  Retyping(const Writers& writers, const StoreOptions& options, BuildFacts& facts)
      : writers_(writers),
        options_(options),
        facts_(facts),
        merger_(parts_of(writers), share(options, merge_share)) {}

  // Nothing where there are none.
  std::unique_ptr<PartWriter> run() {
    find_documents();
    if (dropped_.empty()) {
      return nullptr;
    }
    find_records();
    find_lengths();
    auto writer = std::make_unique<PartWriter>(options_);
    writer->begin(last_batch());
    StoredArticle stored;
    const auto end_article = [&] {
      if (!stored.passages.empty()) {
        write(std::exchange(stored, {}), *writer);
      }
    };
    std::size_t at = 0;
    merger_.for_each_data(dropped_, [&](std::uint32_t /*docid*/, std::string_view data) {
      PassageRecord passage = decode_passage(data);
      if (!(passage.article == stored.key)) {
        end_article();
        stored.key = passage.article;
      }
      stored.passages.push_back({std::move(passage), lengths_[at++]});
    });
    end_article();
    for (const auto& [word, terms] : builder_.words().take()) {
      writer->add_word(word, terms);
    }
    writer->finish();
    return writer;
  }

  const std::vector<std::uint32_t>& dropped() const { return dropped_; }

 private:
  void find_documents() {
    const std::unordered_set<std::uint64_t> overdue = facts_.recurrence->take_overdue();
    if (overdue.empty()) {
      return;
    }
    merger_.for_each_value(article_slot, [&](std::uint32_t docid, std::string_view value) {
      if (overdue.contains(ArticleKey::of_value(value).hash)) {
        dropped_.push_back(docid);
        records_.try_emplace(ArticleKey::of_value(value).metadata_key());
      }
    });
  }

  void find_records() {
    sealed::RunMerger metadata(runs_of(writers_, &PartWriter::metadata),
                               share(options_, merge_share));
    while (metadata.next()) {
      const auto found = records_.find(metadata.key());
      if (found != records_.end()) {
        found->second = metadata.payload(0);
      }
    }
  }

  void find_lengths() {
    merger_.for_each_value(forward_slot, [&](std::uint32_t docid, std::string_view value) {
      if (lengths_.size() < dropped_.size() && dropped_[lengths_.size()] == docid) {
        lengths_.push_back(decode_forward_index(value).length);
      }
    });
  }

  Batch last_batch() const {
    Batch batch;
    for (const auto& writer : writers_) {
      batch.number = std::max(batch.number, writer->last_batch() + 1);
      batch.first_docid = std::max(batch.first_docid, writer->part().next_docid());
    }
    return batch;
  }

  void write(StoredArticle stored, PartWriter& writer) {
    stored.record = decode_article(records_.at(stored.key.metadata_key()));
    facts_.statistics -= statistics_of(stored);
    TakenArticle taken = joined(std::move(stored));
    facts_.recurrence->type(taken.article);
    const std::string& language = taken.article.language;
    const IndexStatistics built =
        builder_.build(taken, language, options_.one_language,
                       [&](const sealed::DocumentView& document) { writer.add(document); });
    writer.add_metadata(taken.key.metadata_key(), encode(make_record(taken, language, built)));
    facts_.statistics += built;
  }

  const Writers& writers_;
  const StoreOptions& options_;
  BuildFacts& facts_;
  PartMerger merger_;
  DocumentBuilder builder_;
  std::vector<std::uint32_t> dropped_;                    // Their documents, ascending.
  std::vector<std::uint32_t> lengths_;                    // Of these.
  std::unordered_map<std::string, std::string> records_;  // By key of metadata.
};

class SealedStore : public BuildStore {
 public:
  explicit SealedStore(const StoreOptions& options) : options_(options) {}

  BatchWriter& add_writer() override {
    return *writers_.emplace_back(std::make_unique<PartWriter>(options_));
  }

  std::size_t batch_bytes() const override { return std::size_t{512} << 10; }

  void finish(const std::filesystem::path& output, BuildFacts& facts) override {
    Retyping retyping(writers_, options_, facts);
    if (std::unique_ptr<PartWriter> last = retyping.run()) {
      writers_.push_back(std::move(last));
    }
    PartMerger merger(parts_of(writers_), share(options_, merge_share));
    merger.drop(retyping.dropped());
    sealed::DatabaseWriter database(output, {.data_compression = options_.compression});
    const auto policy = options_.jobs > 1 ? std::launch::async : std::launch::deferred;
    std::future<void> others = std::async(policy, [&] {
      merger.write(database.data());
      merger.write(database.termlists());
    });
    write_metadata(database.postings(), facts);
    merger.write(database.postings());
    others.get();
    database.seal();
  }

 private:
  void write_metadata(sealed::PostingTable& table, const BuildFacts& facts) {
    sealed::SpillFile file(options_.folder);
    SealedVocabulary vocabulary(options_.folder, share(options_, word_share), options_.jobs);
    vocabulary.take_words({runs_of(writers_, &PartWriter::words), share(options_, merge_share)});
    RecordSorter facts_sorter(file, share(options_, metadata_share));
    for (const auto& [key, value] : facts_metadata(facts)) {
      facts_sorter.add(key, 0, value);
    }
    if (vocabulary.words() > 0) {
      facts_sorter.add(vocabulary_segments_key, 0, encode_segments({{0, vocabulary.words()}}));
    }
    facts_sorter.finish();
    std::vector<const SpillStream*> runs = runs_of(writers_, &PartWriter::metadata);
    runs.push_back(&facts_sorter.runs().front());
    sealed::RunMerger metadata(runs, share(options_, merge_share));
    while (metadata.next()) {
      // An article that was typed anew is there twice.
      table.metadata(metadata.key(), metadata.payload(metadata.size() - 1));
    }
    vocabulary.write(table);
  }

  const StoreOptions options_;
  Writers writers_;
};

}  // namespace

std::unique_ptr<BuildStore> make_sealed_store(const StoreOptions& options) {
  return std::make_unique<SealedStore>(options);
}

}  // namespace pilcrow
