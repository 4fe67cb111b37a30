// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

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

// A passage's terms by falling count times idf.
std::vector<Telling> telling_terms(Xapian::docid document, const Xapian::Database& database) {
  std::vector<Telling> terms;
  const double passages = database.get_doccount();
  const auto end = database.termlist_end(document);
  for (auto term = database.termlist_begin(document); term != end; ++term) {
    if ((*term)[0] != article_prefix && term.get_wdf() > 0) {
      terms.push_back({term.get_wdf() * idf(passages, term.get_termfreq()), *term});
    }
  }
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
  terms.resize(std::min(terms.size(), words_max));
  return terms;
}

}  // namespace

QueryPlan plan_similar(Xapian::docid document, const IndexReader& index) {
  QueryPlan plan;
  std::vector<Xapian::Query> parts;
  for (const Telling& telling : telling_terms(document, index.database())) {
    PlannedClause clause;
    clause.words = {{telling.term, {telling.term}}};
    clause.weight = telling.weight;
    plan.clauses.push_back(std::move(clause));
    plan.ranked.push_back(ranked_terms(index.database(), telling.term, {telling.term}));
    parts.push_back(any_of(index.database(), plan.ranked.back()));
  }
  plan.query = Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
  return plan;
}

}  // namespace pilcrow
