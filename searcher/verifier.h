// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a passage really matches: phrases word by word, neighbourhoods, patterns, words of the
// title, facts of the article.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pilcrow/analyzer.h"
#include "searcher/places.h"
#include "searcher/query_plan.h"
#include "store/forward_index.h"

namespace pilcrow {

class Candidate;

// Looks at what is cheap first, a passage's terms and forward index, which settles most cases, then
// at its text.
class Verifier {
 public:
  // All must outlive it.  `left_out`: a document that never matches; 0: none.
  Verifier(const QueryPlan& plan, const IndexReader& index, const Analyzer& analyzer,
           DocumentId left_out);

  // Whether there is anything that Xapian's matcher has not settled.
  bool is_needed() const;
  const Verifier* if_needed() const { return is_needed() ? this : nullptr; }

  // `part`: the index whose document it is.  Several threads may ask, each of indexes of its own.
  bool accepts(const Xapian::Document& document, std::size_t part) const;

 private:
  enum class Truth { no, unknown, yes };

  // Of articles of one index.
  struct Known {
    std::unordered_map<std::uint64_t, std::vector<Token>> titles;
    std::unordered_map<const PlanNode*, std::unordered_map<std::uint64_t, bool>> facts;
  };

  struct Hashes {
    std::vector<WordHash> words;       // In order.
    std::unordered_set<WordHash> any;  // The same.
  };

  Truth judge(const PlanNode& node, const Candidate& candidate) const;
  Truth judge_group(const PlanNode& node, const Candidate& candidate) const;
  Truth judge_near(const PlanNode& node, const Candidate& candidate) const;
  Truth judge_clause(std::size_t index, const Candidate& candidate) const;
  Truth judge_window(const PlanNode& node, const Candidate& candidate) const;
  bool may_hold(std::size_t index, const std::vector<WordHash>& words) const;
  bool may_have_window(const PlanNode& node, const std::vector<WordHash>& words) const;
  bool has_window_in(const PlanNode& node, const std::vector<Token>& tokens) const;
  bool has_fact(const PlanNode& node, const Candidate& candidate) const;
  template <typename Holds>
  bool any_part(bool in_title, const Candidate& candidate, const Holds& holds) const;
  const Analyzer& analyzer_of(std::size_t part) const;
  const std::vector<Token>& title_tokens(const Candidate& candidate) const;

  const QueryPlan& plan_;
  const IndexReader& index_;
  const Analyzer& analyzer_;  // For the first index; each other has its own.
  const DocumentId left_out_;
  std::vector<Hashes> hashes_;        // Of each clause.
  mutable std::vector<Known> known_;  // By index.
};

}  // namespace pilcrow
