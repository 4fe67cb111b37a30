// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/fact_query.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

using Queries = std::vector<IndexQuery>;

IndexQuery combined(IndexQuery::Op how, const Queries& parts) {
  return {how, parts};
}

// The passages of `query` that are of these kinds, whatever terms it has.
IndexQuery strictly_of_kinds(const IndexQuery& query, const std::set<ParagraphKind>& kinds) {
  std::vector<std::string> wanted;
  std::vector<std::string> others;
  for (const ParagraphKind kind : paragraph_kinds("furniture")) {
    (kinds.contains(kind) ? wanted : others).push_back(kind_term(kind));
  }
  if (!kinds.contains(ParagraphKind::body)) {
    return {Xapian::Query::OP_FILTER, query, IndexQuery::any_term(wanted)};
  }
  return {Xapian::Query::OP_AND_NOT, query, IndexQuery::any_term(others)};
}

// What Xapian can know of a node.
struct Part {
  // Every passage that matches is found by `query`; with `anything`, it may be any passage, and
  // `query` only ranks.
  IndexQuery query = {};
  bool anything = false;
  bool exact = true;  // What is found so matches.
};

class Builder {
 public:
  Builder(QueryPlan& plan, const IndexReader& index, const std::set<ParagraphKind>& kinds)
      : plan_(plan), index_(index), kinds_(kinds) {}

  void build(bool lists_all) {
    for (PlannedClause& clause : plan_.clauses) {
      clause.weight = weight_of(clause) * clause.boost;
    }
    Part root = part_of(plan_.root, true);
    if (!root.anything) {
      settle(plan_.root);
    }
    plan_.exact = root.exact;
    if (!root.anything) {
      plan_.query =
          has_filter_ ? strictly_of_kinds(root.query, kinds_) : only_kinds(root.query, kinds_);
    } else if (lists_all) {
      const IndexQuery all = IndexQuery::everything();
      plan_.query = strictly_of_kinds(
          root.query.empty() ? all : IndexQuery(Xapian::Query::OP_AND_MAYBE, all, root.query),
          kinds_);
    }
  }

 private:
  // What the query makes sure of needs no other look.
  void settle(PlanNode& root) const {
    bool any_optional_matches = root.needed == 1;
    for (PlanNode& member : root.members) {
      const bool settled = settled_.contains(&member);
      any_optional_matches &= settled || member.role != ClauseRole::optional;
      member.settled = settled && member.role != ClauseRole::optional;
    }
    root.needed = any_optional_matches ? 0 : root.needed;
  }

  Part part_of(const PlanNode& node, bool ranks) {
    switch (node.kind) {
      case PlanNode::Kind::clause:
        return part_of_clause(node.clauses.front(), ranks);
      case PlanNode::Kind::window:
        return all_of(node.clauses, ranks);
      case PlanNode::Kind::near:
        return part_of_near(node, ranks);
      case PlanNode::Kind::fact:
        return part_of_filter(fact_query(node.field, node.value, index_));
      case PlanNode::Kind::articles:
        return part_of_filter(articles_query(*node.articles));
      case PlanNode::Kind::group:
        return part_of_group(node, ranks);
    }
    return {};
  }

  Part part_of_filter(std::optional<FactQuery> fact) {
    has_filter_ = true;
    if (!fact) {
      return {{}, true, false};
    }
    return {fact->query.unweighted(), false, fact->exact};
  }

  IndexQuery rank(PlannedTerms planned, PlannedClause& clause, bool ranks) {
    clause.ranked = std::move(planned.ranked);
    if (ranks) {
      plan_.ranked.insert(plan_.ranked.end(), clause.ranked.begin(), clause.ranked.end());
    }
    return planned.query;
  }

  Part part_of_clause(std::size_t index, bool ranks) {
    PlannedClause& clause = plan_.clauses[index];
    // Furniture does not have the words of its article's title.
    Part part{{}, clause.in_title && holds_furniture(kinds_), false};
    has_filter_ |= part.anything;
    if (clause.kind == ClauseKind::prefix) {
      std::set<std::string> terms;
      for (const PlannedWord& word : clause.words) {
        terms.insert(word.terms.begin(), word.terms.end());
      }
      part.query = rank(
          plan_terms(clause.prefix, {terms.begin(), terms.end()}, index_, kinds_, clause.boost),
          clause, ranks);
      return part;
    }
    Queries words;
    for (const PlannedWord& word : clause.words) {
      words.push_back(rank(plan_word(word, index_, kinds_, clause.boost), clause, ranks));
    }
    part.query = combined(part.anything ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, words);
    part.exact = clause.kind == ClauseKind::words && !clause.in_title;
    return part;
  }

  Part all_of(const std::vector<std::size_t>& clauses, bool ranks) {
    Part all{{}, false, false};
    Queries parts;
    for (const std::size_t clause : clauses) {
      Part part = part_of_clause(clause, ranks);
      all.anything |= part.anything;
      parts.push_back(std::move(part.query));
    }
    all.query = combined(all.anything ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, parts);
    return all;
  }

  Part part_of_near(const PlanNode& node, bool ranks) {
    Part all{{}, false, false};
    Queries operands;
    for (const NearOperand& operand : node.operands) {
      Queries any;
      for (const std::size_t clause : operand.clauses) {
        Part part = part_of_clause(clause, ranks && !operand.apart);
        all.anything |= part.anything;
        any.push_back(std::move(part.query));
      }
      if (!operand.apart) {
        operands.push_back(combined(Xapian::Query::OP_OR, any));
      }
    }
    all.query = combined(all.anything ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, operands);
    return all;
  }

  // Of n words that must match out of m, one is among any m - n + 1, so among the rarest.  `parts`:
  // the weights and queries of optional members; what is no single word has the weight 0.
  static IndexQuery any_of_parts(const std::vector<std::pair<double, IndexQuery>>& parts,
                                 std::size_t needed) {
    Queries all;
    for (const auto& [weight, query] : parts) {
      all.push_back(query);
    }
    IndexQuery query = combined(Xapian::Query::OP_OR, all);
    const bool only_words =
        std::all_of(parts.begin(), parts.end(), [](const auto& part) { return part.first > 0; });
    if (needed <= 1 || !only_words) {
      return query;
    }
    auto rarest = parts;
    std::stable_sort(rarest.begin(), rarest.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    Queries some;
    for (std::size_t i = 0; i + needed <= rarest.size(); ++i) {
      some.push_back(rarest[i].second);
    }
    return {Xapian::Query::OP_FILTER, query, combined(Xapian::Query::OP_OR, some)};
  }

  // The idf of the rarest word.
  double weight_of(const PlannedClause& clause) const {
    double frequency = 0;
    for (const PlannedWord& word : clause.words) {
      const double sum = word.frequency;
      const bool any = clause.kind == ClauseKind::prefix;
      frequency = any ? frequency + sum : (frequency == 0 ? sum : std::min(frequency, sum));
    }
    return std::log(1 + (index_.passages() + 1.0) / (frequency + 1.0));
  }

  double weight_of(const PlanNode& node) const {
    return node.kind == PlanNode::Kind::clause ? plan_.clauses[node.clauses.front()].weight : 0;
  }

  Part part_of_group(const PlanNode& node, bool ranks) {
    Part group;
    Queries must;
    Queries may;
    Queries none;
    std::vector<std::pair<double, IndexQuery>> optional;
    bool any_may_be_anything = false;
    for (const PlanNode& member : node.members) {
      Part part = part_of(member, ranks && member.role != ClauseRole::excluded);
      if (part.exact && !part.anything) {
        settled_.insert(&member);
      }
      switch (member.role) {
        case ClauseRole::required:
          group.exact &= part.exact;
          (part.anything ? may : must).push_back(std::move(part.query));
          break;
        case ClauseRole::optional:
          group.exact &= part.exact || node.needed == 0;
          any_may_be_anything |= part.anything;
          optional.emplace_back(weight_of(member), std::move(part.query));
          break;
        case ClauseRole::excluded:
          if (part.exact && !part.anything) {
            none.push_back(std::move(part.query));
          } else {
            group.exact = false;  // Left to verification.
          }
      }
    }
    group.exact &= node.needed <= 1;
    if (node.needed > 0 && !any_may_be_anything) {
      must.push_back(any_of_parts(optional, node.needed));
    } else {
      may.push_back(any_of_parts(optional, 0));
    }
    // What is excluded has no rank; and under OP_AND_NOT, Xapian 1.4.22 misses documents of an
    // OP_AND_MAYBE within another.
    std::erase_if(may, [&](const IndexQuery& query) { return !ranks || query.empty(); });
    return assembled(std::move(group), must, may, none);
  }

  static Part assembled(Part group, const Queries& must, const Queries& may, const Queries& none) {
    const IndexQuery ranking = combined(Xapian::Query::OP_OR, may);
    if (must.empty()) {
      group.anything = true;
      group.exact &= none.empty();
      group.query = ranking;
      return group;
    }
    group.query = combined(Xapian::Query::OP_AND, must);
    if (!ranking.empty() && !group.query.empty()) {
      group.query = IndexQuery(Xapian::Query::OP_AND_MAYBE, group.query, ranking);
    }
    if (!none.empty() && !group.query.empty()) {
      group.query =
          IndexQuery(Xapian::Query::OP_AND_NOT, group.query, combined(Xapian::Query::OP_OR, none));
    }
    return group;
  }

  QueryPlan& plan_;
  const IndexReader& index_;
  const std::set<ParagraphKind>& kinds_;
  bool has_filter_ = false;
  std::set<const PlanNode*> settled_;  // What a query finds exactly.
};

}  // namespace

bool is_filter(const PlanNode& node) {
  if (node.kind == PlanNode::Kind::group) {
    return !node.members.empty() &&
           std::all_of(node.members.begin(), node.members.end(), is_filter);
  }
  return node.kind == PlanNode::Kind::fact || node.kind == PlanNode::Kind::articles;
}

void build_query(QueryPlan& plan, const IndexReader& index, const std::set<ParagraphKind>& kinds,
                 bool lists_all) {
  Builder(plan, index, kinds).build(lists_all);
}

}  // namespace pilcrow
