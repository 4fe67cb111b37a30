// SPDX-License-Identifier: GPL-2.0-or-later
// Why a passage is not among the hits of a search.
#pragma once

#include <xapian.h>
#include <set>
#include <string>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// What keeps a passage from matching, for people; empty where it matches.  Throws Xapian's
// exceptions.
class Judge {
 public:
  // All must outlive it.  `kinds`: what may be found.
  Judge(const QueryPlan& plan, const std::set<ParagraphKind>& kinds, const SearchOptions& options,
        const IndexReader& index, const Analyzer& analyzer)
      : plan_(plan), kinds_(kinds), options_(options), index_(index), analyzer_(analyzer) {}

  std::vector<std::string> reasons_against(DocumentId document) const;

 private:
  std::vector<std::string> clauses_against(DocumentId document) const;
  bool finds(const IndexQuery& query, DocumentId document) const;
  bool holds(const PlannedClause& clause, DocumentId document) const;
  bool matches(DocumentId document) const;

  const QueryPlan& plan_;
  const std::set<ParagraphKind>& kinds_;
  const SearchOptions& options_;
  const IndexReader& index_;
  const Analyzer& analyzer_;
};

}  // namespace pilcrow
