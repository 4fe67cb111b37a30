// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_query.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/fact_source.h"
#include "searcher/ranking.h"

namespace pilcrow {
namespace {

using Xapian::Query;

// More terms take a server longer, and more memory, than it takes us to look at more matches.
constexpr std::size_t articles_asked_for_max = 1024;

// A document that Xapian weighs must have the first of these operators' parts, or all.
bool needs_all(Query::op how) {
  return how == Query::OP_AND || how == Query::OP_FILTER;
}

bool needs_first(Query::op how) {
  return needs_all(how) || how == Query::OP_AND_MAYBE || how == Query::OP_AND_NOT ||
         how == Query::OP_SCALE_WEIGHT;
}

// Xapian's BM25 has an idf of its own, flattened for terms that more than a third of the documents
// hold; the factor puts ours in its place.
double server_factor(const IndexPart& part, const std::string& term, double k1) {
  const double frequency = part.term_frequency(term);
  const double documents = part.database().get_doccount();
  const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
  return 1 / ((k1 + 1) * std::log(odds < 2 ? 0.5 * odds + 1 : odds));
}

// Not Query::MatchAll: all threads would count references to one object, without locks.
Query unweighted_all() {
  return {Query::OP_SCALE_WEIGHT, Query(std::string()), 0};
}

Query local_facts(const std::vector<std::string>& terms) {
  std::vector<Query> parts;
  for (const std::string& term : terms) {
    parts.emplace_back((new FactSource(term))->release());
  }
  return {Query::OP_OR, parts.begin(), parts.end()};
}

// A server has no FactSource: it is asked for the articles one by one, or they are left to us.
Query server_facts(const std::vector<std::string>& terms, const IndexPart& part,
                   ArticleChecks* checks) {
  auto articles = std::make_shared<ArticleSet>();
  for (const std::string& term : terms) {
    const std::shared_ptr<const ArticleSet> with = part.articles_with(term);
    articles->insert(with->begin(), with->end());
  }
  if (articles->size() > articles_asked_for_max) {
    if (checks != nullptr) {
      checks->push_back(std::move(articles));
    }
    return unweighted_all();
  }
  std::vector<Query> parts;
  for (const std::uint64_t hash : *articles) {
    parts.emplace_back(ArticleKey{hash}.term());
  }
  return {Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, parts.begin(), parts.end()), 0};
}

}  // namespace

struct IndexQuery::Node {
  enum class Kind { everything, term, values, facts, combination };

  Kind kind = Kind::everything;
  Op how = Query::OP_OR;
  std::vector<IndexQuery> parts = {};
  std::vector<std::string> terms = {};
  double weight = 0;
  Xapian::valueno slot = 0;
  std::string first = {};
  std::string last = {};
};

IndexQuery::IndexQuery(Node node) : node_(std::make_shared<const Node>(std::move(node))) {}

IndexQuery::IndexQuery(Op how, const std::vector<IndexQuery>& parts) {
  const auto is_empty = [](const IndexQuery& part) { return part.empty(); };
  const bool finds_nothing =
      parts.empty() || (needs_all(how) && std::any_of(parts.begin(), parts.end(), is_empty)) ||
      (needs_first(how) && parts.front().empty());
  if (finds_nothing) {
    return;
  }
  Node node{.kind = Node::Kind::combination, .how = how};
  std::copy_if(parts.begin(), parts.end(), std::back_inserter(node.parts), std::not_fn(is_empty));
  if (node.parts.size() == 1 && how != Query::OP_SCALE_WEIGHT) {
    node_ = node.parts.front().node_;
  } else if (!node.parts.empty()) {
    node_ = std::make_shared<const Node>(std::move(node));
  }
}

IndexQuery IndexQuery::everything() {
  return IndexQuery(Node{});
}

IndexQuery IndexQuery::term(std::string term, double weight) {
  return IndexQuery(Node{.kind = Node::Kind::term, .terms = {std::move(term)}, .weight = weight});
}

IndexQuery IndexQuery::any_term(const std::vector<std::string>& terms) {
  std::vector<IndexQuery> parts;
  for (const std::string& one : terms) {
    parts.push_back(term(one));
  }
  return {Query::OP_OR, parts};
}

IndexQuery IndexQuery::values(Xapian::valueno slot, std::string first, std::string last) {
  return IndexQuery(Node{.kind = Node::Kind::values,
                         .slot = slot,
                         .first = std::move(first),
                         .last = std::move(last)});
}

IndexQuery IndexQuery::facts(std::vector<std::string> terms) {
  return terms.empty() ? IndexQuery()
                       : IndexQuery(Node{.kind = Node::Kind::facts, .terms = std::move(terms)});
}

IndexQuery IndexQuery::unweighted() const {
  return {Query::OP_SCALE_WEIGHT, std::vector<IndexQuery>{*this}};
}

Query IndexQuery::in(const IndexPart& part, double k1, ArticleChecks& checks) const {
  return empty() ? Query() : made(*node_, part, k1, &checks);
}

// `checks` is null where a match need not be found by this node.
Query IndexQuery::made(const Node& node, const IndexPart& part, double k1, ArticleChecks* checks) {
  switch (node.kind) {
    case Node::Kind::everything:
      return unweighted_all();
    case Node::Kind::term: {
      const Query term(node.terms.front());
      const double factor = node.weight == 0 ? 0
                            : part.is_remote()
                                ? node.weight * server_factor(part, node.terms.front(), k1)
                                : node.weight;
      return {Query::OP_SCALE_WEIGHT, term, factor * (bm25_k1 + 1)};
    }
    case Node::Kind::values:
      return {Query::OP_VALUE_RANGE, node.slot, node.first, node.last};
    case Node::Kind::facts:
      return part.is_remote() ? server_facts(node.terms, part, checks) : local_facts(node.terms);
    case Node::Kind::combination:
      break;
  }
  std::vector<Query> parts;
  for (const IndexQuery& each : node.parts) {
    const bool is_needed =
        needs_all(node.how) || (needs_first(node.how) && parts.empty()) || node.parts.size() == 1;
    parts.push_back(made(*each.node_, part, k1, is_needed ? checks : nullptr));
  }
  return node.how == Query::OP_SCALE_WEIGHT ? Query(node.how, parts.front(), 0)
                                            : Query(node.how, parts.begin(), parts.end());
}

}  // namespace pilcrow
