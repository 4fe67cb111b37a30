// SPDX-License-Identifier: GPL-2.0-or-later
// A query as an index understands it.
#pragma once

#include <xapian.h>
#include <string>
#include <unordered_set>
#include <vector>

#include "pilcrow/analyzer.h"
#include "searcher/index_reader.h"
#include "searcher/query.h"

namespace pilcrow {

struct PlannedWord {
  std::string word = {};                // Folded.
  std::vector<std::string> terms = {};  // Its stems in the languages of the index.
};

struct PlannedClause {
  ClauseKind kind = ClauseKind::words;  // `words` has exactly one word here.
  ClauseRole role = ClauseRole::optional;
  bool in_title = false;
  std::vector<PlannedWord> words = {};  // `prefix`: all words that it stands for.
  std::string prefix = {};              // As it was asked for, folded.
  double weight = 0;                    // How much it tells, for choosing snippets.
};

// A clause's part in the ranking: its idf, and its terms, which all have it.
struct RankedTerms {
  double idf = 0;
  std::vector<std::string> terms = {};
  std::string name = {};  // For explanations.
};

struct QueryPlan {
  std::vector<PlannedClause> clauses = {};
  Xapian::Query query = {};              // Finds every passage that matches, and perhaps others.
  bool exact = true;                     // False: the passages that it finds must be verified.
  std::vector<RankedTerms> ranked = {};  // A passage's score is the sum over these.
  std::vector<std::string> notes = {};
};

// The terms of a word, as the index's word list has them: separated by spaces.
std::vector<std::string> split_terms(const std::string& text);

// How many passages hold a word, given its terms; one that holds several counts several times.
double common_frequency(const Xapian::Database& database, const std::vector<std::string>& terms);

// ln(1 + (N - n + .5) / (n + .5)), as Lucene has it: positive for every n.
double idf(double passages, double frequency);

// A query for any of some terms, all weighted by one idf, that of their common frequency.
Xapian::Query any_of(const Xapian::Database& database, const RankedTerms& ranked);

// The ranked terms of a word or a prefix.
RankedTerms ranked_terms(const Xapian::Database& database, std::string name,
                         std::vector<std::string> terms);

// Finds passages that share the most telling words of one.  Throws Xapian's exceptions.
QueryPlan plan_similar(Xapian::docid document, const IndexReader& index);

// Throws Error{bad_query} for more than query_words_max words, and Xapian's exceptions.
QueryPlan plan_query(const ParsedQuery& parsed, const IndexReader& index, const Analyzer& analyzer,
                     std::size_t prefix_words_max);

}  // namespace pilcrow
