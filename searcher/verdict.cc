// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verdict.h"

#include <algorithm>

#include "searcher/explanation.h"
#include "searcher/facts.h"
#include "searcher/hit_builder.h"
#include "searcher/index_search.h"
#include "searcher/searcher_impl.h"

namespace pilcrow {
namespace {

// A clause as it was asked for, but folded.
std::string spelled(const PlannedClause& clause) {
  std::string words;
  if (clause.kind == ClauseKind::prefix) {
    words = clause.prefix + '*';
  } else {
    for (const PlannedWord& word : clause.words) {
      words += (words.empty() ? "" : " ") + word.word;
    }
  }
  return std::string(clause.kind == ClauseKind::phrase ? "the phrase" : "the word") + " \"" +
         words + '"' + (clause.in_title ? " in the title" : "");
}

}  // namespace

bool Judge::finds(const IndexQuery& query, DocumentId document) const {
  const std::string article = index_.passage(document).article.term();
  const IndexMatches matches =
      search(index_, {.query = {Xapian::Query::OP_FILTER, query, IndexQuery::term(article)},
                      .ranks = false,
                      .wanted = static_cast<std::size_t>(index_.term_frequency(article))});
  return std::any_of(matches.found.begin(), matches.found.end(),
                     [&](const Found& found) { return found.document == document; });
}

// Asked as a query of its own.
bool Judge::holds(const PlannedClause& clause, DocumentId document) const {
  QueryPlan alone;
  alone.clauses = {clause};
  alone.clauses[0].role = ClauseRole::required;
  alone.root.members = {
      {.kind = PlanNode::Kind::clause, .role = ClauseRole::required, .clauses = {0}}};
  alone.exact = false;
  return Verifier(alone, index_, analyzer_, 0)
      .accepts(index_.document(document), part_of(document));
}

bool Judge::matches(DocumentId document) const {
  const Verifier verifier(plan_, index_, analyzer_, 0);
  return !plan_.query.empty() && finds(plan_.query, document) &&
         (!verifier.is_needed() || verifier.accepts(index_.document(document), part_of(document)));
}

std::vector<std::string> Judge::clauses_against(DocumentId document) const {
  std::vector<std::string> reasons;
  bool any_required = false;
  bool any_held = false;
  std::string optional;
  for (const PlannedClause& clause : plan_.clauses) {
    const bool held = holds(clause, document);
    any_required |= clause.role == ClauseRole::required;
    if (clause.role == ClauseRole::required && !held) {
      reasons.push_back("it lacks " + spelled(clause));
    } else if (clause.role == ClauseRole::excluded && held) {
      reasons.push_back("it has " + spelled(clause) + ", which is excluded");
    } else if (clause.role == ClauseRole::optional) {
      any_held |= held;
      optional += (optional.empty() ? "" : ", ") + spelled(clause);
    }
  }
  if (!any_required && !any_held && !optional.empty()) {
    reasons.push_back("it has none of: " + optional);
  }
  return reasons;
}

std::vector<std::string> Judge::reasons_against(DocumentId document) const {
  std::vector<std::string> reasons;
  const ParagraphKind kind = index_.passage(document).kind;
  if (!kinds_.contains(kind)) {
    reasons.push_back("it is of the kind " + std::string(to_string(kind)) +
                      ", which is not searched");
  }
  for (const Filter& filter : filters_of(options_)) {
    if (!finds(filter.query, document)) {
      reasons.push_back("its article does not pass the filter " + filter.name);
    }
  }
  if (kinds_.contains(kind) && !matches(document)) {
    const std::vector<std::string> clauses = clauses_against(document);
    reasons.insert(reasons.end(), clauses.begin(), clauses.end());
    if (clauses.empty()) {
      reasons.emplace_back("the query as a whole does not match it");
    }
  }
  return reasons;
}

PassageVerdict Searcher::Impl::explain(const ParsedQuery& parsed, const PassageId& passage,
                                       const SearchOptions& options) {
  PassageVerdict verdict{.passage = passage};
  const std::optional<DocumentId> document = find_document(passage);
  if (!document) {
    verdict.reasons.emplace_back("the index has no such passage");
    return verdict;
  }
  QueryPlan plan = plan_query(parsed, index, analyzer, aliases, options);
  const std::set<ParagraphKind>& kinds = parsed.kinds.empty() ? options.kinds : parsed.kinds;
  expand(plan, kinds, options);
  verdict.reasons = Judge(plan, kinds, options, index, analyzer).reasons_against(*document);
  if (verdict.reasons.empty()) {
    verdict.explanation = explain_score(index, *document, plan);
    find_rank(plan, options, *document, verdict);
    verdict.score = verdict.explanation->value;
  }
  return verdict;
}

// Looks for a passage that matches among the hits.
void Searcher::Impl::find_rank(const QueryPlan& plan, const SearchOptions& options,
                               DocumentId document, PassageVerdict& verdict) {
  constexpr std::size_t first_look = 1000;
  const Verifier verifier(plan, index, analyzer, 0);
  const IndexSearch asked = search_for(filtered(plan.query, options), options, verifier);
  const SecondStage second_stage(plan, index, options.unit);
  std::vector<Found> found;
  MatchCount matches;
  for (std::size_t wanted = first_look;; wanted = std::min(4 * wanted, hits_max)) {
    found = find(asked, options, wanted, second_stage, matches);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::vector<DocumentId>& same = found[i].duplicates;
      if (found[i].document == document) {
        verdict.rank = i + 1;
        second_stage.explain(found[i], *verdict.explanation);
        return;
      }
      if (std::find(same.begin(), same.end(), document) != same.end()) {
        const Hit hit = HitBuilder(index, analyzer, plan, options).hit(found[i].document, 0);
        verdict.reasons.push_back("it says the same as " + to_string(hit.passage) +
                                  ", which is hit " + std::to_string(i + 1));
        return;
      }
    }
    if (found.size() < wanted || wanted == hits_max) {
      break;
    }
  }
  verdict.reasons.emplace_back(
      verdict.explanation->value < options.score_min ? "it scores less than is asked for"
      : found.size() >= hits_max
          ? "so many others rank higher that it was not looked for"
          : "others of its article rank higher, and it may have no more hits");
}

}  // namespace pilcrow
