// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "store/schema.h"
#include "store/stored_count.h"

namespace pilcrow {
namespace {

IndexQuery any_kind(const std::set<ParagraphKind>& kinds) {
  std::vector<std::string> terms;
  for (const ParagraphKind kind : kinds) {
    terms.push_back(kind_term(kind));
  }
  return IndexQuery::any_term(terms);
}

}  // namespace

bool holds_furniture(const std::set<ParagraphKind>& kinds) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [](ParagraphKind kind) { return kind != ParagraphKind::body; });
}

double stored_k1(const IndexReader& index) {
  return bm25_k1 / count_in_mean_passage(1, index);
}

Xapian::BM25Weight server_weight(double stored_k1) {
  constexpr double k2 = 0;
  constexpr double k3 = 1;
  constexpr double b = 0;  // Xapian's lengths, the sums of stored counts, mean nothing.
  constexpr double length_min = 0;
  return {stored_k1, k2, k3, b, length_min};
}

double count_in_mean_passage(double stored, const IndexReader& index) {
  return CountScale(index.passage_terms_mean()).count_of(stored);
}

double term_frequency_part(double count) {
  return count * (bm25_k1 + 1) / (count + bm25_k1);
}

double idf(double passages, double frequency) {
  return std::log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}

double common_frequency(const IndexReader& index, const std::vector<std::string>& terms) {
  double frequency = 0;
  for (const std::string& term : terms) {
    frequency += index.term_frequency(term);
  }
  return frequency;
}

bool is_mostly_stop_word(const IndexReader& index, const std::vector<std::string>& terms) {
  double stored = 0;
  for (const std::string& term : terms) {
    stored += index.collection_frequency(term);
  }
  return 2 * count_in_mean_passage(stored, index) < common_frequency(index, terms);
}

RankedTerms ranked_terms(const IndexReader& index, std::string name,
                         const std::vector<std::string>& terms,
                         const std::set<ParagraphKind>& kinds) {
  return ranked_terms(index, std::move(name), terms, common_frequency(index, terms), kinds);
}

RankedTerms ranked_terms(const IndexReader& index, std::string name,
                         const std::vector<std::string>& terms, double frequency,
                         const std::set<ParagraphKind>& kinds) {
  const double passages = index.passages();
  RankedTerms ranked{idf(passages, std::min(frequency, passages)), {}, std::move(name)};
  if (kinds.contains(ParagraphKind::body)) {
    ranked.terms = terms;
  }
  if (holds_furniture(kinds)) {
    for (const std::string& term : terms) {
      ranked.terms.push_back(furniture_term(term));
    }
  }
  return ranked;
}

IndexQuery any_of(const RankedTerms& ranked) {
  std::vector<IndexQuery> parts;
  for (const std::string& term : ranked.terms) {
    parts.push_back(IndexQuery::term(term, ranked.factor * ranked.idf));
  }
  // OP_MAX would say it better, but in Xapian 1.4.22 it reads freed memory when a term ends before
  // the others.  A passage has one language, so it hardly ever holds two of the terms.
  IndexQuery query(Xapian::Query::OP_OR, parts);
  for (const std::vector<std::string>& terms : ranked.beside) {
    query = IndexQuery(Xapian::Query::OP_FILTER, query, IndexQuery::any_term(terms));
  }
  return query;
}

IndexQuery only_kinds(const IndexQuery& query, const std::set<ParagraphKind>& kinds) {
  if (query.empty() || !holds_furniture(kinds)) {
    return query;
  }
  std::set<ParagraphKind> others = paragraph_kinds("furniture");
  std::erase_if(others, [&](ParagraphKind kind) { return kinds.contains(kind); });
  return {Xapian::Query::OP_AND_NOT, query, any_kind(others)};
}

IndexQuery all_of_kinds(const std::set<ParagraphKind>& kinds) {
  std::set<ParagraphKind> furniture = kinds;
  furniture.erase(ParagraphKind::body);
  return any_kind(furniture);
}

}  // namespace pilcrow
