// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard.h"

namespace pilcrow {
namespace {

// The languages of a batch's articles; neighbours decide where a text is too short to tell.
std::vector<std::string> languages_of(const Batch& batch, const std::string& language_override) {
  std::vector<std::string> languages;
  std::map<std::string, std::uint64_t> counts;
  for (const TakenArticle& taken : batch.articles) {
    languages.push_back(article_language(taken.article, language_override));
    ++counts[languages.back()];
  }
  const std::string common = common_language(counts);
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i].empty()) {
      languages[i] = settled_language(batch.articles[i].article, common);
    }
  }
  return languages;
}

}  // namespace

IndexStatistics write_shard(const std::filesystem::path& path, const Batch& batch,
                            const ShardOptions& options, DocumentBuilder& builder) {
  // Nobody reads a shard before it is whole, and a crash throws it away.
  Xapian::WritableDatabase shard(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                    Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  IndexStatistics statistics;
  std::size_t waiting_bytes = 0;
  const auto add = [&](const Xapian::Document& document, std::size_t text_bytes) {
    shard.add_document(document);
    waiting_bytes += text_bytes;
    if (waiting_bytes >= options.flush_bytes) {
      shard.commit();
      waiting_bytes = 0;
    }
  };
  const std::vector<std::string> languages = languages_of(batch, options.language);
  for (std::size_t i = 0; i < batch.articles.size(); ++i) {
    const TakenArticle& taken = batch.articles[i];
    const IndexStatistics built =
        builder.build(taken, languages[i], !options.language.empty(), add);
    shard.set_metadata(taken.key.metadata_key(), encode(make_record(taken, languages[i], built)));
    statistics += built;
  }
  for (const SourceRecord& source : batch.finished_sources) {
    shard.set_metadata(source_metadata_key(source.path), encode(source));
  }
  for (const auto& [word, terms] : builder.words().take()) {
    shard.set_metadata(word_metadata_key(word), terms);
  }
  shard.close();
  return statistics;
}

}  // namespace pilcrow
