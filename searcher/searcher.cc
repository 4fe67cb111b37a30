// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/searcher.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "pilcrow/analyzer.h"
#include "pilcrow/error.h"
#include "searcher/facet_counter.h"
#include "searcher/facts.h"
#include "searcher/hit_builder.h"
#include "searcher/index_reader.h"
#include "searcher/query_plan.h"
#include "searcher/same_passages.h"
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
  require_countable(options.facets);
  if (options.kinds.empty()) {
    throw Error(ErrorCode::invalid_argument, "search: kinds is empty; name a kind to find");
  }
  if (options.prefix_words_max == 0) {
    throw Error(ErrorCode::invalid_argument, "search: prefix_words_max is 0; give at least 1");
  }
}

// A document that was found, and those that say the same.
struct Found {
  Xapian::docid document = 0;
  double score = 0;
  std::vector<Xapian::docid> duplicates = {};
};

// Puts together what says the same.
std::vector<Found> collapsed(const Xapian::MSet& matches) {
  std::vector<Found> found;
  SamePassages passages;
  for (auto i = matches.begin(); i != matches.end(); ++i) {
    const std::string forward = i.get_document().get_value(forward_slot);
    const auto same = passages.find_or_note(decode_forward_index(forward).body);
    if (same) {
      found[*same].duplicates.push_back(*i);
    } else {
      found.push_back({*i, i.get_weight()});
    }
  }
  return found;
}

// That an article says something twice is no news.
void name_duplicates(const std::vector<Xapian::docid>& documents, HitBuilder& builder, Hit& hit) {
  for (const Xapian::docid document : documents) {
    DuplicatePassage duplicate = builder.duplicate(document);
    if (duplicate.passage.article != hit.passage.article) {
      hit.duplicates.push_back(std::move(duplicate));
    }
  }
}

std::vector<Found> all_of(const Xapian::MSet& matches) {
  std::vector<Found> found;
  for (auto i = matches.begin(); i != matches.end(); ++i) {
    found.push_back({*i, i.get_weight()});
  }
  return found;
}

}  // namespace

std::string to_string(const PassageId& passage) {
  return passage.article + (passage.furniture ? "#f" : "#") + std::to_string(passage.paragraph);
}

PassageId parse_passage_id(std::string_view spelling) {
  const std::size_t mark = spelling.rfind('#');
  PassageId passage;
  if (mark != std::string_view::npos) {
    std::string_view number = spelling.substr(mark + 1);
    passage.article = spelling.substr(0, mark);
    passage.furniture = number.starts_with('f');
    number.remove_prefix(passage.furniture ? 1 : 0);
    const char* end = number.data() + number.size();
    const auto parsed = std::from_chars(number.data(), end, passage.paragraph);
    if (parsed.ec == std::errc() && parsed.ptr == end) {
      return passage;
    }
  }
  throw Error(ErrorCode::invalid_argument,
              "read a passage's name: " + std::string(spelling) +
                  " is not ARTICLE#PARAGRAPH, such as news/a.txt#3, or #f3 for furniture");
}

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& path) : index(path) {}

  SearchResults search(const ParsedQuery& parsed, const SearchOptions& options);
  SearchResults similar(const PassageId& passage, const SearchOptions& options);
  SearchResults run(const QueryPlan& plan, const SearchOptions& options, Xapian::docid left_out);
  std::optional<Xapian::docid> find_document(const PassageId& passage) const;
  std::vector<Found> find(Xapian::Enquire& enquire, const SearchOptions& options,
                          Xapian::doccount counted, const Verifier* verifier, MatchCount& matches);
  std::vector<PassageText> around(const PassageId& passage, std::size_t before, std::size_t after);

  IndexReader index;
  Analyzer analyzer;
};

SearchResults Searcher::Impl::search(const ParsedQuery& parsed, const SearchOptions& options) {
  const QueryPlan plan = plan_query(parsed, index, analyzer, options);
  SearchResults results = run(plan, options, 0);
  if (options.suggest) {
    results.suggestion = suggest(plan, index);
  }
  return results;
}

SearchResults Searcher::Impl::similar(const PassageId& passage, const SearchOptions& options) {
  const std::optional<Xapian::docid> document = find_document(passage);
  return document ? run(plan_similar(*document, index, options.kinds), options, *document)
                  : SearchResults();
}

SearchResults Searcher::Impl::run(const QueryPlan& plan, const SearchOptions& options,
                                  Xapian::docid left_out) {
  SearchResults results;
  results.notes = plan.notes;
  if (plan.query.empty()) {
    return results;
  }
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(bm25(index).weight);
  enquire.set_query(filtered(plan.query, options));
  const std::size_t per_article = options.unit == Unit::article ? 1 : options.hits_per_article_max;
  if (per_article > 0) {
    enquire.set_collapse_key(article_slot, static_cast<Xapian::doccount>(per_article));
  }
  const Verifier verifier(plan, index, analyzer, left_out);
  FacetCounter counter;
  if (!options.facets.empty()) {
    enquire.add_matchspy(&counter);
  }
  // Facets are counted over all matches, so none may be passed over.
  const std::size_t documents = index.database().get_doccount();
  const std::size_t counted =
      options.facets.empty() ? std::min(options.exact_count_max, documents) : documents;
  const std::vector<Found> found =
      find(enquire, options, static_cast<Xapian::doccount>(counted),
           verifier.is_needed() ? &verifier : nullptr, results.matches);
  results.facets = counter.facets(options, index);
  HitBuilder builder(index, analyzer, plan, options);
  const std::size_t end = std::min(found.size(), options.offset + options.limit);
  for (std::size_t i = options.offset; i < end; ++i) {
    Hit& hit = results.hits.emplace_back(builder.hit(found[i].document, found[i].score));
    if (options.duplicates == Duplicates::collapse) {
      name_duplicates(found[i].duplicates, builder, hit);
    }
  }
  return results;
}

// The best passages, up to the last one that is shown.  Where passages that say the same are put
// together, more are looked at: at first so many that copies, which rank near each other, are seen,
// then until there are enough.
std::vector<Found> Searcher::Impl::find(Xapian::Enquire& enquire, const SearchOptions& options,
                                        Xapian::doccount counted, const Verifier* verifier,
                                        MatchCount& matches) {
  constexpr std::size_t more = 40;
  const std::size_t wanted = options.offset + options.limit;
  const bool collapses = options.duplicates != Duplicates::show;
  std::size_t looked_at = collapses ? wanted + wanted / 2 + more : wanted;
  while (true) {
    const Xapian::MSet found =
        enquire.get_mset(0, static_cast<Xapian::doccount>(looked_at), counted, nullptr, verifier);
    std::vector<Found> distinct = collapses ? collapsed(found) : all_of(found);
    matches = {found.get_matches_lower_bound(), found.get_matches_estimated(),
               found.get_matches_upper_bound()};
    if (distinct.size() >= wanted || found.size() < looked_at || looked_at >= hits_max) {
      return distinct;
    }
    looked_at = std::min(2 * looked_at, hits_max);
  }
}

std::optional<Xapian::docid> Searcher::Impl::find_document(const PassageId& passage) const {
  const ArticleKey key = ArticleKey::of_id(passage.article);
  const std::optional<ArticleRecord> article = index.find_article(key);
  if (!article || article->id != passage.article || (passage.furniture && passage.paragraph == 0)) {
    return std::nullopt;
  }
  const std::vector<Xapian::docid> documents = index.documents_of(key);
  const std::size_t at =
      std::max(passage.paragraph, 1U) - 1 + (passage.furniture ? article->paragraphs : 0U);
  if (at >= documents.size()) {
    return std::nullopt;
  }
  const PassageRecord found = index.passage(documents[at]);
  const bool is_furniture = found.kind != ParagraphKind::body;
  return found.paragraph == passage.paragraph && is_furniture == passage.furniture
             ? std::optional(documents[at])
             : std::nullopt;
}

// The paragraphs around a passage that a caller named, itself included; none where there is no such
// passage.
std::vector<PassageText> Searcher::Impl::around(const PassageId& passage, std::size_t before,
                                                std::size_t after) {
  const std::optional<Xapian::docid> document = find_document(passage);
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
  texts.push_back({hit.passage.paragraph, std::move(hit.text), hit.source});
  texts.insert(texts.end(), hit.after.begin(), hit.after.end());
  return texts;
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
  return impl_->index.read("read a passage", [&] { return impl_->around(passage, before, after); });
}

std::optional<ArticleInfo> Searcher::article(std::string_view article_id) {
  return impl_->index.read("read an article", [&]() -> std::optional<ArticleInfo> {
    std::optional<ArticleRecord> record = impl_->index.find_article(ArticleKey::of_id(article_id));
    if (!record || record->id != article_id) {
      return std::nullopt;
    }
    return info_of(*std::move(record), impl_->index);
  });
}

bool Searcher::refresh() {
  return impl_->index.read("look for news", [this] { return impl_->index.reopen(); });
}

}  // namespace pilcrow
