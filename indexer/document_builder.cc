// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>

#include "corpus/utf8.h"
#include "indexer/merge.h"
#include "pilcrow/error.h"
#include "store/hash.h"

namespace pilcrow {
namespace {

// Longer titles are cut for ranking; nobody searches for the rest.
constexpr std::uint32_t title_words_max = 256;
// Enough text to tell the language; more costs time and changes nothing.
constexpr std::size_t language_sample_bytes = 1024;

[[noreturn]] void refuse(const Article& article, const std::string& reason) {
  throw Error(ErrorCode::invalid_argument, "put article \"" + article.id + "\": " + reason);
}

void require_utf8(const Article& article, std::string_view text, const char* name) {
  if (!is_valid_utf8(text)) {
    refuse(article, std::string(name) + " is not valid UTF-8; repair or convert it first");
  }
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
  require_utf8(article, article.id, "its id");
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
  if (!article.language.empty()) {
    return article.language;
  }
  return detect_language(language_sample(article));
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

std::uint64_t article_signature(const Article& article, std::string_view language_override) {
  StreamHash hash;
  const auto add = [&hash](std::string_view part) {
    const std::uint64_t size = part.size();
    hash.update({reinterpret_cast<const char*>(&size), sizeof size});
    hash.update(part);
  };
  const auto add_number = [&hash](std::uint64_t number) {
    hash.update({reinterpret_cast<const char*>(&number), sizeof number});
  };
  add(language_override);
  for (const std::string* part : {&article.id, &article.title, &article.section, &article.author,
                                  &article.date, &article.language, &article.url, &article.text}) {
    add(*part);
  }
  for (const auto& [name, value] : article.facets) {
    add(name);
    add(value);
  }
  for (const Paragraph& paragraph : article.paragraphs) {
    add_number(static_cast<std::uint64_t>(paragraph.kind));
    add_number(paragraph.span.begin);
    add_number(paragraph.span.end);
    add_number(paragraph.source.begin - article.source_record.begin);
    add_number(paragraph.source.end - article.source_record.begin);
  }
  add_number(static_cast<std::uint64_t>(article.source_encoding));
  return hash.value();
}

std::vector<Paragraph> body_paragraphs(const Article& article) {
  std::vector<Paragraph> body = article.paragraphs;
  if (body.empty()) {
    body = split_paragraphs(article.text);
    for (Paragraph& paragraph : body) {
      paragraph.source.begin += article.source_record.begin;
      paragraph.source.end += article.source_record.begin;
    }
  }
  std::erase_if(body, [](const Paragraph& p) { return p.kind != ParagraphKind::body; });
  return body;
}

ArticleRecord make_record(const Article& article, const std::string& language,
                          std::uint32_t paragraphs, std::uint64_t signature) {
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
  record.source_record = article.source_record;
  record.source_encoding = article.source_encoding;
  record.id_is_path = article.id_is_path;
  record.paragraphs = paragraphs;
  record.signature = signature;
  return record;
}

// Takes the tokens of a title or a paragraph.
class DocumentBuilder::Collector : public TokenSink {
 public:
  Collector(DocumentBuilder& builder, bool title) : builder_(builder), title_(title) {}

  void token(const TokenView& token) override {
    if (title_ && token.position >= title_words_max) {
      return;
    }
    const WordHash hash = word_hash(token.word);
    title_ ? builder_.forward_.add_title(hash) : builder_.forward_.add(hash);
    builder_.words_.note(token.word, token.term);
    // A stop word is found but adds nothing to any rank, nor to the passage's length.
    const Xapian::termcount weight = token.stop_word ? 0 : title_ ? title_weight : 1;
    builder_.occurrences_.push_back({static_cast<std::uint32_t>(builder_.arena_.size()),
                                     static_cast<std::uint32_t>(token.term.size()), weight});
    builder_.arena_.append(token.term);
  }

 private:
  DocumentBuilder& builder_;
  bool title_;
};

void DocumentBuilder::collect_title(const Article& article, std::string_view language) {
  arena_.clear();
  occurrences_.clear();
  forward_.clear();
  Collector collector(*this, true);
  AnalyzerAccess::analyze(analyzer_, article.title, language, collector);
  title_bytes_ = arena_.size();
  title_occurrences_ = occurrences_.size();
}

void DocumentBuilder::collect_body(std::string_view text, std::string_view language) {
  arena_.resize(title_bytes_);
  occurrences_.resize(title_occurrences_);
  forward_.drop_body();
  Collector collector(*this, false);
  AnalyzerAccess::analyze(analyzer_, text, language, collector);
}

std::string_view DocumentBuilder::term_of(const Occurrence& occurrence) const {
  return std::string_view(arena_).substr(occurrence.begin, occurrence.size);
}

void DocumentBuilder::add_terms(Xapian::Document& document) {
  sorted_ = occurrences_;
  std::sort(sorted_.begin(), sorted_.end(),
            [this](const Occurrence& a, const Occurrence& b) { return term_of(a) < term_of(b); });
  for (std::size_t i = 0; i < sorted_.size();) {
    const std::string_view term = term_of(sorted_[i]);
    Xapian::termcount count = 0;
    for (; i < sorted_.size() && term_of(sorted_[i]) == term; ++i) {
      count += sorted_[i].weight;
    }
    document.add_term(std::string(term), std::min(count, term_count_max));
  }
}

Xapian::Document DocumentBuilder::build_passage(const ArticleKey& key,
                                                const PassageRecord& record) {
  Xapian::Document document;
  document.add_boolean_term(key.term());
  add_terms(document);
  document.add_value(article_slot, key.value());
  document.add_value(forward_slot, forward_.value());
  document.set_data(encode(record));
  return document;
}

std::uint32_t DocumentBuilder::build(const Article& article, std::string_view language,
                                     const Sink& sink) {
  const ArticleKey key = ArticleKey::of_id(article.id);
  const std::vector<Paragraph> body = body_paragraphs(article);
  PassageRecord record;
  record.article = key;
  record.language = language;
  collect_title(article, language);
  if (body.empty()) {
    record.text = article.title;
    sink(build_passage(key, record), record.text.size());
    return 1;
  }
  for (const Paragraph& paragraph : body) {
    ++record.paragraph;
    record.source = {paragraph.source.begin - article.source_record.begin,
                     paragraph.source.end - article.source_record.begin};
    record.text.assign(article.text, paragraph.span.begin, paragraph.span.size());
    collect_body(record.text, language);
    sink(build_passage(key, record), record.text.size());
  }
  return record.paragraph;
}

}  // namespace pilcrow
