// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "searcher/query_plan.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

// More words find the same passages more slowly.
constexpr std::size_t words_max = 24;

struct Telling {
  double weight = 0;
  std::string term;
};

// A passage's content terms by falling count times idf.
std::vector<Telling> telling_terms(Xapian::docid document, const IndexReader& index) {
  std::vector<Telling> terms;
  const Xapian::Database& database = index.database();
  const auto end = database.termlist_end(document);
  for (auto i = database.termlist_begin(document); i != end; ++i) {
    std::string term = *i;
    const bool is_furniture = term[0] == furniture_prefix;
    if (i.get_wdf() == 0 || (is_prefix(term[0]) && !is_furniture)) {
      continue;
    }
    term.erase(0, is_furniture ? 1 : 0);
    const double frequency = database.get_termfreq(term);
    terms.push_back({i.get_wdf() * idf(index.passages(), frequency), std::move(term)});
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
  terms.resize(std::min(terms.size(), words_max));
  return terms;
}

}  // namespace

QueryPlan plan_similar(Xapian::docid document, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds) {
  QueryPlan plan;
  std::vector<Xapian::Query> parts;
  for (const Telling& telling : telling_terms(document, index)) {
    PlannedClause clause;
    clause.words = {{telling.term, {telling.term}}};
    clause.weight = telling.weight;
    plan.clauses.push_back(std::move(clause));
    plan.ranked.push_back(ranked_terms(index, telling.term, {telling.term}, kinds));
    parts.push_back(any_of(index, plan.ranked.back()));
  }
  plan.query = only_kinds(Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()), kinds);
  return plan;
}

}  // namespace pilcrow
