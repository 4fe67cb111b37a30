// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>
#include <array>

#include "analysis/folding.h"
#include "base/hash.h"
#include "corpus/language_code.h"
#include "corpus/utf8.h"
#include "indexer/merge.h"
#include "pilcrow/error.h"
#include "store/article_facts.h"
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
  terms = terms.empty() ? std::string(term) : united_words({terms, term});
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

// Words that were only tried in a language have numbers too, and must not be noted.
const DocumentBuilder::Word& DocumentBuilder::word(std::uint32_t number) {
  if (known_.size() <= number) {
    known_.resize(number + 1);
  }
  Word& known = known_[number];
  if (known.state == Word::State::unknown) {
    known = new_word(number);
  }
  return known;
}

DocumentBuilder::Word DocumentBuilder::new_word(std::uint32_t number) {
  const NumberedWord known = AnalyzerAccess::word(analyzer_, number);
  if (known.word.empty()) {
    return {.state = Word::State::no_token};
  }
  words_.note(known.word, known.term);
  return {.term = counter_.number_of(known.term),
          .hash = word_hash(known.word),
          .state = Word::State::token,
          .stop_word = known.stop_word};
}

std::uint32_t DocumentBuilder::furniture_term_of(std::uint32_t term) {
  if (furniture_terms_.size() <= term) {
    furniture_terms_.resize(term + 1);
  }
  if (furniture_terms_[term] == 0) {
    furniture_terms_[term] = counter_.number_of(furniture_term(counter_.term(term))) + 1;
  }
  return furniture_terms_[term] - 1;
}

void DocumentBuilder::begin_article(const TakenArticle& taken, const std::string& language) {
  statistics_ = IndexStatistics{.articles = 1, .duplicates = taken.duplicate_of == 0 ? 0U : 1U};
  ++statistics_.languages[language];
  language_ = language;
  article_term_ = taken.key.term();
  article_value_ = taken.key.value();
  collect_title(taken.article);
  collect_facts(taken);
}

// Numbers are forgotten between passages only.
void DocumentBuilder::make_room(const Article& article) {
  if (AnalyzerAccess::make_room(analyzer_)) {
    known_.clear();
    furniture_terms_.clear();
    counter_.forget();
    collect_title(article);
  }
}

void DocumentBuilder::collect_title(const Article& article) {
  title_.clear();
  forward_.clear();
  for (const std::uint32_t number :
       AnalyzerAccess::number_words(analyzer_, article.title, language_)) {
    const Word& one = word(number);
    if (one.is_token() && title_.size() < title_words_max) {
      forward_.add_title(one.hash);
      title_.push_back({one.term, one.weight() * title_weight});
    }
  }
}

void DocumentBuilder::collect_facts(const TakenArticle& taken) {
  first_terms_.clear();
  for (const std::uint64_t band : taken.bands) {
    first_terms_.push_back(duplicate_term(band));
  }
  for (const Fact& fact : facts_of(make_record(taken, language_, {}))) {
    first_terms_.push_back(fact_term(fact_folded(fact.name), fact_folded(fact.value)));
  }
  std::sort(first_terms_.begin(), first_terms_.end());
  first_terms_.erase(std::unique(first_terms_.begin(), first_terms_.end()), first_terms_.end());
  date_ = date_value(taken.article.date);
}

// Titles count in the passages of the body only.
void DocumentBuilder::collect(const std::vector<std::uint32_t>& words, bool is_body) {
  counter_.begin();
  length_ = 0;
  if (is_body) {
    forward_.drop_body();
    for (const TitleWord& one : title_) {
      counter_.add(one.term, one.weight);
      length_ += one.weight;
    }
  } else {
    forward_.clear();
  }
  for (const std::uint32_t number : words) {
    const Word& one = word(number);
    if (one.is_token()) {
      forward_.add(one.hash);
      counter_.add(is_body ? one.term : furniture_term_of(one.term), one.weight());
      length_ += one.weight();
    }
  }
}

// How many documents of the article were built.
std::uint32_t DocumentBuilder::place() const {
  return static_cast<std::uint32_t>(statistics_.passages + statistics_.furniture);
}

// Terms that are no words of the passage.  What tells of the article as a whole stands in its first
// document.
void DocumentBuilder::add_other_terms(const PassageRecord& record) {
  counter_.add_other(article_term_);
  if (record.kind != ParagraphKind::body) {
    kind_term_ = kind_term(record.kind);
    counter_.add_other(kind_term_);
  }
  if (place() == 0) {
    for (const std::string& term : first_terms_) {
      counter_.add_other(term);
    }
  }
}

void DocumentBuilder::count_passage(const PassageRecord& record) {
  if (record.kind != ParagraphKind::body) {
    ++statistics_.furniture;
    return;
  }
  ++statistics_.passages;
  statistics_.passage_terms += length_;
  ++statistics_.passage_languages[record.language];
}

void DocumentBuilder::build_passage(const PassageRecord& record, const Sink& sink) {
  add_other_terms(record);
  const std::string forward = forward_.value(length_);
  const std::string place_text = place_value(place());
  const std::string data = encode(record);
  const std::array<sealed::SlotValue, 4> values = {{{article_slot, article_value_},
                                                    {forward_slot, forward},
                                                    {date_slot, date_},
                                                    {place_slot, place_text}}};
  count_passage(record);
  sink({counter_.terms(CountScale(length_)), values, data, counter_.numbering()});
}

void DocumentBuilder::build_body(const TakenArticle& taken, bool one_language, const Sink& sink) {
  const Article& article = taken.article;
  const PassageContext context = {language_code(article.language), language_code(language_)};
  PassageRecord record;
  record.language = language_;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) {
      continue;
    }
    ++record.paragraph;
    record.source = relative_to(article.source_record, paragraph.source);
    record.text.assign(article.text, paragraph.span.begin, paragraph.span.size());
    make_room(article);
    collect(one_language
                ? AnalyzerAccess::number_words(analyzer_, record.text, language_)
                : AnalyzerAccess::number_passage(analyzer_, record.text, context, record.language),
            true);
    build_passage(record, sink);
  }
  if (record.paragraph == 0) {
    record.text = article.title;
    collect({}, true);
    build_passage(record, sink);
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
    make_room(article);
    collect(AnalyzerAccess::number_words(analyzer_, record.text, language_), false);
    build_passage(record, sink);
  }
}

IndexStatistics DocumentBuilder::build(const TakenArticle& taken, const std::string& language,
                                       bool one_language, const Sink& sink) {
  begin_article(taken, language);
  build_body(taken, one_language, sink);
  build_furniture(taken, sink);
  return statistics_;
}

}  // namespace pilcrow
