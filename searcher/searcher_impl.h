// SPDX-License-Identifier: GPL-2.0-or-later
// What a Searcher does on one state of an index.  paging.cc and verdict.cc have their parts.
#pragma once

#include <xapian.h>
#include <filesystem>
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
#include "searcher/query_plan.h"
#include "searcher/reranker.h"
#include "searcher/verifier.h"

namespace pilcrow {

constexpr std::size_t hits_max = 100'000;

struct HitPage {
  std::size_t offset = 0;  // Hits that were shown before it.
  std::size_t begin = 0;   // Where it begins among all hits.
  std::vector<Found> hits = {};
  bool has_more = false;  // Another page follows.
};

// Without looking at what they say.
std::vector<Found> all_of(const Xapian::MSet& matches);

struct Searcher::Impl {
  explicit Impl(const std::filesystem::path& path) : index(path) {}

  ParsedQuery parse(std::string_view query, const SearchOptions& options) const;
  SearchResults search(std::string_view query, const SearchOptions& options);
  SearchResults search(const ParsedQuery& parsed, const SearchOptions& options);
  SearchResults similar(const PassageId& passage, const SearchOptions& options);
  void expand(QueryPlan& plan, const std::set<ParagraphKind>& kinds, const SearchOptions& options);
  PassageVerdict explain(const ParsedQuery& parsed, const PassageId& passage,
                         const SearchOptions& options);
  void find_rank(const QueryPlan& plan, const SearchOptions& options, Xapian::docid document,
                 PassageVerdict& verdict);
  SearchResults run(const QueryPlan& plan, const SearchOptions& options, Xapian::docid left_out);
  Xapian::Enquire enquire_for(const Xapian::Query& query, const SearchOptions& options) const;
  HitPage find_page(Xapian::Enquire& enquire, const SearchOptions& options,
                    const Verifier& verifier, const Reranker& reranker, MatchCount& matches);
  std::vector<Found> find(Xapian::Enquire& enquire, const SearchOptions& options,
                          std::size_t wanted, const Verifier& verifier, const Reranker& reranker,
                          MatchCount& matches);
  std::vector<Found> find_others(const Xapian::Query& query, const PassageId& passage,
                                 Xapian::docid hit, const SearchOptions& options,
                                 const Verifier& verifier) const;
  std::size_t first_after(const std::vector<Found>& found, const Cursor& cursor,
                          const SearchOptions& options) const;
  MatchPlace place_of(const Found& found, const SearchOptions& options) const;
  Cursor cursor_at(const HitPage& page, const std::vector<Hit>& hits,
                   const SearchOptions& options) const;
  std::optional<Xapian::docid> find_document(const PassageId& passage) const;
  std::optional<Xapian::docid> find_document(const ArticleKey& key, const ArticleRecord& article,
                                             std::uint32_t paragraph, bool is_furniture) const;
  std::vector<PassageText> around(const PassageId& passage, std::size_t before, std::size_t after);

  IndexReader index;
  Analyzer analyzer;
  NameAliases aliases;
};

}  // namespace pilcrow
