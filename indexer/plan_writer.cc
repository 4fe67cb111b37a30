// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan_writer.h"

#include <algorithm>

#include "indexer/stored_article.h"
#include "pilcrow/analyzer.h"
#include "pilcrow/error.h"
#include "store/database.h"
#include "store/xapian_guard.h"

namespace pilcrow {

PlanWriter::PlanWriter(const std::filesystem::path& index, const IndexerOptions& options)
    : options_(options) {
  if (options.mode != OpenMode::rebuild && holds_database(index)) {
    database_ = open_database(index);
    require_compatible(*database_, index, Analyzer::fingerprint());
  }
}

BuilderChoice PlanWriter::builder() const {
  return database_ ? BuilderChoice{Builder::api, "updates go through Xapian's writer", false}
                   : choose_builder(options_.builder);
}

PutResult PlanWriter::put(Article article) {
  return guarded("read the index", [&]() -> PutResult {
    const std::uint64_t signature = article_signature(article, options_.language);
    std::optional<ArticleRecord> stored;
    if (database_) {
      stored = find_record(*database_, ArticleKey::of_id(article.id));
    }
    if (stored) {
      if (std::optional<PutResult> result = compare_with_stored(*stored, article, signature)) {
        return *result;
      }
    }
    const TakenArticle taken = intake_.take(std::move(article), signature);
    passages_ += static_cast<std::size_t>(
        std::count_if(taken.article.paragraphs.begin(), taken.article.paragraphs.end(),
                      [](const Paragraph& p) { return p.kind == ParagraphKind::body; }));
    return {stored ? PutOutcome::replaced : PutOutcome::added};
  });
}

bool PlanWriter::remove(const ArticleKey& key) {
  return database_ && guarded("read the index", [&] { return find_record(*database_, key); });
}

std::optional<SourceRecord> PlanWriter::find_source(const std::string& path) {
  const std::string bytes = guarded("read the index", [&] {
    return database_ ? database_->get_metadata(source_metadata_key(path)) : "";
  });
  return bytes.empty() ? std::nullopt : std::optional(decode_source(bytes));
}

std::string PlanWriter::find_moved(const SourceRecord& source) {
  if (!database_) {
    return "";
  }
  if (!sources_) {
    sources_ = guarded("read the index", [this] { return SourcesByContent(*database_); });
  }
  return sources_->find_gone(source);
}

void PlanWriter::finish_source(SourceRecord /*record*/) {}

std::vector<GoneArticle> PlanWriter::prune(const SeenSources& seen, PruneScope scope) {
  if (!database_) {
    return {};
  }
  return guarded("read the index", [&] { return find_gone_articles(*database_, seen, scope); });
}

void PlanWriter::commit(std::vector<Problem>& /*problems*/) {}

}  // namespace pilcrow
