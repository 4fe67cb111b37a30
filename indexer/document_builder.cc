// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>
#include <array>

#include "analysis/folding.h"
#include "corpus/utf8.h"
#include "indexer/merge.h"
#include "pilcrow/error.h"
#include "sealed/sorted_run.h"
#include "store/article_facts.h"
#include "store/hash.h"
#include "store/stored_count.h"

namespace pilcrow {
namespace {

// Longer titles are cut for ranking; nobody searches for the rest.
constexpr std::uint32_t title_words_max = 256;
// Enough text to tell the language; more costs time and changes nothing.
constexpr std::size_t language_sample_bytes = 1024;
// As sure as passage_language wants to be.
constexpr double sure_confidence = 0.9;

[[noreturn]] void refuse(const Article& article, const std::string& reason) {
  throw Error(ErrorCode::invalid_argument, "put article \"" + article.id + "\": " + reason);
}

void require_utf8(const Article& article, std::string_view text, const char* name,
                  const char* remedy = "repair or convert it first") {
  if (!is_valid_utf8(text)) {
    refuse(article, std::string(name) + " is not valid UTF-8; " + remedy);
  }
}

Span relative_to(const Span& record, const Span& source) {
  return {source.begin - record.begin, source.end - record.begin};
}

std::string_view language_sample(const Article& article) {
  const std::string_view text = article.text;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == ParagraphKind::body) {
      return text.substr(paragraph.span.begin, language_sample_bytes);
    }
  }
  return text.empty() ? std::string_view(article.title) : text.substr(0, language_sample_bytes);
}

}  // namespace

void WordList::note(std::string_view word, std::string_view term) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // Tells (word, term) from (term, word).
  const std::uint64_t hash = hash64(word) + odd * hash64(term);
  std::uint64_t& known = known_[hash % known_slots];
  if (known == hash) {
    return;
  }
  known = hash;
  std::string& terms = fresh_[std::string(word)];
  terms = united_words({terms, term});
}

std::unordered_map<std::string, std::string> WordList::take() {
  return std::exchange(fresh_, {});
}

void require_valid(const Article& article) {
  if (article.id.empty()) {
    refuse(article, "it has no id; every article needs one that is unique in the index");
  }
  require_utf8(article, article.id, "its id", "give it another, or rename its file");
  require_utf8(article, article.title, "its title");
  require_utf8(article, article.text, "its text");
  std::size_t end = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.span.begin < end || paragraph.span.end < paragraph.span.begin ||
        paragraph.span.end > article.text.size() || paragraph.source.end < paragraph.source.begin ||
        paragraph.source.begin < article.source_record.begin) {
      refuse(article, "a paragraph's span lies outside its text or before the one in front of it");
    }
    end = paragraph.span.end;
  }
}

std::string article_language(const Article& article, std::string_view language_override) {
  if (!language_override.empty()) {
    return std::string(language_override);
  }
  const std::string_view sample = language_sample(article);
  if (!article.language.empty()) {
    return passage_language(sample, article.language, article.language);
  }
  const LanguageGuess guess = guess_language(sample);
  return guess.confidence >= sure_confidence ? guess.code : "";
}

std::string settled_language(const Article& article, std::string_view common) {
  return common.empty() ? detect_language(language_sample(article)) : std::string(common);
}

std::uint32_t document_count(const Article& article) {
  const auto body = static_cast<std::uint32_t>(
      std::count_if(article.paragraphs.begin(), article.paragraphs.end(),
                    [](const Paragraph& one) { return one.kind == ParagraphKind::body; }));
  // One for the headline where there is no body.
  return static_cast<std::uint32_t>(article.paragraphs.size()) + (body == 0 ? 1U : 0U);
}

std::string common_language(const std::map<std::string, std::uint64_t>& languages) {
  std::uint64_t articles = 0;
  for (const auto& [language, count] : languages) {
    articles += count;
  }
  for (const auto& [language, count] : languages) {
    if (2 * count > articles) {
      return language;
    }
  }
  return "";
}

ArticleRecord make_record(const TakenArticle& taken, const std::string& language,
                          const IndexStatistics& built) {
  const Article& article = taken.article;
  ArticleRecord record;
  record.id = article.id;
  record.title = article.title;
  record.section = article.section;
  record.author = article.author;
  record.date = article.date;
  record.language = language;
  record.url = article.url;
  record.facets = article.facets;
  record.source_path = article.source_path;
  record.source_member = article.source_member;
  record.source_record = article.source_record;
  record.source_encoding = article.source_encoding;
  record.source_charset = article.source_charset;
  record.id_is_path = article.id_is_path;
  record.paragraphs = static_cast<std::uint32_t>(built.passages);
  record.furniture = static_cast<std::uint32_t>(built.furniture);
  record.signature = taken.signature;
  record.duplicate_of = taken.duplicate_of;
  return record;
}

// Takes the tokens of a title or a paragraph.
class DocumentBuilder::Collector : public TokenSink {
 public:
  enum class Part { title, body, furniture };

  Collector(DocumentBuilder& builder, Part part) : builder_(builder), part_(part) {}

  void token(const TokenView& token) override {
    const bool is_title = part_ == Part::title;
    if (token.is_new) {
      builder_.words_.note(token.word, token.term);
    }
    if (is_title && token.position >= title_words_max) {
      return;
    }
    const WordHash hash = word_hash(token.word);
    is_title ? builder_.forward_.add_title(hash) : builder_.forward_.add(hash);
    // A stop word is found but adds nothing to any rank, nor to the passage's length.
    const std::uint32_t weight = token.stop_word ? 0 : is_title ? title_weight : 1;
    if (part_ == Part::furniture) {
      builder_.add_occurrence(furniture_term(token.term), weight);
    } else {
      builder_.add_occurrence(token.term, weight);
    }
  }

 private:
  DocumentBuilder& builder_;
  Part part_;
};

void DocumentBuilder::add_occurrence(std::string_view term, std::uint32_t weight) {
  occurrences_.push_back({sealed::first_bytes_of(term), static_cast<std::uint32_t>(arena_.size()),
                          static_cast<std::uint32_t>(term.size()), weight});
  arena_.append(term);
}

void DocumentBuilder::collect_title(const Article& article, std::string_view language) {
  arena_.clear();
  occurrences_.clear();
  forward_.clear();
  Collector collector(*this, Collector::Part::title);
  AnalyzerAccess::analyze(analyzer_, article.title, language, collector);
  title_bytes_ = arena_.size();
  title_occurrences_ = occurrences_.size();
}

void DocumentBuilder::collect_facts(const TakenArticle& taken) {
  fact_terms_.clear();
  for (const Fact& fact : facts_of(make_record(taken, language_, {}))) {
    fact_terms_.push_back(fact_term(fact_folded(fact.name), fact_folded(fact.value)));
  }
  date_ = date_value(taken.article.date);
}

// Titles count in the passages of the body only.
void DocumentBuilder::collect(const PassageRecord& record) {
  const bool is_body = record.kind == ParagraphKind::body;
  arena_.resize(is_body ? title_bytes_ : 0);
  occurrences_.resize(is_body ? title_occurrences_ : 0);
  is_body ? forward_.drop_body() : forward_.clear();
  Collector collector(*this, is_body ? Collector::Part::body : Collector::Part::furniture);
  AnalyzerAccess::analyze(analyzer_, record.text, record.language, collector);
}

std::string_view DocumentBuilder::term_of(const Occurrence& occurrence) const {
  return std::string_view(arena_).substr(occurrence.begin, occurrence.size);
}

std::uint32_t DocumentBuilder::length() const {
  std::uint32_t length = 0;
  for (const Occurrence& occurrence : occurrences_) {
    length += occurrence.weight;
  }
  return length;
}

// How many documents of the article were built.
std::uint32_t DocumentBuilder::place() const {
  return static_cast<std::uint32_t>(statistics_.passages + statistics_.furniture);
}

// Terms that are no words of the passage.  What tells of the article as a whole stands in its first
// document.
void DocumentBuilder::add_other_terms(const TakenArticle& taken, const PassageRecord& record) {
  add_occurrence(taken.key.term(), 0);
  if (record.kind != ParagraphKind::body) {
    add_occurrence(kind_term(record.kind), 0);
  }
  if (place() > 0) {
    return;
  }
  for (const std::uint64_t band : taken.bands) {
    add_occurrence(duplicate_term(band), 0);
  }
  for (const std::string& term : fact_terms_) {
    add_occurrence(term, 0);
  }
}

// From occurrences to terms in the order of their bytes, each once.
void DocumentBuilder::count_terms() {
  const CountScale scale(length());
  sorted_ = occurrences_;
  std::sort(sorted_.begin(), sorted_.end(), [this](const Occurrence& a, const Occurrence& b) {
    return a.first_bytes != b.first_bytes ? a.first_bytes < b.first_bytes : term_of(a) < term_of(b);
  });
  terms_.clear();
  for (std::size_t i = 0; i < sorted_.size();) {
    const std::string_view term = term_of(sorted_[i]);
    std::uint32_t count = 0;
    for (; i < sorted_.size() && term_of(sorted_[i]) == term; ++i) {
      count += sorted_[i].weight;
    }
    terms_.push_back({term, scale.stored(count)});
  }
}

void DocumentBuilder::count_passage(const PassageRecord& record) {
  if (record.kind != ParagraphKind::body) {
    ++statistics_.furniture;
    return;
  }
  ++statistics_.passages;
  statistics_.passage_terms += length();
  ++statistics_.passage_languages[record.language];
}

void DocumentBuilder::build_passage(const TakenArticle& taken, const PassageRecord& record,
                                    const Sink& sink) {
  add_other_terms(taken, record);
  count_terms();
  const std::string article = taken.key.value();
  const std::string forward = forward_.value(length());
  const std::string place_text = place_value(place());
  const std::string data = encode(record);
  const std::array<sealed::SlotValue, 4> values = {{{article_slot, article},
                                                    {forward_slot, forward},
                                                    {date_slot, date_},
                                                    {place_slot, place_text}}};
  count_passage(record);
  sink({terms_, values, data});
}

void DocumentBuilder::build_body(const TakenArticle& taken, bool one_language, const Sink& sink) {
  const Article& article = taken.article;
  PassageRecord record;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) {
      continue;
    }
    ++record.paragraph;
    record.source = relative_to(article.source_record, paragraph.source);
    record.text.assign(article.text, paragraph.span.begin, paragraph.span.size());
    record.language =
        one_language ? language_ : passage_language(record.text, article.language, language_);
    collect(record);
    build_passage(taken, record, sink);
  }
  if (record.paragraph == 0) {
    record.language = language_;
    record.text = article.title;
    build_passage(taken, record, sink);
  }
}

void DocumentBuilder::build_furniture(const TakenArticle& taken, const Sink& sink) {
  const Article& article = taken.article;
  PassageRecord record;
  record.language = language_;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == ParagraphKind::body) {
      ++record.body_before;
      continue;
    }
    ++record.paragraph;
    record.kind = paragraph.kind;
    record.source = relative_to(article.source_record, paragraph.source);
    record.text.assign(article.text, paragraph.span.begin, paragraph.span.size());
    collect(record);
    build_passage(taken, record, sink);
  }
}

IndexStatistics DocumentBuilder::build(const TakenArticle& taken, const std::string& language,
                                       bool one_language, const Sink& sink) {
  statistics_ = IndexStatistics{.articles = 1, .duplicates = taken.duplicate_of == 0 ? 0U : 1U};
  ++statistics_.languages[language];
  language_ = language;
  collect_title(taken.article, language);
  collect_facts(taken);
  build_body(taken, one_language, sink);
  build_furniture(taken, sink);
  return statistics_;
}

}  // namespace pilcrow
