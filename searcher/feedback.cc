// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "store/schema.h"

namespace pilcrow {
namespace {

constexpr std::size_t terms_max = 10;
// The weight of the best term, beside 1 of a word of the query.
constexpr double weight_max = 0.3;
// Half of the passages must agree on a term: with fewer, queries for one fact get much worse.
constexpr std::size_t passages_min = feedback_passages / 2;

struct Shared {
  double count = 0;
  std::size_t passages = 0;
};

struct Added {
  double weight = 0;
  std::string term = {};
};

std::map<std::string, Shared> terms_of(const std::vector<DocumentId>& documents,
                                       const IndexReader& index) {
  std::map<std::string, Shared> terms;
  for (const DocumentId id : documents) {
    const Xapian::Document document = index.document(id);
    const auto end = document.termlist_end();
    for (auto term = document.termlist_begin(); term != end; ++term) {
      if (term.get_wdf() > 0 && !is_prefix((*term)[0])) {
        Shared& shared = terms[*term];
        shared.count += term.get_wdf();
        ++shared.passages;
      }
    }
  }
  return terms;
}

// w = c log2((1 + f) / f) + log2(1 + f), with c the count in the passages and f the mean count in a
// passage of the index.
double bo1(double count, double mean) {
  return count * std::log2((1 + mean) / mean) + std::log2(1 + mean);
}

bool is_in(const QueryPlan& plan, const std::string& term) {
  return std::any_of(plan.ranked.begin(), plan.ranked.end(), [&](const RankedTerms& ranked) {
    return std::find(ranked.terms.begin(), ranked.terms.end(), term) != ranked.terms.end();
  });
}

std::vector<Added> best_terms(const QueryPlan& plan, const std::vector<DocumentId>& best,
                              const IndexReader& index) {
  std::vector<Added> added;
  for (const auto& [term, shared] : terms_of(best, index)) {
    if (shared.passages >= passages_min && !is_in(plan, term)) {
      const double everywhere = index.collection_frequency(term);
      added.push_back({bo1(count_in_mean_passage(shared.count, index),
                           count_in_mean_passage(everywhere, index) / index.passages()),
                       term});
    }
  }
  std::stable_sort(added.begin(), added.end(),
                   [](const Added& a, const Added& b) { return a.weight > b.weight; });
  added.resize(std::min(added.size(), terms_max));
  return added;
}

}  // namespace

void add_feedback(QueryPlan& plan, const std::vector<DocumentId>& best, const IndexReader& index,
                  const std::set<ParagraphKind>& kinds) {
  if (best.size() < passages_min || plan.ranked.empty()) {
    return;
  }
  const std::vector<Added> added = best_terms(plan, best, index);
  std::vector<IndexQuery> parts;
  std::string names;
  for (const Added& one : added) {
    RankedTerms ranked = ranked_terms(index, one.term + " (added)", {one.term}, kinds);
    ranked.idf *= weight_max * one.weight / added.front().weight;
    parts.push_back(any_of(ranked));
    plan.ranked.push_back(std::move(ranked));
    names += (names.empty() ? "" : ", ") + one.term;
  }
  if (!added.empty()) {
    const IndexQuery any(Xapian::Query::OP_OR, parts);
    plan.query = IndexQuery(Xapian::Query::OP_AND_MAYBE, plan.query, any);
    plan.notes.push_back({"added from the best passages, at a low weight: " + names});
  }
}

}  // namespace pilcrow
