// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/batch.h"

#include <map>

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

IndexStatistics write_batch(const Batch& batch, const std::string& language,
                            DocumentBuilder& builder, BatchWriter& writer) {
  writer.begin(batch);
  IndexStatistics statistics;
  const auto add = [&writer](const sealed::DocumentView& document) { writer.add(document); };
  const std::vector<std::string> languages = languages_of(batch, language);
  for (std::size_t i = 0; i < batch.articles.size(); ++i) {
    const TakenArticle& taken = batch.articles[i];
    const IndexStatistics built = builder.build(taken, languages[i], !language.empty(), add);
    writer.add_metadata(taken.key.metadata_key(), encode(make_record(taken, languages[i], built)));
    statistics += built;
  }
  for (const SourceRecord& source : batch.finished_sources) {
    writer.add_metadata(source_metadata_key(source.path), encode(source));
  }
  for (const auto& [word, terms] : builder.words().take()) {
    writer.add_word(word, terms);
  }
  writer.end();
  return statistics;
}

}  // namespace pilcrow
