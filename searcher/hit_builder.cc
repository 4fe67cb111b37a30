// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hit_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pilcrow/error.h"
#include "searcher/explanation.h"
#include "searcher/snippet.h"

namespace pilcrow {
namespace {

// A passage's place in its source, which is stored relative to its article's.
Span place_in_source(const PassageRecord& passage, const ArticleRecord& article) {
  return {passage.source.begin + article.source_record.begin,
          passage.source.end + article.source_record.begin};
}

PassageId id_of(const PassageRecord& passage, const ArticleRecord& article) {
  return {article.id, passage.paragraph, passage.kind != ParagraphKind::body};
}

}  // namespace

ArticleInfo info_of(ArticlePlace article, const IndexReader& index) {
  ArticleRecord& record = article.record;
  ArticleInfo info;
  info.id = std::move(record.id);
  info.title = std::move(record.title);
  info.section = std::move(record.section);
  info.author = std::move(record.author);
  info.date = std::move(record.date);
  info.language = std::move(record.language);
  info.url = std::move(record.url);
  info.facets = std::move(record.facets);
  info.source_path = std::move(record.source_path);
  info.source_member = std::move(record.source_member);
  info.source_encoding = record.source_encoding;
  info.source_charset = std::move(record.source_charset);
  info.paragraphs = record.paragraphs;
  info.furniture = record.furniture;
  if (record.duplicate_of != 0) {
    const std::optional<ArticleRecord> original =
        index.find_article(article.part, {record.duplicate_of});
    info.duplicate_of = original ? original->id : "";
  }
  return info;
}

std::vector<PassageText> body_paragraphs(const IndexReader& index, const ArticlePlace& article,
                                         std::size_t first, std::size_t last) {
  const std::vector<DocumentId> documents =
      index.documents_of(article.part, ArticleKey::of_id(article.record.id));
  std::vector<PassageText> texts;
  last = std::min({last, documents.size(), std::size_t{article.record.paragraphs}});
  for (std::size_t i = std::max<std::size_t>(first, 1); i <= last; ++i) {
    PassageRecord passage = index.passage(documents[i - 1]);
    texts.push_back(
        {passage.paragraph, std::move(passage.text), place_in_source(passage, article.record)});
  }
  return texts;
}

std::vector<PassageText> all_paragraphs(const IndexReader& index, const ArticlePlace& article) {
  std::vector<PassageText> body;
  std::vector<PassageText> furniture;
  std::vector<std::size_t> body_before;  // Of each of the furniture.
  for (const DocumentId document :
       index.documents_of(article.part, ArticleKey::of_id(article.record.id))) {
    PassageRecord passage = index.passage(document);
    const bool is_body = passage.kind == ParagraphKind::body;
    (is_body ? body : furniture)
        .push_back({passage.paragraph, std::move(passage.text),
                    place_in_source(passage, article.record), passage.kind});
    if (!is_body) {
      body_before.push_back(passage.body_before);
    }
  }
  std::vector<PassageText> texts;
  std::size_t next = 0;
  for (std::size_t i = 0; i <= body.size(); ++i) {
    while (next < furniture.size() && (body_before[next] <= i || i == body.size())) {
      texts.push_back(std::move(furniture[next++]));
    }
    if (i < body.size()) {
      texts.push_back(std::move(body[i]));
    }
  }
  return texts;
}

// Every passage of an index belongs to a stored article; it is damaged otherwise.
const ArticlePlace& HitBuilder::article_of(DocumentId document) {
  const std::size_t part = part_of(document);
  const ArticleKey article_key = index_.article_of(document);
  const std::pair key(part, article_key.hash);
  const auto known = articles_.find(key);
  if (known != articles_.end()) {
    return known->second;
  }
  std::optional<ArticleRecord> article = index_.find_article(part, article_key);
  if (!article) {
    throw Error(ErrorCode::corrupt,
                "read the article of a passage: it is missing; the index is damaged, build it anew "
                "with --rebuild");
  }
  return articles_.emplace(key, ArticlePlace{part, *std::move(article)}).first->second;
}

// Around furniture stand the paragraphs of the body that are nearest on the page.
void HitBuilder::add_context(const PassageRecord& passage, const ArticlePlace& article,
                             Hit& hit) const {
  const bool is_body = passage.kind == ParagraphKind::body;
  const std::size_t before = is_body ? std::max(passage.paragraph, 1U) - 1 : passage.body_before;
  const std::size_t after = is_body ? before + 2 : before + 1;
  const std::size_t wanted = options_.context;
  hit.before = body_paragraphs(index_, article, before - std::min(before, wanted) + 1, before);
  hit.after = body_paragraphs(index_, article, after, after + wanted - 1);
}

Hit HitBuilder::hit(DocumentId document, double score) {
  PassageRecord passage = index_.passage(document);
  const ArticlePlace& article = article_of(document);
  Hit hit;
  hit.passage = id_of(passage, article.record);
  hit.kind = passage.kind;
  hit.score = score;
  hit.source = place_in_source(passage, article.record);
  if (options_.context > 0) {
    add_context(passage, article, hit);
  }
  if (options_.snippet_bytes > 0) {
    const std::vector<Token> tokens = analyzer_.analyze(passage.text, passage.language);
    std::vector<Snippet> snippets =
        make_snippets(passage.text, tokens, find_matches(tokens, plan_.clauses),
                      options_.snippet_bytes, options_.fragments_max);
    hit.snippet = std::move(snippets.front());
    hit.fragments.assign(std::make_move_iterator(snippets.begin() + 1),
                         std::make_move_iterator(snippets.end()));
  }
  if (options_.explain) {
    hit.explanation = explain_score(index_, document, plan_);
  }
  hit.text = std::move(passage.text);
  hit.article = info_of(article, index_);
  return hit;
}

DuplicatePassage HitBuilder::duplicate(DocumentId document) {
  const PassageRecord passage = index_.passage(document);
  const ArticleRecord& article = article_of(document).record;
  return {id_of(passage, article), article.title, article.source_path,
          article.source_member,   article.url,   place_in_source(passage, article)};
}

}  // namespace pilcrow
