// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>
#include <ostream>

#include "searcher/output.h"

namespace pilcrow {
namespace {

using Json = nlohmann::ordered_json;

// Raised when a reader of the output could break; docs/json_output.md tells what changed.
constexpr int schema_version = 1;

std::string dumped(const Json& json, int indent) {
  // Paths may hold bytes that are not UTF-8; JSON must not.
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json span_json(const Span& span) {
  return {{"begin", span.begin}, {"end", span.end}};
}

Json article_json(const ArticleInfo& article) {
  Json facets = Json::object();
  for (const auto& [name, value] : article.facets) {
    facets[name] = value;
  }
  return {{"id", article.id},
          {"title", article.title},
          {"section", article.section},
          {"author", article.author},
          {"date", article.date},
          {"language", article.language},
          {"url", article.url},
          {"facets", facets},
          {"paragraphs", article.paragraphs},
          {"furniture", article.furniture},
          {"duplicate_of", article.duplicate_of},
          {"source",
           {{"path", article.source_path},
            {"member", article.source_member},
            {"encoding", to_string(article.source_encoding)},
            {"charset", article.source_charset.empty() ? "UTF-8" : article.source_charset}}}};
}

Json duplicates_json(const std::vector<DuplicatePassage>& duplicates) {
  Json json = Json::array();
  for (const DuplicatePassage& duplicate : duplicates) {
    json.push_back({{"passage", to_string(duplicate.passage)},
                    {"title", duplicate.title},
                    {"url", duplicate.url},
                    {"source",
                     {{"path", duplicate.source_path},
                      {"member", duplicate.source_member},
                      {"begin", duplicate.source.begin},
                      {"end", duplicate.source.end}}}});
  }
  return json;
}

Json passages_json(const std::vector<PassageText>& passages) {
  Json json = Json::array();
  for (const PassageText& passage : passages) {
    json.push_back({{"paragraph", passage.paragraph},
                    {"source", span_json(passage.source)},
                    {"text", passage.text}});
  }
  return json;
}

Json snippet_json(const Snippet& snippet) {
  Json highlights = Json::array();
  for (const Span& span : snippet.highlights) {
    highlights.push_back(span_json(span));
  }
  return {{"text", snippet.text},
          {"begin", snippet.span.begin},
          {"end", snippet.span.end},
          {"highlights", highlights}};
}

Json explanation_json(const Explanation& explanation) {
  Json details = Json::array();
  for (const Explanation& detail : explanation.details) {
    details.push_back(explanation_json(detail));
  }
  return {
      {"value", explanation.value}, {"description", explanation.description}, {"details", details}};
}

Json facets_json(const SearchResults& results) {
  Json facets = Json::object();
  for (const auto& [name, values] : results.facets) {
    facets[name] = Json::array();
    for (const FacetCount& one : values) {
      facets[name].push_back({{"value", one.value}, {"count", one.count}});
    }
  }
  return facets;
}

Json fragments_json(const std::vector<Snippet>& fragments) {
  Json json = Json::array();
  for (const Snippet& fragment : fragments) {
    json.push_back(snippet_json(fragment));
  }
  return json;
}

Json verdict_json(const PassageVerdict& verdict) {
  Json json = {{"passage", to_string(verdict.passage)},
               {"rank", verdict.rank},
               {"score", verdict.score},
               {"reasons", verdict.reasons}};
  if (verdict.explanation) {
    json["explanation"] = explanation_json(*verdict.explanation);
  }
  return json;
}

Json suggestion_json(const Suggestion& suggestion) {
  return {
      {"text", suggestion.text}, {"kind", to_string(suggestion.kind)}, {"count", suggestion.count}};
}

Json others_json(const std::vector<Hit>& others) {
  Json json = Json::array();
  for (const Hit& other : others) {
    json.push_back({{"score", other.score},
                    {"passage", to_string(other.passage)},
                    {"kind", to_string(other.kind)},
                    {"paragraph", other.passage.paragraph},
                    {"source", span_json(other.source)},
                    {"text", other.text},
                    {"snippet", snippet_json(other.snippet)}});
  }
  return json;
}

Json hit_json(const Hit& hit, std::size_t rank, const std::optional<CitationStyle>& style) {
  Json json = {{"rank", rank},
               {"score", hit.score},
               {"passage", to_string(hit.passage)},
               {"kind", to_string(hit.kind)},
               {"paragraph", hit.passage.paragraph},
               {"source", span_json(hit.source)},
               {"text", hit.text},
               {"snippet", snippet_json(hit.snippet)},
               {"fragments", fragments_json(hit.fragments)},
               {"before", passages_json(hit.before)},
               {"after", passages_json(hit.after)},
               {"duplicates", duplicates_json(hit.duplicates)},
               {"others", others_json(hit.others)},
               {"article", article_json(hit.article)}};
  if (hit.explanation) {
    json["explanation"] = explanation_json(*hit.explanation);
  }
  if (style) {
    json["citation"] = cite(hit, *style);
  }
  return json;
}

Json notes_json(const std::vector<QueryNote>& notes) {
  Json json = Json::array();
  for (const QueryNote& note : notes) {
    json.push_back(note.text);
  }
  return json;
}

// What is known of a query besides its hits.
Json query_json(const AnsweredQuery& query) {
  const MatchCount& matches = query.results.matches;
  return {{"id", query.id},
          {"query", query.text},
          {"matches",
           {{"lower", matches.lower},
            {"estimate", matches.estimate},
            {"upper", matches.upper},
            {"exact", matches.exact()}}},
          {"offset", query.results.offset},
          {"next_cursor", query.results.next_cursor},
          {"notes", notes_json(query.results.notes)},
          {"suggestion", query.results.suggestion},
          {"facets", facets_json(query.results)}};
}

class JsonWriter : public ResultWriter {
 public:
  JsonWriter(const SearcherCommand& command, std::ostream& out) : cite_(command.cite), out_(out) {}

  void write(const AnsweredQuery& query) override {
    Json json = query_json(query);
    json["hits"] = Json::array();
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      json["hits"].push_back(hit_json(query.results.hits[i], query.results.offset + i + 1, cite_));
    }
    results_.push_back(std::move(json));
  }

  void write(const PassageVerdict& verdict) override {
    answer_ = {{"verdict", verdict_json(verdict)}};
  }

  void write(const std::vector<Suggestion>& suggestions) override {
    answer_ = {{"suggestions", Json::array()}};
    for (const Suggestion& one : suggestions) {
      answer_["suggestions"].push_back(suggestion_json(one));
    }
  }

  void finish() override {
    Json json = {{"schema", "pilcrow.search"}, {"version", schema_version}};
    json.update(answer_.is_null() ? Json{{"results", results_}} : answer_);
    out_ << dumped(json, 2) << '\n';
  }

 private:
  const std::optional<CitationStyle> cite_;
  std::ostream& out_;
  Json results_ = Json::array();
  Json answer_ = {};  // To something else than queries.
};

class JsonlWriter : public ResultWriter {
 public:
  JsonlWriter(const SearcherCommand& command, std::ostream& out) : cite_(command.cite), out_(out) {}

  void write(const AnsweredQuery& query) override {
    Json line = {{"type", "query"}, {"schema", "pilcrow.search"}, {"version", schema_version}};
    line.update(query_json(query));
    out_ << dumped(line, -1) << '\n';
    for (std::size_t i = 0; i < query.results.hits.size(); ++i) {
      Json hit = {{"type", "hit"}, {"id", query.id}};
      hit.update(hit_json(query.results.hits[i], query.results.offset + i + 1, cite_));
      out_ << dumped(hit, -1) << '\n';
    }
  }

  void write(const PassageVerdict& verdict) override {
    Json line = {{"type", "verdict"}, {"schema", "pilcrow.search"}, {"version", schema_version}};
    line.update(verdict_json(verdict));
    out_ << dumped(line, -1) << '\n';
  }

  void write(const std::vector<Suggestion>& suggestions) override {
    for (const Suggestion& one : suggestions) {
      Json line = {
          {"type", "suggestion"}, {"schema", "pilcrow.search"}, {"version", schema_version}};
      line.update(suggestion_json(one));
      out_ << dumped(line, -1) << '\n';
    }
  }

 private:
  const std::optional<CitationStyle> cite_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ResultWriter> make_json_writer(const SearcherCommand& command, std::ostream& out) {
  return std::make_unique<JsonWriter>(command, out);
}

std::unique_ptr<ResultWriter> make_jsonl_writer(const SearcherCommand& command, std::ostream& out) {
  return std::make_unique<JsonlWriter>(command, out);
}

}  // namespace pilcrow
