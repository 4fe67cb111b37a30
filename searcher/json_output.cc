// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "searcher/json_text.h"
#include "searcher/output.h"

namespace pilcrow {
namespace {

// Raised when a reader of the output could break; docs/json_output.md tells what changed.
constexpr int schema_version = 1;

void put_span(JsonText& json, std::string_view name, const Span& span) {
  json.key(name).begin_object();
  json.field("begin", span.begin).field("end", span.end).end_object();
}

void put_article(JsonText& json, const ArticleInfo& article) {
  json.key("article").begin_object();
  json.field("id", article.id)
      .field("title", article.title)
      .field("section", article.section)
      .field("author", article.author)
      .field("date", article.date)
      .field("language", article.language)
      .field("url", article.url);
  json.key("facets").begin_object();
  for (const auto& [name, value] : article.facets) {
    json.field(name, value);
  }
  json.end_object()
      .field("paragraphs", article.paragraphs)
      .field("furniture", article.furniture)
      .field("duplicate_of", article.duplicate_of);
  json.key("source").begin_object();
  json.field("path", article.source_path)
      .field("member", article.source_member)
      .field("encoding", to_string(article.source_encoding))
      .field("charset", article.source_charset.empty() ? "UTF-8" : article.source_charset);
  json.end_object().end_object();
}

void put_duplicates(JsonText& json, const std::vector<DuplicatePassage>& duplicates) {
  json.key("duplicates").begin_array();
  for (const DuplicatePassage& duplicate : duplicates) {
    json.begin_object()
        .field("passage", to_string(duplicate.passage))
        .field("title", duplicate.title)
        .field("url", duplicate.url);
    json.key("source").begin_object();
    json.field("path", duplicate.source_path)
        .field("member", duplicate.source_member)
        .field("begin", duplicate.source.begin)
        .field("end", duplicate.source.end);
    json.end_object().end_object();
  }
  json.end_array();
}

void put_passages(JsonText& json, std::string_view name, const std::vector<PassageText>& passages) {
  json.key(name).begin_array();
  for (const PassageText& passage : passages) {
    json.begin_object().field("paragraph", passage.paragraph);
    put_span(json, "source", passage.source);
    json.field("text", passage.text).end_object();
  }
  json.end_array();
}

void put_snippet(JsonText& json, const Snippet& snippet) {
  json.begin_object()
      .field("text", snippet.text)
      .field("begin", snippet.span.begin)
      .field("end", snippet.span.end);
  json.key("highlights").begin_array();
  for (const Span& span : snippet.highlights) {
    json.begin_object().field("begin", span.begin).field("end", span.end).end_object();
  }
  json.end_array().end_object();
}

void put_explanation(JsonText& json, const Explanation& explanation) {
  json.begin_object()
      .field("value", explanation.value)
      .field("description", explanation.description);
  json.key("details").begin_array();
  for (const Explanation& detail : explanation.details) {
    put_explanation(json, detail);
  }
  json.end_array().end_object();
}

void put_facets(JsonText& json, const SearchResults& results) {
  json.key("facets").begin_object();
  for (const auto& [name, values] : results.facets) {
    json.key(name).begin_array();
    for (const FacetCount& one : values) {
      json.begin_object().field("value", one.value).field("count", one.count).end_object();
    }
    json.end_array();
  }
  json.end_object();
}

// What passages are told by, of hits and of other passages of their articles.
void put_passage(JsonText& json, const Hit& hit) {
  json.field("score", hit.score)
      .field("passage", to_string(hit.passage))
      .field("kind", to_string(hit.kind))
      .field("paragraph", hit.passage.paragraph);
  put_span(json, "source", hit.source);
  json.field("text", hit.text).key("snippet");
  put_snippet(json, hit.snippet);
}

void put_hit(JsonText& json, const Hit& hit, std::size_t rank,
             const std::optional<CitationStyle>& style) {
  json.field("rank", rank);
  put_passage(json, hit);
  json.key("fragments").begin_array();
  for (const Snippet& fragment : hit.fragments) {
    put_snippet(json, fragment);
  }
  json.end_array();
  put_passages(json, "before", hit.before);
  put_passages(json, "after", hit.after);
  put_duplicates(json, hit.duplicates);
  json.key("others").begin_array();
  for (const Hit& other : hit.others) {
    json.begin_object();
    put_passage(json, other);
    json.end_object();
  }
  json.end_array();
  put_article(json, hit.article);
  if (hit.explanation) {
    put_explanation(json.key("explanation"), *hit.explanation);
  }
  if (style) {
    json.field("citation", cite(hit, *style));
  }
}

void put_texts(JsonText& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) {
    json.value(text);
  }
  json.end_array();
}

void put_verdict(JsonText& json, const PassageVerdict& verdict) {
  json.field("passage", to_string(verdict.passage))
      .field("rank", verdict.rank)
      .field("score", verdict.score);
  put_texts(json, "reasons", verdict.reasons);
  if (verdict.explanation) {
    put_explanation(json.key("explanation"), *verdict.explanation);
  }
}

void put_suggestion(JsonText& json, const Suggestion& suggestion) {
  json.field("text", suggestion.text)
      .field("kind", to_string(suggestion.kind))
      .field("count", suggestion.count);
}

// What is known of a query besides its hits.
void put_query(JsonText& json, const AnsweredQuery& query) {
  const SearchResults& results = query.results;
  json.field("id", query.id).field("query", query.text).key("matches").begin_object();
  json.field("lower", results.matches.lower)
      .field("estimate", results.matches.estimate)
      .field("upper", results.matches.upper)
      .field("exact", results.matches.exact());
  json.end_object().field("offset", results.offset).field("next_cursor", results.next_cursor);
  std::vector<std::string> notes;
  for (const QueryNote& note : results.notes) {
    notes.push_back(note.text);
  }
  put_texts(json, "notes", notes);
  json.field("suggestion", results.suggestion);
  put_facets(json, results);
}

void put_schema(JsonText& json) {
  json.field("schema", "pilcrow.search").field("version", schema_version);
}

// One document, of which each answer is written as it comes.
class JsonWriter : public ResultWriter {
 public:
  JsonWriter(const SearcherCommand& command, std::ostream& out) : cite_(command.cite), out_(out) {}

  void write(const AnsweredQuery& query) override {
    begin_results();
    json_.begin_object();
    put_query(json_, query);
    json_.key("hits").begin_array();
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      json_.begin_object();
      put_hit(json_, query.results.hits[i], query.results.offset + i + 1, cite_);
      json_.end_object();
    }
    json_.end_array().end_object();
    out_ << json_.take();
  }

  void write(const PassageVerdict& verdict) override {
    begin();
    put_verdict(json_.key("verdict").begin_object(), verdict);
    json_.end_object();
  }

  void write(const std::vector<Suggestion>& suggestions) override {
    begin();
    json_.key("suggestions").begin_array();
    for (const Suggestion& one : suggestions) {
      put_suggestion(json_.begin_object(), one);
      json_.end_object();
    }
    json_.end_array();
  }

  void finish() override {
    if (!has_begun_) {
      begin_results();
    }
    if (has_results_) {
      json_.end_array();
    }
    json_.end_object().end_line();
    out_ << json_.take();
  }

 private:
  void begin() {
    has_begun_ = true;
    put_schema(json_.begin_object());
  }

  void begin_results() {
    if (!has_results_) {
      begin();
      has_results_ = true;
      json_.key("results").begin_array();
    }
  }

  const std::optional<CitationStyle> cite_;
  std::ostream& out_;
  JsonText json_ = JsonText(2);
  bool has_begun_ = false;
  bool has_results_ = false;
};

class JsonlWriter : public ResultWriter {
 public:
  JsonlWriter(const SearcherCommand& command, std::ostream& out) : cite_(command.cite), out_(out) {}

  void write(const AnsweredQuery& query) override {
    begin_line("query");
    put_schema(json_);
    put_query(json_, query);
    end_line();
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      begin_line("hit");
      json_.field("id", query.id);
      put_hit(json_, query.results.hits[i], query.results.offset + i + 1, cite_);
      end_line();
    }
    out_ << json_.take();
  }

  void write(const PassageVerdict& verdict) override {
    begin_line("verdict");
    put_schema(json_);
    put_verdict(json_, verdict);
    end_line();
    out_ << json_.take();
  }

  void write(const std::vector<Suggestion>& suggestions) override {
    for (const Suggestion& one : suggestions) {
      begin_line("suggestion");
      put_schema(json_);
      put_suggestion(json_, one);
      end_line();
    }
    out_ << json_.take();
  }

 private:
  void begin_line(std::string_view type) { json_.begin_object().field("type", type); }
  void end_line() { json_.end_object().end_line(); }

  const std::optional<CitationStyle> cite_;
  std::ostream& out_;
  JsonText json_ = JsonText(0);
};

}  // namespace

std::unique_ptr<ResultWriter> make_json_writer(const SearcherCommand& command, std::ostream& out) {
  return std::make_unique<JsonWriter>(command, out);
}

std::unique_ptr<ResultWriter> make_jsonl_writer(const SearcherCommand& command, std::ostream& out) {
  return std::make_unique<JsonlWriter>(command, out);
}

}  // namespace pilcrow
