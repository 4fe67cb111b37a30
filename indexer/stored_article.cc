// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stored_article.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "indexer/merge.h"
#include "indexer/vocabulary_writer.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const ArticleKey& key) {
  const std::string term = key.term();
  return {database.postlist_begin(term), database.postlist_end(term)};
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
void sort_by_place(std::vector<StoredPassage>& passages) {
  const auto place = [](const StoredPassage& passage) {
    return passage.record.kind == ParagraphKind::body ? std::pair(passage.record.paragraph, 0U)
                                                      : std::pair(passage.record.body_before, 1U);
  };
  std::stable_sort(
      passages.begin(), passages.end(),
      [&](const StoredPassage& a, const StoredPassage& b) { return place(a) < place(b); });
}

}  // namespace

Xapian::Document to_xapian(const sealed::DocumentView& document) {
  Xapian::Document made;
  for (const sealed::TermCount& term : document.terms) {
    made.add_term(std::string(term.term), term.wdf);
  }
  for (const auto& [slot, value] : document.values) {
    made.add_value(slot, std::string(value));  // Xapian keeps no empty values.
  }
  made.set_data(std::string(document.data));
  return made;
}

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

std::optional<StoredArticle> read_stored(const Xapian::Database& database, const ArticleKey& key) {
  std::optional<ArticleRecord> record = find_record(database, key);
  if (!record) {
    return std::nullopt;
  }
  StoredArticle stored{key, *std::move(record), {}};
  for (const Xapian::docid docid : documents_of(database, key)) {
    const Xapian::Document document = database.get_document(docid);
    stored.passages.push_back({decode_passage(document.get_data()),
                               view_forward_index(document.get_value(forward_slot)).length});
  }
  return stored;
}

IndexStatistics statistics_of(const StoredArticle& stored) {
  IndexStatistics statistics{.articles = 1,
                             .duplicates = stored.record.duplicate_of == 0 ? 0U : 1U};
  ++statistics.languages[stored.record.language];
  for (const StoredPassage& passage : stored.passages) {
    if (passage.record.kind != ParagraphKind::body) {
      ++statistics.furniture;
      continue;
    }
    ++statistics.passages;
    statistics.passage_terms += passage.length;
    ++statistics.passage_languages[passage.record.language];
  }
  return statistics;
}

TakenArticle joined(StoredArticle stored) {
  TakenArticle taken;
  taken.key = stored.key;
  taken.signature = stored.record.signature;
  taken.duplicate_of = stored.record.duplicate_of;
  taken.article = article_of(std::move(stored.record));
  Article& article = taken.article;
  sort_by_place(stored.passages);
  for (const auto& [passage, length] : stored.passages) {
    if (passage.paragraph == 0) {
      continue;  // The title, which is no paragraph.
    }
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
  std::optional<StoredArticle> stored = read_stored(database, key);
  if (!stored) {
    return std::nullopt;
  }
  TakenArticle taken = joined(*std::move(stored));
  recurrence.type(taken.article);
  return taken;
}

void remove_article(Xapian::WritableDatabase& database, const ArticleKey& key,
                    IndexStatistics& statistics) {
  const std::optional<StoredArticle> stored = read_stored(database, key);
  if (!stored) {
    return;
  }
  statistics -= statistics_of(*stored);
  database.delete_document(key.term());
  database.set_metadata(key.metadata_key(), "");
}

std::size_t replace_article(Xapian::WritableDatabase& database, const TakenArticle& taken,
                            const std::string& language, bool one_language,
                            DocumentBuilder& builder, IndexStatistics& statistics) {
  remove_article(database, taken.key, statistics);
  const IndexStatistics built = builder.build(
      taken, language, one_language,
      [&](const sealed::DocumentView& document) { database.add_document(to_xapian(document)); });
  database.set_metadata(taken.key.metadata_key(), encode(make_record(taken, language, built)));
  statistics += built;
  return built.passages;
}

std::vector<std::string> unite_words(Xapian::WritableDatabase& database, WordList& words) {
  std::vector<std::string> fresh;
  for (const auto& [word, terms] : words.take()) {
    const std::string key = word_metadata_key(word);
    const std::string stored = decode_word_terms(word, database.get_metadata(key));
    const std::string united = united_words({stored, terms});
    if (united != stored) {
      database.set_metadata(key, encode_word_terms(word, united));
    }
    if (stored.empty()) {
      fresh.push_back(word);
    }
  }
  return fresh;
}

void add_words(Xapian::WritableDatabase& database, WordList& words) {
  add_to_vocabulary(database, unite_words(database, words));
}

}  // namespace pilcrow
