// SPDX-License-Identifier: GPL-2.0-or-later
// Weights: how much each word of a query tells, and BM25 over the body of the index.
#pragma once

#include <xapian.h>
#include <set>
#include <string>
#include <vector>

#include "searcher/index_query.h"
#include "searcher/index_reader.h"
#include "searcher/planned_word.h"

namespace pilcrow {

constexpr double bm25_k1 = 1.2;

// BM25 (Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009) over counts that are
// normalised for length already (store/stored_count.h).  Words that are repeated in the query count
// as often as they stand there.  This is its k1 in the steps of stored counts, which depend on the
// mean length of the index.
double stored_k1(const IndexReader& index);

// What a Xapian server weighs by: the same, but for an idf of its own and a factor of k1 + 1.
Xapian::BM25Weight server_weight(double stored_k1);

// What a stored count is in a passage of mean length.
double count_in_mean_passage(double stored, const IndexReader& index);

// The part of BM25 that grows with a count that is normalised for length: c (k1 + 1) / (c + k1).
double term_frequency_part(double count);

// ln(1 + (N - n + .5) / (n + .5)), as Lucene has it: positive for every n.
double idf(double passages, double frequency);

// How many passages of the body hold a word, given its terms; one that holds several counts several
// times.
double common_frequency(const IndexReader& index, const std::vector<std::string>& terms);

// Whether these terms of a word are stop words nearly everywhere: those count 0 in the passages of
// their language.
bool is_mostly_stop_word(const IndexReader& index, const std::vector<std::string>& terms);

// A clause's part in the ranking: its idf, and its terms, which all have it.
struct RankedTerms {
  double idf = 0;
  std::vector<std::string> terms = {};
  std::string name = {};  // For explanations.
  double factor = 1;      // Multiplies the idf: what the query says, and what kind of word it is.
  // Terms of which one each must stand beside, for these to count: a name of several words.
  std::vector<std::vector<std::string>> beside = {};
  std::vector<WordForm> forms = {};  // Of a plain word.
  std::size_t place = 0;             // The same: among all words of the query.
};

// A word of the query that finds and ranks nothing, but tells passages apart which have the others.
struct StopWord {
  WordForm form = {};
  double frequency = 0;   // How many passages have it.
  std::size_t place = 0;  // Among all words of the query.
};

// The ranked terms of a word or a prefix, as passages of these kinds have them.
RankedTerms ranked_terms(const IndexReader& index, std::string name,
                         const std::vector<std::string>& terms,
                         const std::set<ParagraphKind>& kinds);
// The same of terms with this common_frequency.
RankedTerms ranked_terms(const IndexReader& index, std::string name,
                         const std::vector<std::string>& terms, double frequency,
                         const std::set<ParagraphKind>& kinds);

// A query for any of some terms, all weighted by one idf, that of their common frequency.
IndexQuery any_of(const RankedTerms& ranked);

// Whether there is any kind but the body.
bool holds_furniture(const std::set<ParagraphKind>& kinds);

// The passages of `query` that are of these kinds.  Body passages are told by their terms already.
IndexQuery only_kinds(const IndexQuery& query, const std::set<ParagraphKind>& kinds);

// All passages of furniture of these kinds, unranked.
IndexQuery all_of_kinds(const std::set<ParagraphKind>& kinds);

}  // namespace pilcrow
