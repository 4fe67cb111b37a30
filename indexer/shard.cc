// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/shard.h"

namespace pilcrow {

std::size_t write_shard(const std::filesystem::path& path, const Batch& batch,
                        const ShardOptions& options, DocumentBuilder& builder,
                        IndexStatistics& statistics) {
  // Nobody reads a shard before it is whole, and a crash throws it away.
  Xapian::WritableDatabase shard(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                    Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  std::size_t passages = 0;
  std::size_t waiting_bytes = 0;
  const auto add = [&](const Xapian::Document& document, std::size_t text_bytes) {
    shard.add_document(document);
    waiting_bytes += text_bytes;
    if (waiting_bytes >= options.flush_bytes) {
      shard.commit();
      waiting_bytes = 0;
    }
  };
  for (const Article& article : batch.articles) {
    const std::string language = article_language(article, options.language);
    const std::uint32_t added = builder.build(article, language, add);
    const ArticleRecord record =
        make_record(article, language, added, article_signature(article, options.language));
    shard.set_metadata(ArticleKey::of_id(article.id).metadata_key(), encode(record));
    statistics.add(language);
    passages += added;
  }
  for (const SourceRecord& source : batch.finished_sources) {
    shard.set_metadata(source_metadata_key(source.path), encode(source));
  }
  for (const auto& [word, terms] : builder.words().take()) {
    shard.set_metadata(word_metadata_key(word), terms);
  }
  shard.close();
  return passages;
}

}  // namespace pilcrow
