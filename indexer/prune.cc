// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/prune.h"

#include <filesystem>

#include "store/hash.h"

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

std::vector<ArticleKey> find_gone_articles(const Xapian::Database& database,
                                           const SeenSources& seen) {
  std::vector<ArticleKey> gone;
  for_each_metadata(database, article_key_prefix, [&](const std::string& bytes) {
    const ArticleRecord record = decode_article(bytes);
    if (is_gone(record, seen)) {
      gone.push_back(ArticleKey::of_id(record.id));
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

}  // namespace pilcrow
