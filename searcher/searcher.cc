// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/searcher.h"

#include <algorithm>
#include <utility>

#include "pilcrow/analyzer.h"
#include "pilcrow/error.h"
#include "searcher/explanation.h"
#include "searcher/facts.h"
#include "searcher/index_reader.h"
#include "searcher/query_plan.h"
#include "searcher/snippet.h"
#include "searcher/suggestion.h"
#include "searcher/verifier.h"

namespace pilcrow {
namespace {

constexpr std::size_t hits_max = 100'000;
constexpr std::size_t context_max = 100;
constexpr std::size_t prefix_words_limit = 10'000;

void require_at_most(std::size_t value, std::size_t most, const char* name) {
  if (value > most) {
    throw Error(ErrorCode::invalid_argument, std::string("search: ") + name + " is " +
                                                 std::to_string(value) + "; give at most " +
                                                 std::to_string(most));
  }
}

void require_in_range(const SearchOptions& options) {
  require_at_most(options.offset, hits_max, "offset");
  require_at_most(options.limit, hits_max, "limit");
  require_at_most(options.offset + options.limit, hits_max, "offset + limit");
  require_at_most(options.context, context_max, "context");
  require_at_most(options.prefix_words_max, prefix_words_limit, "prefix_words_max");
  if (options.prefix_words_max == 0) {
    throw Error(ErrorCode::invalid_argument, "search: prefix_words_max is 0; give at least 1");
  }
}

ArticleInfo info_of(ArticleRecord record) {
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
  info.source_encoding = record.source_encoding;
  info.paragraphs = record.paragraphs;
  return info;
}

// A passage's place in the file, which is stored relative to its article's.
Span place_in_file(const PassageRecord& passage, const ArticleRecord& article) {
  return {passage.source.begin + article.source_record.begin,
          passage.source.end + article.source_record.begin};
}

// Every passage of an index belongs to a stored article; it is damaged otherwise.
ArticleRecord article_of(const IndexReader& index, const PassageRecord& passage) {
  std::optional<ArticleRecord> article = index.find_article(passage.article);
  if (!article) {
    throw Error(ErrorCode::corrupt,
                "read the article of a passage: it is missing; the index is damaged, build it anew "
                "with --rebuild");
  }
  return *std::move(article);
}

}  // namespace

std::string to_string(const PassageId& passage) {
  return passage.article + '#' + std::to_string(passage.paragraph);
}

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& path) : index(path) {}

  SearchResults search(const ParsedQuery& parsed, const SearchOptions& options);
  SearchResults similar(const PassageId& passage, const SearchOptions& options);
  SearchResults run(const QueryPlan& plan, const SearchOptions& options, Xapian::docid left_out);
  std::optional<Xapian::docid> find_document(const PassageId& passage) const;
  MatchCount count(const Xapian::MSet& found) const;
  Hit hit(Xapian::docid document, double score, const QueryPlan& plan,
          const SearchOptions& options);
  std::vector<PassageText> around(const ArticleRecord& article, std::uint32_t paragraph,
                                  std::size_t before, std::size_t after);
  std::vector<PassageText> find(const PassageId& passage, std::size_t before, std::size_t after);

  IndexReader index;
  Analyzer analyzer;
};

SearchResults Searcher::Impl::search(const ParsedQuery& parsed, const SearchOptions& options) {
  const QueryPlan plan = plan_query(parsed, index, analyzer, options.prefix_words_max);
  SearchResults results = run(plan, options, 0);
  if (options.suggest) {
    results.suggestion = suggest(plan, index);
  }
  return results;
}

SearchResults Searcher::Impl::similar(const PassageId& passage, const SearchOptions& options) {
  const std::optional<Xapian::docid> document = find_document(passage);
  return document ? run(plan_similar(*document, index), options, *document) : SearchResults();
}

SearchResults Searcher::Impl::run(const QueryPlan& plan, const SearchOptions& options,
                                  Xapian::docid left_out) {
  SearchResults results;
  results.notes = plan.notes;
  if (plan.query.empty()) {
    return results;
  }
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(bm25());
  enquire.set_query(plan.query);
  const std::size_t per_article = options.unit == Unit::article ? 1 : options.hits_per_article_max;
  if (per_article > 0) {
    enquire.set_collapse_key(article_slot, static_cast<Xapian::doccount>(per_article));
  }
  const FactFilter filter(options.filters, index);
  const Verifier verifier(plan, index, analyzer, filter, left_out);
  ArticleCounter counter;
  if (!options.facets.empty()) {
    enquire.add_matchspy(&counter);
  }
  // Facets are counted over all matches, so none may be passed over.
  const std::size_t documents = index.database().get_doccount();
  const std::size_t counted =
      options.facets.empty() ? std::min(options.exact_count_max, documents) : documents;
  const Xapian::MSet found = enquire.get_mset(
      static_cast<Xapian::doccount>(options.offset), static_cast<Xapian::doccount>(options.limit),
      static_cast<Xapian::doccount>(counted), nullptr, verifier.is_needed() ? &verifier : nullptr);
  results.matches = count(found);
  results.facets = counter.facets(options.facets, options.unit, index);
  for (auto i = found.begin(); i != found.end(); ++i) {
    results.hits.push_back(hit(*i, i.get_weight(), plan, options));
  }
  return results;
}

MatchCount Searcher::Impl::count(const Xapian::MSet& found) const {
  return {found.get_matches_lower_bound(), found.get_matches_estimated(),
          found.get_matches_upper_bound()};
}

Hit Searcher::Impl::hit(Xapian::docid document, double score, const QueryPlan& plan,
                        const SearchOptions& options) {
  PassageRecord passage = index.passage(document);
  ArticleRecord article = article_of(index, passage);
  Hit hit;
  hit.passage = {article.id, passage.paragraph};
  hit.score = score;
  hit.source = place_in_file(passage, article);
  if (options.context > 0) {
    for (PassageText& text : around(article, passage.paragraph, options.context, options.context)) {
      if (text.paragraph != passage.paragraph) {
        (text.paragraph < passage.paragraph ? hit.before : hit.after).push_back(std::move(text));
      }
    }
  }
  if (options.snippet_bytes > 0) {
    const std::vector<Token> tokens = analyzer.analyze(passage.text, passage.language);
    hit.snippet = make_snippet(passage.text, tokens, plan.clauses, options.snippet_bytes);
  }
  if (options.explain) {
    hit.explanation = explain_score(index.database(), document, plan);
  }
  hit.text = std::move(passage.text);
  hit.article = info_of(std::move(article));
  return hit;
}

// Paragraphs around one, itself included.  The documents of an article come in the order of its
// paragraphs, which are counted from 1; number 0 is the only one of an article without body.
std::vector<PassageText> Searcher::Impl::around(const ArticleRecord& article,
                                                std::uint32_t paragraph, std::size_t before,
                                                std::size_t after) {
  const std::vector<Xapian::docid> documents = index.documents_of(ArticleKey::of_id(article.id));
  const std::size_t at = paragraph > 0 ? paragraph - 1 : 0;
  std::vector<PassageText> texts;
  const std::size_t end = std::min(documents.size(), at + after + 1);
  for (std::size_t i = at - std::min(at, before); i < end; ++i) {
    PassageRecord passage = index.passage(documents[i]);
    texts.push_back({passage.paragraph, std::move(passage.text), place_in_file(passage, article)});
  }
  return texts;
}

std::optional<Xapian::docid> Searcher::Impl::find_document(const PassageId& passage) const {
  const std::vector<Xapian::docid> documents =
      index.documents_of(ArticleKey::of_id(passage.article));
  const std::size_t at = passage.paragraph > 0 ? passage.paragraph - 1 : 0;
  if (at >= documents.size() || index.passage(documents[at]).paragraph != passage.paragraph) {
    return std::nullopt;
  }
  return documents[at];
}

// The paragraphs around a passage that a caller named; none where there is no such passage.
std::vector<PassageText> Searcher::Impl::find(const PassageId& passage, std::size_t before,
                                              std::size_t after) {
  const ArticleKey key = ArticleKey::of_id(passage.article);
  const std::optional<ArticleRecord> article = index.find_article(key);
  if (!article || article->id != passage.article) {
    return {};
  }
  std::vector<PassageText> texts = around(*article, passage.paragraph, before, after);
  const bool found = std::any_of(texts.begin(), texts.end(), [&](const PassageText& text) {
    return text.paragraph == passage.paragraph;
  });
  return found ? texts : std::vector<PassageText>();
}

Searcher::Searcher(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResults Searcher::search(std::string_view query, const SearchOptions& options) {
  require_in_range(options);
  const ParsedQuery parsed = parse_query(query, options.match_all);
  return impl_->index.read("search", [&] { return impl_->search(parsed, options); });
}

SearchResults Searcher::similar(const PassageId& passage, const SearchOptions& options) {
  require_in_range(options);
  return impl_->index.read("search", [&] { return impl_->similar(passage, options); });
}

std::optional<PassageText> Searcher::text(const PassageId& passage) {
  std::vector<PassageText> texts = context(passage, 0, 0);
  return texts.empty() ? std::nullopt : std::optional(std::move(texts.front()));
}

std::vector<PassageText> Searcher::context(const PassageId& passage, std::size_t before,
                                           std::size_t after) {
  require_at_most(before, context_max, "before");
  require_at_most(after, context_max, "after");
  return impl_->index.read("read a passage", [&] { return impl_->find(passage, before, after); });
}

std::optional<ArticleInfo> Searcher::article(std::string_view article_id) {
  return impl_->index.read("read an article", [&]() -> std::optional<ArticleInfo> {
    std::optional<ArticleRecord> record = impl_->index.find_article(ArticleKey::of_id(article_id));
    if (!record || record->id != article_id) {
      return std::nullopt;
    }
    return info_of(*std::move(record));
  });
}

bool Searcher::refresh() {
  return impl_->index.read("look for news", [this] { return impl_->index.reopen(); });
}

}  // namespace pilcrow
