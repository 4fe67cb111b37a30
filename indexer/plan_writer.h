// SPDX-License-Identifier: GPL-2.0-or-later
// Works out what a run would do and writes nothing.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/prune.h"

namespace pilcrow {

class PlanWriter : public IndexWriter {
 public:
  // The index may be missing, or be about to be built anew.  Throws Error: incompatible, corrupt,
  // io.
  PlanWriter(const std::filesystem::path& index, const IndexerOptions& options);

  PutResult put(Article article) override;
  bool remove(const ArticleKey& key) override;
  std::optional<SourceRecord> find_source(const std::string& path) override;
  std::string find_moved(const SourceRecord& source) override;
  void finish_source(SourceRecord record) override;
  std::vector<GoneArticle> prune(const SeenSources& seen, PruneScope scope) override;
  void commit(std::vector<Problem>& problems) override;
  BuilderChoice builder() const override;
  std::size_t passages_added() const override { return passages_; }
  std::size_t duplicates_added() const override { return intake_.duplicates(); }

 private:
  const IndexerOptions options_;
  std::optional<Xapian::Database> database_;
  std::optional<SourcesByContent> sources_;
  Intake intake_;
  std::size_t passages_ = 0;
};

}  // namespace pilcrow
