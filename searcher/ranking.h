// SPDX-License-Identifier: GPL-2.0-or-later
// Weights: how much each word of a query tells, and BM25 over the body of the index.
#pragma once

#include <xapian.h>
#include <set>
#include <string>
#include <vector>

#include "searcher/index_reader.h"

namespace pilcrow {

constexpr double bm25_k1 = 1.2;
constexpr double bm25_b = 0.75;

// BM25 (Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009).  Words that are repeated
// in the query count as often as they stand there.
//
// Xapian's mean length is over all documents, ours over those of the body.  `weight` has parameters
// that make up for it, and `factor` times its scores are ours.
struct Bm25 {
  Xapian::BM25Weight weight;
  double factor = 1;
};

Bm25 bm25(const IndexReader& index);

// ln(1 + (N - n + .5) / (n + .5)), as Lucene has it: positive for every n.
double idf(double passages, double frequency);

// How many passages of the body hold a word, given its terms; one that holds several counts several
// times.
double common_frequency(const Xapian::Database& database, const std::vector<std::string>& terms);

// A clause's part in the ranking: its idf, and its terms, which all have it.
struct RankedTerms {
  double idf = 0;
  std::vector<std::string> terms = {};
  std::string name = {};  // For explanations.
};

// The ranked terms of a word or a prefix, as passages of these kinds have them.
RankedTerms ranked_terms(const IndexReader& index, std::string name,
                         const std::vector<std::string>& terms,
                         const std::set<ParagraphKind>& kinds);

// A query for any of some terms, all weighted by one idf, that of their common frequency.
Xapian::Query any_of(const IndexReader& index, const RankedTerms& ranked);

// The passages of `query` that are of these kinds.  Body passages are told by their terms already.
Xapian::Query only_kinds(const Xapian::Query& query, const std::set<ParagraphKind>& kinds);

// All passages of furniture of these kinds, unranked.
Xapian::Query all_of_kinds(const std::set<ParagraphKind>& kinds);

}  // namespace pilcrow
