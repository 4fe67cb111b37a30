// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stored_article.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/merge.h"
#include "indexer/vocabulary_writer.h"

namespace pilcrow {
namespace {

std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const ArticleKey& key) {
  const std::string term = key.term();
  return {database.postlist_begin(term), database.postlist_end(term)};
}

// What an article counts in the statistics of the index.
IndexStatistics statistics_of(const Xapian::Database& database, const ArticleKey& key,
                              const ArticleRecord& record) {
  IndexStatistics statistics{.articles = 1, .duplicates = record.duplicate_of == 0 ? 0U : 1U};
  ++statistics.languages[record.language];
  for (const Xapian::docid document : documents_of(database, key)) {
    const Xapian::Document stored = database.get_document(document);
    const PassageRecord passage = decode_passage(stored.get_data());
    if (passage.kind != ParagraphKind::body) {
      ++statistics.furniture;
      continue;
    }
    ++statistics.passages;
    statistics.passage_terms += decode_forward_index(stored.get_value(forward_slot)).length;
    ++statistics.passage_languages[passage.language];
  }
  return statistics;
}

Article article_of(ArticleRecord record) {
  Article article;
  article.id = std::move(record.id);
  article.title = std::move(record.title);
  article.section = std::move(record.section);
  article.author = std::move(record.author);
  article.date = std::move(record.date);
  article.language = std::move(record.language);
  article.url = std::move(record.url);
  article.facets = std::move(record.facets);
  article.source_path = std::move(record.source_path);
  article.source_member = std::move(record.source_member);
  article.source_record = record.source_record;
  article.source_encoding = record.source_encoding;
  article.source_charset = std::move(record.source_charset);
  article.id_is_path = record.id_is_path;
  return article;
}

// In the order of the page: furniture knows how much of the body stands before it.
std::vector<PassageRecord> passages_in_order(const Xapian::Database& database,
                                             const ArticleKey& key) {
  std::vector<PassageRecord> passages;
  for (const Xapian::docid document : documents_of(database, key)) {
    PassageRecord passage = decode_passage(database.get_document(document).get_data());
    if (passage.paragraph > 0) {  // 0 is the title, which is no paragraph.
      passages.push_back(std::move(passage));
    }
  }
  const auto place = [](const PassageRecord& passage) {
    return passage.kind == ParagraphKind::body ? std::pair(passage.paragraph, 0U)
                                               : std::pair(passage.body_before, 1U);
  };
  std::stable_sort(
      passages.begin(), passages.end(),
      [&](const PassageRecord& a, const PassageRecord& b) { return place(a) < place(b); });
  return passages;
}

}  // namespace

bool is_at_same_place(const ArticleRecord& stored, const Article& article) {
  return stored.source_path == article.source_path &&
         stored.source_member == article.source_member &&
         stored.source_record == article.source_record;
}

std::optional<PutResult> compare_with_stored(const ArticleRecord& stored, const Article& article,
                                             std::uint64_t signature) {
  if (stored.id != article.id) {
    return PutResult{PutOutcome::refused, "its id has the same hash as the id \"" + stored.id +
                                              "\" of another article; give it another id"};
  }
  std::error_code ignored;
  if (stored.source_path != article.source_path && stored.id_is_path && article.id_is_path &&
      std::filesystem::exists(stored.source_path, ignored)) {
    return PutResult{PutOutcome::refused, "another file, " + stored.source_path +
                                              ", is indexed under this path; index both by "
                                              "absolute paths"};
  }
  if (stored.signature != signature) {
    return std::nullopt;
  }
  return PutResult{PutOutcome::unchanged};
}

std::optional<ArticleRecord> find_record(const Xapian::Database& database, const ArticleKey& key) {
  const std::string bytes = database.get_metadata(key.metadata_key());
  return bytes.empty() ? std::nullopt : std::optional(decode_article(bytes));
}

std::optional<TakenArticle> read_back(const Xapian::Database& database, const ArticleKey& key) {
  std::optional<ArticleRecord> record = find_record(database, key);
  if (!record) {
    return std::nullopt;
  }
  TakenArticle taken;
  taken.key = key;
  taken.signature = record->signature;
  taken.duplicate_of = record->duplicate_of;
  taken.article = article_of(*std::move(record));
  Article& article = taken.article;
  for (const PassageRecord& passage : passages_in_order(database, key)) {
    article.text += article.text.empty() ? "" : "\n\n";
    const std::size_t begin = article.text.size();
    article.text += passage.text;
    article.paragraphs.push_back({passage.kind,
                                  {begin, article.text.size()},
                                  {article.source_record.begin + passage.source.begin,
                                   article.source_record.begin + passage.source.end}});
  }
  taken.bands = sketch_of(article);
  return taken;
}

std::optional<TakenArticle> read_back_retyped(const Xapian::Database& database,
                                              const ArticleKey& key, const Recurrence& recurrence) {
  std::optional<TakenArticle> taken = read_back(database, key);
  if (taken) {
    recurrence.type(taken->article);
  }
  return taken;
}

void remove_article(Xapian::WritableDatabase& database, const ArticleKey& key,
                    IndexStatistics& statistics) {
  const std::optional<ArticleRecord> record = find_record(database, key);
  if (!record) {
    return;
  }
  statistics -= statistics_of(database, key, *record);
  database.delete_document(key.term());
  database.set_metadata(key.metadata_key(), "");
}

std::size_t replace_article(Xapian::WritableDatabase& database, const TakenArticle& taken,
                            const std::string& language, bool one_language,
                            DocumentBuilder& builder, IndexStatistics& statistics) {
  remove_article(database, taken.key, statistics);
  const IndexStatistics built = builder.build(
      taken, language, one_language,
      [&](const Xapian::Document& document, std::size_t) { database.add_document(document); });
  database.set_metadata(taken.key.metadata_key(), encode(make_record(taken, language, built)));
  statistics += built;
  return built.passages;
}

void add_words(Xapian::WritableDatabase& database, WordList& words) {
  std::vector<std::string> fresh;
  for (const auto& [word, terms] : words.take()) {
    const std::string key = word_metadata_key(word);
    const std::string stored = database.get_metadata(key);
    const std::string united = united_words({stored, terms});
    if (united != stored) {
      database.set_metadata(key, united);
    }
    if (stored.empty()) {
      fresh.push_back(word);
    }
  }
  add_to_vocabulary(database, std::move(fresh));
}

}  // namespace pilcrow
