// SPDX-License-Identifier: GPL-2.0-or-later
// A query for all indexes that are searched as one, of which each gets its own of Xapian's.
#pragma once

#include <xapian.h>
#include <memory>
#include <string>
#include <vector>

#include "searcher/article_set.h"
#include "searcher/index_part.h"

namespace pilcrow {

// Articles that a server's matches must be of, beside what the query says: there are too many to
// ask for them.
using ArticleChecks = std::vector<std::shared_ptr<const ArticleSet>>;

// A value, cheap to copy.  What has no weight is found, and adds nothing to a score.
class IndexQuery {
 public:
  using Op = Xapian::Query::op;

  IndexQuery() = default;  // Finds nothing.
  // Combines as Xapian's operators do.
  IndexQuery(Op how, const std::vector<IndexQuery>& parts);
  IndexQuery(Op how, const IndexQuery& first, const IndexQuery& second)
      : IndexQuery(how, std::vector<IndexQuery>{first, second}) {}

  static IndexQuery everything();
  // Documents with a term; each has a score of weight * tf.
  static IndexQuery term(std::string term, double weight = 0);
  static IndexQuery any_term(const std::vector<std::string>& terms);
  // Documents with a value in a slot from `first` to `last`.
  static IndexQuery values(Xapian::valueno slot, std::string first, std::string last);
  // All passages of articles with any of some facts, by their terms.
  static IndexQuery facts(std::vector<std::string> terms);

  // The same without weights.
  IndexQuery unweighted() const;

  bool empty() const { return node_ == nullptr; }

  // What finds it in one index.  `k1` is that of ranking, in steps of stored counts.  Of a server's
  // matches, those that `checks` say are wrong must be left out; what the query says of facts
  // inside of alternatives is then left to verification.
  Xapian::Query in(const IndexPart& part, double k1, ArticleChecks& checks) const;

 private:
  struct Node;

  explicit IndexQuery(Node node);
  static Xapian::Query made(const Node& node, const IndexPart& part, double k1,
                            ArticleChecks* checks);

  std::shared_ptr<const Node> node_;
};

}  // namespace pilcrow
