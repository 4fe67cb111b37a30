// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/plan_tree.h"

#include <algorithm>
#include <utility>

#include "searcher/query_builder.h"

namespace pilcrow {
namespace {

using Kind = PlanNode::Kind;

// In the order of the query.
template <typename Use>
void for_each_clause(PlanNode& node, const Use& use) {
  std::for_each(node.clauses.begin(), node.clauses.end(), use);
  for (NearOperand& operand : node.operands) {
    std::for_each(operand.clauses.begin(), operand.clauses.end(), use);
  }
  for (PlanNode& member : node.members) {
    for_each_clause(member, use);
  }
}

void keep_used_clauses(QueryPlan& plan) {
  std::vector<PlannedClause> kept;
  for_each_clause(plan.root, [&](std::size_t& clause) {
    kept.push_back(std::move(plan.clauses[clause]));
    clause = kept.size() - 1;
  });
  plan.clauses = std::move(kept);
}

// Operands of NEAR stay: it is about their places.
void drop(PlanNode& node, const std::vector<bool>& dropped) {
  for (PlanNode& member : node.members) {
    drop(member, dropped);
  }
  std::erase_if(node.members, [&](const PlanNode& member) {
    return member.kind == Kind::clause && dropped[member.clauses.front()];
  });
}

void keep_stop_words(QueryPlan& plan, const std::vector<bool>& dropped) {
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    if (dropped[i]) {
      const PlannedWord& word = plan.clauses[i].words.front();
      plan.stop_words.push_back({word.own_form(), word.frequency, word.place});
    }
  }
}

std::size_t optional_members(const PlanNode& group) {
  return static_cast<std::size_t>(
      std::count_if(group.members.begin(), group.members.end(),
                    [](const PlanNode& member) { return member.role == ClauseRole::optional; }));
}

}  // namespace

void number_words(QueryPlan& plan) {
  std::size_t place = 0;
  for (PlannedClause& clause : plan.clauses) {
    for (PlannedWord& word : clause.words) {
      word.place = place++;
    }
  }
}

void drop_words_that_rank_nothing(QueryPlan& plan) {
  std::vector<bool> dropped(plan.clauses.size());
  bool others_remain = false;
  for (std::size_t i = 0; i < plan.clauses.size(); ++i) {
    const PlannedClause& clause = plan.clauses[i];
    const bool is_wanted = clause.role != ClauseRole::excluded;
    dropped[i] = is_wanted && clause.kind == ClauseKind::words && !clause.in_title &&
                 clause.words.front().is_stop_word;
    others_remain |= is_wanted && !dropped[i];
  }
  if (others_remain) {
    keep_stop_words(plan, dropped);
    drop(plan.root, dropped);
    keep_used_clauses(plan);
  }
}

void settle(PlanNode& group) {
  for (PlanNode& member : group.members) {
    settle(member);
  }
  std::erase_if(group.members, [](const PlanNode& member) {
    return member.kind == Kind::group && member.members.empty();
  });
  const bool requires_words =
      std::any_of(group.members.begin(), group.members.end(), [](const PlanNode& member) {
        return member.role == ClauseRole::required && !is_filter(member);
      });
  group.needed = requires_words || optional_members(group) == 0 ? 0 : 1;
}

void need_more(PlanNode& root, const SearchOptions& options) {
  const std::size_t optional = optional_members(root);
  const std::size_t share = optional * options.min_match_percent / 100;
  root.needed = std::min(optional, std::max({root.needed, options.min_match, share}));
}

}  // namespace pilcrow
