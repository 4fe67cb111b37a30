// SPDX-License-Identifier: GPL-2.0-or-later
// What a Searcher does on one state of an index.  paging.cc and verdict.cc have their parts.
#pragma once

#include <xapian.h>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/cursor.h"
#include "searcher/found.h"
#include "searcher/index_reader.h"
#include "searcher/index_search.h"
#include "searcher/query_plan.h"
#include "searcher/second_stage.h"
#include "searcher/verifier.h"

namespace pilcrow {

constexpr std::size_t hits_max = 100'000;

struct HitPage {
  std::size_t offset = 0;  // Hits that were shown before it.
  std::size_t begin = 0;   // Where it begins among all hits.
  std::vector<Found> hits = {};
  bool has_more = false;  // Another page follows.
};

struct Searcher::Impl {
  explicit Impl(const SearcherOptions& options)
      : index(options.locations, options.timeout, options.threads) {}

  ParsedQuery parse(std::string_view query, const SearchOptions& options) const;
  SearchResults search(std::string_view query, const SearchOptions& options);
  SearchResults search(const ParsedQuery& parsed, const SearchOptions& options);
  SearchResults similar(const PassageId& passage, const SearchOptions& options);
  void expand(QueryPlan& plan, const std::set<ParagraphKind>& kinds, const SearchOptions& options);
  PassageVerdict explain(const ParsedQuery& parsed, const PassageId& passage,
                         const SearchOptions& options);
  void find_rank(const QueryPlan& plan, const SearchOptions& options, DocumentId document,
                 PassageVerdict& verdict);
  SearchResults run(const QueryPlan& plan, const SearchOptions& options, DocumentId left_out);
  static IndexSearch search_for(const IndexQuery& query, const SearchOptions& options,
                                const Verifier& verifier);
  HitPage find_page(const IndexSearch& asked, const SearchOptions& options,
                    const SecondStage& second_stage, MatchCount& matches);
  std::vector<Found> find(IndexSearch asked, const SearchOptions& options, std::size_t wanted,
                          const SecondStage& second_stage, MatchCount& matches);
  std::vector<Found> find_others(const IndexQuery& query, const PassageId& passage, DocumentId hit,
                                 const SearchOptions& options, const Verifier& verifier) const;
  std::size_t first_after(const std::vector<Found>& found, const Cursor& cursor,
                          const SearchOptions& options) const;
  Cursor cursor_at(const HitPage& page, const std::vector<Hit>& hits,
                   const SearchOptions& options) const;
  std::optional<DocumentId> find_document(const PassageId& passage) const;
  std::optional<DocumentId> find_document(const ArticlePlace& article, std::uint32_t paragraph,
                                          bool is_furniture) const;
  std::vector<PassageText> around(const PassageId& passage, std::size_t before, std::size_t after);

  IndexReader index;
  Analyzer analyzer;
  NameAliases aliases;
};

}  // namespace pilcrow
