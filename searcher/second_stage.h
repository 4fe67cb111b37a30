// SPDX-License-Identifier: GPL-2.0-or-later
// The second stage of ranking: the best passages anew, by their words and their articles.
#pragma once

#include <cstddef>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/article_context.h"
#include "searcher/found.h"
#include "searcher/index_reader.h"
#include "searcher/query_plan.h"
#include "searcher/reranker.h"

namespace pilcrow {

// Not thread-safe.
class SecondStage {
 public:
  // Both must outlive it.
  SecondStage(const QueryPlan& plan, const IndexReader& index, Unit unit)
      : index_(index), words_(plan, index), articles_(plan.ranked, index, unit) {}

  // Whether there is any word to look for.
  bool is_needed() const { return words_.is_needed(); }

  // Ranks the first `most` of what was found, best first, anew.
  void rank(std::vector<Found>& found, std::size_t most) const;

  // Adds to the explanation of a score what this stage did.
  void explain(const Found& found, Explanation& score) const;

 private:
  PlacedArticle article_of(const Found& found) const;
  void add_articles(std::vector<Found>& found, std::size_t most) const;

  const IndexReader& index_;
  const Reranker words_;
  const ArticleContext articles_;
};

}  // namespace pilcrow
