// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a passage really matches: phrases word by word, prefixes, words of the title.
#pragma once

#include <xapian.h>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pilcrow/analyzer.h"
#include "searcher/query_plan.h"
#include "store/forward_index.h"

namespace pilcrow {

// The places of `words` in `tokens`, in order: the index of each occurrence's first token.
std::vector<std::size_t> find_phrase(const std::vector<Token>& tokens,
                                     const std::vector<PlannedWord>& words);

// Looks at a passage's forward index first, which settles most cases, then at its text.
class Verifier : public Xapian::MatchDecider {
 public:
  // All must outlive it.  `left_out`: a document that never matches; 0: none.
  Verifier(const QueryPlan& plan, const IndexReader& index, const Analyzer& analyzer,
           Xapian::docid left_out);

  // Whether there is anything that Xapian's matcher has not settled.
  bool is_needed() const;

  bool operator()(const Xapian::Document& document) const override;

 private:
  struct Hashes {
    std::vector<WordHash> phrase;      // Of a phrase, in order.
    std::unordered_set<WordHash> any;  // Of a prefix.
  };

  bool may_match(const ForwardIndex& forward) const;
  bool may_hold(std::size_t clause, const ForwardIndex& forward) const;
  bool matches(const PassageRecord& passage) const;
  bool holds(const PlannedClause& clause, const std::vector<Token>& tokens) const;
  const std::vector<Token>& title_tokens(const PassageRecord& passage) const;

  const QueryPlan& plan_;
  const IndexReader& index_;
  const Analyzer& analyzer_;
  const Xapian::docid left_out_;
  std::vector<Hashes> hashes_;  // Of each clause.
  bool requires_any_ = false;   // No clause is required, so an optional one must match.
  mutable std::unordered_map<std::uint64_t, std::vector<Token>> titles_;
};

}  // namespace pilcrow
