// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "searcher/query_plan.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

// More words find the same passages more slowly.
constexpr std::size_t words_max = 24;
// Of a text; articles are shorter.
constexpr std::size_t text_bytes_max = std::size_t{256} << 10;

struct Telling {
  double weight = 0;
  std::string term;
};

// How often terms stand in a passage or a text.
using TermCounts = std::map<std::string, double>;

TermCounts counts_of(const Xapian::Document& document) {
  TermCounts counts;
  const auto end = document.termlist_end();
  for (auto i = document.termlist_begin(); i != end; ++i) {
    const std::string term = *i;
    const bool is_furniture = term[0] == furniture_prefix;
    if (is_furniture || !is_prefix(term[0])) {
      counts[term.substr(is_furniture ? 1 : 0)] = i.get_wdf();
    }
  }
  return counts;
}

// The only language of the index, else that of the text, else the most common one.
std::string language_for(std::string_view text, const IndexReader& index) {
  const std::map<std::string, double>& languages = index.query_languages();
  const std::string detected = languages.size() > 1 ? detect_language(text) : "";
  const auto most =
      std::max_element(languages.begin(), languages.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return !detected.empty() || most == languages.end() ? detected : most->first;
}

TermCounts counts_of(std::string_view text, const IndexReader& index, const Analyzer& analyzer) {
  TermCounts counts;
  for (const Token& token : analyzer.analyze(text, language_for(text, index))) {
    counts[token.term] += token.stop_word ? 0 : 1;
  }
  return counts;
}

// The terms that the index has, by falling count times idf.
std::vector<Telling> telling_terms(const TermCounts& counts, const IndexReader& index) {
  std::vector<Telling> terms;
  for (const auto& [term, count] : counts) {
    const double frequency = index.term_frequency(term);
    if (count > 0 && frequency > 0) {
      terms.push_back({count * idf(index.passages(), frequency), term});
    }
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
  terms.resize(std::min(terms.size(), words_max));
  return terms;
}

QueryPlan plan_telling(const TermCounts& counts, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds) {
  QueryPlan plan;
  std::vector<IndexQuery> parts;
  for (const Telling& telling : telling_terms(counts, index)) {
    PlannedClause clause;
    clause.words = {{telling.term, {telling.term}}};
    clause.weight = telling.weight;
    plan.clauses.push_back(std::move(clause));
    plan.ranked.push_back(ranked_terms(index, telling.term, {telling.term}, kinds));
    parts.push_back(any_of(plan.ranked.back()));
  }
  plan.query = only_kinds(IndexQuery(Xapian::Query::OP_OR, parts), kinds);
  return plan;
}

}  // namespace

QueryPlan plan_similar(DocumentId document, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds) {
  return plan_telling(counts_of(index.document(document)), index, kinds);
}

QueryPlan plan_similar(std::string_view text, const IndexReader& index, const Analyzer& analyzer,
                       const std::set<ParagraphKind>& kinds) {
  return plan_telling(counts_of(text.substr(0, text_bytes_max), index, analyzer), index, kinds);
}

}  // namespace pilcrow
