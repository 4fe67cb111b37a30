// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/article_sets.h"

#include <mutex>
#include <optional>
#include <utility>

#include "searcher/fact_query.h"
#include "searcher/index_search.h"
#include "searcher/verifier.h"

namespace pilcrow {
namespace {

class Collector : public MatchListener {
 public:
  void begin(std::size_t /*part*/) override {}
  void add(std::size_t /*part*/, const Xapian::Document& document) override {
    articles_.insert(ArticleKey::of_value(document.get_value(article_slot)).hash);
    ++passages_;
  }
  void add(std::size_t /*part*/, std::uint64_t article, std::size_t matches) override {
    const std::lock_guard lock(mutex_);
    articles_.insert(article);
    passages_ += matches;
  }

  ArticleSet articles_;
  std::size_t passages_ = 0;

 private:
  std::mutex mutex_;  // Servers are searched at the same time.
};

}  // namespace

ArticleSet articles_matching(const QueryPlan& plan, const ArticleSet* among,
                             const IndexReader& index, const Analyzer& analyzer, bool& is_cut) {
  if (plan.query.empty() || (among != nullptr && among->empty())) {
    return {};
  }
  const std::optional<FactQuery> few = among == nullptr ? std::nullopt : articles_query(*among);
  Collector collector;
  const Verifier verifier(plan, index, analyzer, 0);
  search(index,
         {.query = few ? IndexQuery(Xapian::Query::OP_FILTER, plan.query, few->query) : plan.query,
          .ranks = false,
          .wanted = 1,
          .counted = article_passages_max,
          .verifier = verifier.if_needed(),
          .listener = &collector});
  is_cut = collector.passages_ >= article_passages_max;
  return std::move(collector.articles_);
}

}  // namespace pilcrow
