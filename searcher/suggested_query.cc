// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_plan.h"

namespace pilcrow {

std::string suggested_query(const QueryPlan& plan) {
  std::string text;
  bool replaced = false;
  for (const PlannedClause& clause : plan.clauses) {
    if (clause.role == ClauseRole::excluded || clause.kind == ClauseKind::prefix) {
      continue;
    }
    for (const PlannedWord& word : clause.words) {
      replaced |= !word.suggestion.empty();
      text.append(text.empty() ? "" : " ")
          .append(word.suggestion.empty() ? word.word : word.suggestion);
    }
  }
  return replaced ? text : "";
}

}  // namespace pilcrow
