// SPDX-License-Identifier: GPL-2.0-or-later
// A query as an index understands it.
#pragma once

#include <xapian.h>
#include <set>
#include <string>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"
#include "searcher/query.h"
#include "searcher/ranking.h"

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

struct QueryPlan {
  std::vector<PlannedClause> clauses = {};
  Xapian::Query query = {};              // Finds every passage that matches, and perhaps others.
  bool exact = true;                     // False: the passages that it finds must be verified.
  std::vector<RankedTerms> ranked = {};  // A passage's score is the sum over these.
  std::vector<std::string> notes = {};
};

// The terms of a word, as the index's word list has them: separated by spaces.
std::vector<std::string> split_terms(const std::string& text);

// Finds passages that share the most telling words of one.  Throws Xapian's exceptions.
QueryPlan plan_similar(Xapian::docid document, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds);

// The same for a text that is not in the index.
QueryPlan plan_similar(std::string_view text, const IndexReader& index, const Analyzer& analyzer,
                       const std::set<ParagraphKind>& kinds);

// Throws Error{bad_query} for more than query_words_max words, and Xapian's exceptions.
QueryPlan plan_query(const ParsedQuery& parsed, const IndexReader& index, const Analyzer& analyzer,
                     const SearchOptions& options);

}  // namespace pilcrow
