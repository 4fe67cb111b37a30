// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/searcher.h"

#include <algorithm>
#include <utility>

#include "pilcrow/error.h"
#include "searcher/completion.h"
#include "searcher/facet_counter.h"
#include "searcher/fact_query.h"
#include "searcher/facts.h"
#include "searcher/feedback.h"
#include "searcher/hit_builder.h"
#include "searcher/query_nodes.h"
#include "searcher/same_passages.h"
#include "searcher/searcher_impl.h"
#include "searcher/second_stage.h"
#include "searcher/sorting.h"

namespace pilcrow {
namespace {

constexpr std::size_t context_max = 100;
constexpr std::size_t fragments_limit = 16;
constexpr std::size_t prefix_words_limit = 10'000;
constexpr std::size_t reranked_limit = 10'000;

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
  require_at_most(options.fragments_max, fragments_limit, "fragments_max");
  require_at_most(options.reranked_max, reranked_limit, "reranked_max");
  require_at_most(options.prefix_words_max, prefix_words_limit, "prefix_words_max");
  require_at_most(options.min_match_percent, 100, "min_match_percent");
  require_countable(options.facets);
  require_at_most(options.hits_per_article_max, hits_max, "hits_per_article_max");
  if (!options.cursor.empty() && options.offset > 0) {
    throw Error(ErrorCode::invalid_argument,
                "search: there are a cursor and an offset; give one of them");
  }
  if (options.kinds.empty()) {
    throw Error(ErrorCode::invalid_argument, "search: kinds is empty; name a kind to find");
  }
  if (options.prefix_words_max == 0) {
    throw Error(ErrorCode::invalid_argument, "search: prefix_words_max is 0; give at least 1");
  }
}

// Puts together what says the same.
std::vector<Found> collapsed(std::vector<Found> ranked, const IndexReader& index) {
  std::vector<Found> found;
  SamePassages passages;
  for (Found& each : ranked) {
    const auto same = passages.find_or_note(each.ranked_anew ? std::move(each.body)
                                                             : index.forward(each.document).body);
    if (same) {
      found[*same].duplicates.push_back(each.document);
    } else {
      found.push_back(std::move(each));
    }
  }
  return found;
}

// That an article says something twice is no news.
void name_duplicates(const std::vector<DocumentId>& documents, HitBuilder& builder, Hit& hit) {
  for (const DocumentId document : documents) {
    DuplicatePassage duplicate = builder.duplicate(document);
    if (duplicate.passage.article != hit.passage.article) {
      hit.duplicates.push_back(std::move(duplicate));
    }
  }
}

}  // namespace

ParsedQuery Searcher::Impl::parse(std::string_view query, const SearchOptions& options) const {
  std::optional<std::set<std::string>> facets;  // Looked up where a field is not known.
  return parse_query(query, options.match_all, [&](const std::string& name) {
    if (!facets) {
      facets = facet_names(index);
    }
    return facets->contains(name);
  });
}

SearchResults Searcher::Impl::search(std::string_view query, const SearchOptions& options) {
  ParsedQuery parsed = parse(query, options);
  SearchResults results = search(parsed, options);
  const bool nothing = results.hits.empty() && results.matches.upper == 0;
  if (nothing && options.relax_phrases && !options.match_all && relax_phrases(parsed)) {
    results = search(parsed, options);
  }
  return results;
}

SearchResults Searcher::Impl::search(const ParsedQuery& parsed, const SearchOptions& options) {
  QueryPlan plan = plan_query(parsed, index, analyzer, aliases, options);
  expand(plan, parsed.kinds.empty() ? options.kinds : parsed.kinds, options);
  SearchResults results = run(plan, options, 0);
  results.suggestion = suggested_query(plan);
  return results;
}

// What is best by relevance tells what to add, whatever the order of the hits.  Passages of one
// article would agree on its title.
void Searcher::Impl::expand(QueryPlan& plan, const std::set<ParagraphKind>& kinds,
                            const SearchOptions& options) {
  const bool always = options.expand == Expansion::on;
  if (options.expand == Expansion::off || plan.query.empty() || !(always || is_long(plan))) {
    return;
  }
  const Verifier verifier(plan, index, analyzer, 0);
  const IndexMatches best = pilcrow::search(index, {.query = filtered(plan.query, options),
                                                    .wanted = feedback_passages,
                                                    .per_article = 1,
                                                    .verifier = verifier.if_needed()});
  std::vector<DocumentId> documents;
  for (const Found& found : best.found) {
    documents.push_back(found.document);
  }
  add_feedback(plan, documents, index, kinds, always ? 1 : answered_share);
}

SearchResults Searcher::Impl::similar(const PassageId& passage, const SearchOptions& options) {
  const std::optional<DocumentId> document = find_document(passage);
  return document ? run(plan_similar(*document, index, options.kinds), options, *document)
                  : SearchResults();
}

SearchResults Searcher::Impl::run(const QueryPlan& plan, const SearchOptions& options,
                                  DocumentId left_out) {
  SearchResults results;
  results.notes = plan.notes;
  if (plan.query.empty()) {
    return results;
  }
  const Verifier verifier(plan, index, analyzer, left_out);
  const IndexQuery query = filtered(plan.query, options);
  IndexSearch asked = search_for(query, options, verifier);
  FacetCounter counter(index.parts().size());
  asked.listener = options.facets.empty() ? nullptr : &counter;
  const SecondStage second_stage(plan, index, options.unit);
  const HitPage page = find_page(asked, options, second_stage, results.matches);
  results.facets = counter.facets(options, index);
  results.offset = page.offset;
  HitBuilder builder(index, analyzer, plan, options);
  for (const Found& found : page.hits) {
    Hit& hit = results.hits.emplace_back(builder.hit(found.document, found.score));
    if (hit.explanation) {
      second_stage.explain(found, *hit.explanation);
    }
    if (options.duplicates == Duplicates::collapse) {
      name_duplicates(found.duplicates, builder, hit);
    }
    for (const Found& other : find_others(query, hit.passage, found.document, options, verifier)) {
      hit.others.push_back(builder.hit(other.document, other.score));
    }
  }
  if (page.has_more) {
    results.next_cursor = encode(cursor_at(page, results.hits, options));
  }
  return results;
}

IndexSearch Searcher::Impl::search_for(const IndexQuery& query, const SearchOptions& options,
                                       const Verifier& verifier) {
  return {.query = query,
          .sort = options.sort,
          .per_article = hits_per_article(options),
          .score_min = options.score_min,
          .verifier = verifier.if_needed()};
}

// The best passages, at least `wanted` where there are so many.  Where passages that say the same
// are put together, more are looked at: at first so many that copies, which rank near each other,
// are seen, then until there are enough.
std::vector<Found> Searcher::Impl::find(IndexSearch asked, const SearchOptions& options,
                                        std::size_t wanted, const SecondStage& second_stage,
                                        MatchCount& matches) {
  constexpr std::size_t more = 40;
  // Facets are counted over all matches, so none may be passed over.
  asked.counted = options.facets.empty() ? options.exact_count_max : index.documents();
  const bool collapses = options.duplicates != Duplicates::show;
  const std::size_t reranked =
      options.sort == Sort::relevance && second_stage.is_needed() ? options.reranked_max : 0;
  std::size_t looked_at = std::max(collapses ? wanted + wanted / 2 + more : wanted, reranked);
  while (true) {
    asked.wanted = looked_at;
    IndexMatches found = pilcrow::search(index, asked);
    std::vector<Found> ranked = std::move(found.found);
    const bool is_all = ranked.size() < looked_at;
    second_stage.rank(ranked, reranked);
    std::vector<Found> distinct =
        collapses ? collapsed(std::move(ranked), index) : std::move(ranked);
    matches = found.count;
    if (distinct.size() >= wanted || is_all || looked_at >= hits_max) {
      return distinct;
    }
    looked_at = std::min(2 * looked_at, hits_max);
  }
}

std::optional<DocumentId> Searcher::Impl::find_document(const PassageId& passage) const {
  const std::optional<ArticlePlace> article = index.find_article(passage.article);
  return article ? find_document(*article, passage.paragraph, passage.furniture) : std::nullopt;
}

std::optional<DocumentId> Searcher::Impl::find_document(const ArticlePlace& article,
                                                        std::uint32_t paragraph,
                                                        bool is_furniture) const {
  if (is_furniture && paragraph == 0) {
    return std::nullopt;
  }
  const std::vector<DocumentId> documents =
      index.documents_of(article.part, ArticleKey::of_id(article.record.id));
  const std::size_t at =
      std::max(paragraph, 1U) - 1 + (is_furniture ? article.record.paragraphs : 0U);
  if (at >= documents.size()) {
    return std::nullopt;
  }
  const PassageRecord found = index.passage(documents[at]);
  const bool same =
      found.paragraph == paragraph && (found.kind != ParagraphKind::body) == is_furniture;
  return same ? std::optional(documents[at]) : std::nullopt;
}

// The paragraphs around a passage that a caller named, itself included; none where there is no such
// passage.
std::vector<PassageText> Searcher::Impl::around(const PassageId& passage, std::size_t before,
                                                std::size_t after) {
  const std::optional<DocumentId> document = find_document(passage);
  if (!document) {
    return {};
  }
  SearchOptions options;
  options.snippet_bytes = 0;
  options.context = std::max(before, after);
  const QueryPlan no_plan;
  Hit hit = HitBuilder(index, analyzer, no_plan, options).hit(*document, 0);
  hit.before.erase(hit.before.begin(), hit.before.end() - static_cast<std::ptrdiff_t>(
                                                              std::min(before, hit.before.size())));
  hit.after.resize(std::min(after, hit.after.size()));
  std::vector<PassageText> texts = std::move(hit.before);
  texts.push_back({hit.passage.paragraph, std::move(hit.text), hit.source, hit.kind});
  texts.insert(texts.end(), hit.after.begin(), hit.after.end());
  return texts;
}

Searcher::Searcher(const std::filesystem::path& path)
    : Searcher(SearcherOptions{.locations = {path.string()}}) {}
Searcher::Searcher(const SearcherOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

std::vector<std::string> Searcher::add_names(std::string_view text) {
  std::vector<std::string> problems;
  impl_->aliases = NameAliases::parse(text, problems);
  return problems;
}

SearchResults Searcher::search(std::string_view query, const SearchOptions& options) {
  require_in_range(options);
  return impl_->index.read("search", [&] { return impl_->search(query, options); });
}

SearchResults Searcher::similar(const PassageId& passage, const SearchOptions& options) {
  require_in_range(options);
  return impl_->index.read("search", [&] { return impl_->similar(passage, options); });
}

SearchResults Searcher::similar_to_text(std::string_view text, const SearchOptions& options) {
  require_in_range(options);
  return impl_->index.read("search", [&] {
    Impl& impl = *impl_;
    return impl.run(plan_similar(text, impl.index, impl.analyzer, options.kinds), options, 0);
  });
}

std::vector<Suggestion> Searcher::suggest(std::string_view typed, std::size_t limit) {
  require_at_most(typed.size(), query_bytes_max, "the length of what was typed");
  return impl_->index.read("suggest",
                           [&] { return complete(typed, limit, impl_->index, impl_->analyzer); });
}

PassageVerdict Searcher::explain(std::string_view query, const PassageId& passage,
                                 const SearchOptions& options) {
  require_in_range(options);
  return impl_->index.read("explain a passage", [&] {
    return impl_->explain(impl_->parse(query, options), passage, options);
  });
}

std::optional<PassageText> Searcher::text(const PassageId& passage) {
  std::vector<PassageText> texts = context(passage, 0, 0);
  return texts.empty() ? std::nullopt : std::optional(std::move(texts.front()));
}

std::vector<PassageText> Searcher::context(const PassageId& passage, std::size_t before,
                                           std::size_t after) {
  require_at_most(before, context_max, "before");
  require_at_most(after, context_max, "after");
  return impl_->index.read("read a passage", [&] { return impl_->around(passage, before, after); });
}

std::optional<ArticleInfo> Searcher::article(std::string_view article_id) {
  return impl_->index.read("read an article", [&]() -> std::optional<ArticleInfo> {
    std::optional<ArticlePlace> article = impl_->index.find_article(article_id);
    return article ? std::optional(info_of(*std::move(article), impl_->index)) : std::nullopt;
  });
}

std::vector<PassageText> Searcher::paragraphs(std::string_view article_id) {
  return impl_->index.read("read an article", [&]() -> std::vector<PassageText> {
    const std::optional<ArticlePlace> article = impl_->index.find_article(article_id);
    return article ? all_paragraphs(impl_->index, *article) : std::vector<PassageText>();
  });
}

bool Searcher::refresh() {
  return impl_->index.read("look for news", [this] { return impl_->index.reopen(); });
}

}  // namespace pilcrow
