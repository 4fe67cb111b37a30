// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prune.h"

#include <algorithm>
#include <filesystem>

#include "base/hash.h"

namespace pilcrow {
namespace {

// Only "there is no such file" counts: a folder that can't be read now may be back tomorrow.
bool is_gone(const std::string& path) {
  std::error_code status;
  return std::filesystem::status(path, status).type() == std::filesystem::file_type::not_found;
}

bool is_gone(const ArticleRecord& record, const SeenSources& seen) {
  if (record.source_path.empty() || record.source_path == "-") {
    return false;
  }
  const std::uint64_t source = hash64(record.source_path);
  if (seen.unchanged_sources.contains(source)) {
    return false;
  }
  if (seen.finished_sources.contains(source)) {
    return !seen.articles.contains(ArticleKey::of_id(record.id).hash);
  }
  return is_gone(record.source_path);
}

template <typename Visit>
void for_each_metadata(const Xapian::Database& database, std::string_view key_prefix,
                       Visit&& visit) {
  const std::string prefix(key_prefix);
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
    visit(database.get_metadata(*key));
  }
}

}  // namespace

std::vector<GoneArticle> find_gone_articles(const Xapian::Database& database,
                                            const SeenSources& seen, PruneScope scope) {
  std::vector<GoneArticle> gone;
  for_each_metadata(database, article_key_prefix, [&](const std::string& bytes) {
    ArticleRecord record = decode_article(bytes);
    const ArticleKey key = ArticleKey::of_id(record.id);
    const bool moved = seen.moved_sources.contains(hash64(record.source_path)) &&
                       !seen.articles.contains(key.hash);
    if (moved || (scope == PruneScope::gone && is_gone(record, seen))) {
      gone.push_back({key, std::move(record.id), std::move(record.source_path), moved});
    }
  });
  return gone;
}

std::vector<std::string> find_gone_sources(const Xapian::Database& database) {
  std::vector<std::string> gone;
  for_each_metadata(database, source_key_prefix, [&](const std::string& bytes) {
    SourceRecord record = decode_source(bytes);
    if (is_gone(record.path)) {
      gone.push_back(std::move(record.path));
    }
  });
  return gone;
}

SourcesByContent::SourcesByContent(const Xapian::Database& database) {
  for_each_metadata(database, source_key_prefix, [this](const std::string& bytes) {
    SourceRecord record = decode_source(bytes);
    paths_.emplace(record.content_hash, std::move(record.path));
  });
}

std::string SourcesByContent::find_gone(const SourceRecord& source) const {
  const auto [begin, end] = paths_.equal_range(source.content_hash);
  const auto found =
      std::find_if(begin, end, [](const auto& entry) { return is_gone(entry.second); });
  return found == end ? "" : found->second;
}

}  // namespace pilcrow
