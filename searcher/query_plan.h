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
  double weight = 0;                    // How much it tells, for choosing snippets.
};

struct QueryPlan {
  std::vector<PlannedClause> clauses = {};
  Xapian::Query query = {};  // Finds every passage that matches, and perhaps others.
  bool exact = true;         // False: the passages that it finds must be verified.
  std::vector<std::string> notes = {};
};

// Throws Error{bad_query} for more than query_words_max words, and Xapian's exceptions.
QueryPlan plan_query(const ParsedQuery& parsed, const IndexReader& index, const Analyzer& analyzer,
                     std::size_t prefix_words_max);

}  // namespace pilcrow
