// SPDX-License-Identifier: GPL-2.0-or-later
// A query as an index understands it.
#pragma once

#include <xapian.h>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/article_set.h"
#include "searcher/index_query.h"
#include "searcher/index_reader.h"
#include "searcher/query.h"
#include "searcher/ranking.h"
#include "searcher/word_expansion.h"
#include "searcher/word_terms.h"

namespace pilcrow {

enum class ClauseKind {
  words,   // One word, in any of its forms.
  phrase,  // Words in this order, as they stand.
  prefix   // Any of several words as they stand, sorted: what a pattern or fuzzy word stands for.
};

// A leaf of the query, for whoever looks for its words in a text.
struct PlannedClause {
  ClauseKind kind = ClauseKind::words;
  ClauseRole role = ClauseRole::optional;  // Excluded: by itself or with a group around it.
  bool in_title = false;
  std::vector<PlannedWord> words = {};
  std::string prefix = {};  // The pattern as it was asked for, folded.
  double weight = 0;        // How much it tells, for choosing snippets.
  double boost = 1;
  std::vector<RankedTerms> ranked = {};  // A passage that holds one of these holds the word.
};

struct NearOperand {
  std::vector<std::size_t> clauses = {};  // Any of them.
  std::size_t distance = 0;               // At most so many words on from the operand before.
  bool apart = false;                     // None of them may stand so near.
};

struct PlanNode {
  enum class Kind { clause, window, near, fact, articles, group };

  Kind kind = Kind::group;
  ClauseRole role = ClauseRole::optional;
  std::vector<std::size_t> clauses = {};  // Clause: one.  Window: its words.
  std::size_t distance = 0;               // Window: other words in it.
  std::vector<NearOperand> operands = {};
  std::string field = {};  // Fact.
  std::string value = {};
  std::shared_ptr<const ArticleSet> articles = {};
  std::vector<PlanNode> members = {};
  std::size_t needed = 0;  // Group: so many optional members must match.
  bool settled = false;    // QueryPlan::query has seen to it.
};

struct QueryPlan {
  std::vector<PlannedClause> clauses = {};
  PlanNode root = {};
  IndexQuery query = {};                  // Finds every passage that matches, and perhaps others.
  bool exact = true;                      // False: the passages that it finds must be verified.
  std::vector<RankedTerms> ranked = {};   // A passage's score is the sum over these.
  std::vector<StopWord> stop_words = {};  // Left out of all this; the second stage looks for them.
  std::vector<QueryNote> notes = {};
};

// The query with words that the index does not have replaced by what was probably meant; empty
// where nothing is to be replaced.
std::string suggested_query(const QueryPlan& plan);

// Finds passages that share the most telling words of one.  Throws Xapian's exceptions.
QueryPlan plan_similar(DocumentId document, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds);

// The same for a text that is not in the index.
QueryPlan plan_similar(std::string_view text, const IndexReader& index, const Analyzer& analyzer,
                       const std::set<ParagraphKind>& kinds);

// Throws Error{bad_query} for more than query_words_max words, and Xapian's exceptions.
QueryPlan plan_query(const ParsedQuery& parsed, const IndexReader& index, const Analyzer& analyzer,
                     const NameAliases& aliases, const SearchOptions& options);

}  // namespace pilcrow
