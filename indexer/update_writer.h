// SPDX-License-Identifier: GPL-2.0-or-later
// Changes to an index that is there: article by article, in transactions.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "indexer/document_builder.h"
#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/prune.h"

namespace pilcrow {

class UpdateWriter : public IndexWriter {
 public:
  // Opens the index for writing; the caller holds the writer's lock.  Throws Error: incompatible,
  // corrupt, locked, io.
  UpdateWriter(std::filesystem::path index, const IndexerOptions& options);

  PutResult put(Article article) override;
  bool remove(const ArticleKey& key) override;
  std::optional<SourceRecord> find_source(const std::string& path) override;
  std::string find_moved(const SourceRecord& source) override;
  void finish_source(SourceRecord record) override;
  std::vector<GoneArticle> prune(const SeenSources& seen, PruneScope scope) override;
  void commit(std::vector<Problem>& problems) override;
  BuilderChoice builder() const override {
    return {Builder::api, "updates go through Xapian's writer", false};
  }
  std::size_t passages_added() const override { return passages_; }
  std::size_t duplicates_added() const override { return intake_.duplicates(); }

 private:
  // One thing to do.  Changes are kept until their transaction is durable, because Xapian drops
  // all that is uncommitted whenever it throws.
  struct PutArticle {
    TakenArticle taken;
    std::string language;
  };
  struct MoveArticle {  // The same content at another place of the source.
    ArticleKey key;
    std::string source_path;
    std::string source_member;
    Span source_record;
  };
  struct RemoveArticle {
    ArticleKey key;
  };
  struct FinishSource {
    SourceRecord record;
  };
  struct ForgetSource {
    std::string path;
  };
  using Change = std::variant<PutArticle, MoveArticle, RemoveArticle, FinishSource, ForgetSource>;

  void open();
  std::optional<ArticleRecord> find_article(const ArticleKey& key);
  std::uint64_t find_band(std::uint64_t band);
  void retype_overdue();
  void add_change(Change change, std::size_t bytes);
  void apply_changes();
  void write(const std::vector<const Change*>& changes);
  void apply(const PutArticle& put, IndexStatistics& statistics);
  void apply(const MoveArticle& move, IndexStatistics& statistics);
  void apply(const RemoveArticle& remove, IndexStatistics& statistics);
  void apply(const FinishSource& finish, IndexStatistics& statistics);
  void apply(const ForgetSource& forget, IndexStatistics& statistics);

  const std::filesystem::path index_;
  const IndexerOptions options_;
  const std::size_t batch_bytes_;
  Xapian::WritableDatabase database_;
  DocumentBuilder builder_;
  Intake intake_;
  std::optional<SourcesByContent> sources_;  // Made when it is asked for first.
  std::vector<Change> changes_;
  std::unordered_set<std::uint64_t> pending_;  // Keys of the articles that changes_ changes.
  std::size_t changes_bytes_ = 0;
  std::vector<Problem> problems_;
  std::size_t passages_ = 0;
};

}  // namespace pilcrow
