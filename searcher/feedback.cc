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

// The terms of a passage that count, with their counts.
using PassageTerms = std::map<std::string, double>;

std::vector<PassageTerms> terms_of(const std::vector<DocumentId>& documents,
                                   const IndexReader& index) {
  std::vector<PassageTerms> all;
  for (const DocumentId id : documents) {
    const Xapian::Document document = index.document(id);
    PassageTerms& terms = all.emplace_back();
    const auto end = document.termlist_end();
    for (auto term = document.termlist_begin(); term != end; ++term) {
      if (term.get_wdf() > 0 && !is_prefix((*term)[0])) {
        terms.emplace_hint(terms.end(), *term, term.get_wdf());
      }
    }
  }
  return all;
}

std::map<std::string, Shared> shared_terms(const std::vector<PassageTerms>& passages) {
  std::map<std::string, Shared> terms;
  for (const PassageTerms& passage : passages) {
    for (const auto& [term, count] : passage) {
      Shared& shared = terms[term];
      shared.count += count;
      ++shared.passages;
    }
  }
  return terms;
}

bool has_any(const PassageTerms& passage, const std::vector<std::string>& terms) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const std::string& term) { return passage.contains(term); });
}

// How much of the weight of the query's own words a passage has.
double share_of(const QueryPlan& plan, const PassageTerms& passage) {
  double all = 0;
  double found = 0;
  for (const RankedTerms& ranked : plan.ranked) {
    if (!ranked.forms.empty()) {
      const double weight = ranked.idf * ranked.factor;
      all += weight;
      found += has_any(passage, ranked.terms) ? weight : 0;
    }
  }
  return all > 0 ? found / all : 0;
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

std::vector<Added> best_terms(const QueryPlan& plan, const std::vector<PassageTerms>& best,
                              const IndexReader& index) {
  std::vector<Added> added;
  for (const auto& [term, shared] : shared_terms(best)) {
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

bool is_long(const QueryPlan& plan) {
  constexpr std::size_t words_min = 12;
  return plan.clauses.size() + plan.stop_words.size() >= words_min &&
         std::all_of(plan.clauses.begin(), plan.clauses.end(), [](const PlannedClause& clause) {
           return clause.kind == ClauseKind::words && clause.role == ClauseRole::optional &&
                  !clause.in_title;
         });
}

void add_feedback(QueryPlan& plan, const std::vector<DocumentId>& best, const IndexReader& index,
                  const std::set<ParagraphKind>& kinds, double answered) {
  if (best.size() < passages_min || plan.ranked.empty()) {
    return;
  }
  const std::vector<PassageTerms> passages = terms_of(best, index);
  const bool is_answered =
      answered < 1 && std::any_of(passages.begin(), passages.end(), [&](const auto& passage) {
        return share_of(plan, passage) >= answered;
      });
  if (is_answered) {
    return;
  }
  const std::vector<Added> added = best_terms(plan, passages, index);
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
