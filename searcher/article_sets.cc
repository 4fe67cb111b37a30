// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/article_sets.h"

#include <numeric>
#include <optional>
#include <vector>

#include "searcher/fact_query.h"
#include "searcher/index_search.h"
#include "searcher/verifier.h"

namespace pilcrow {
namespace {

// By index, since several are searched at the same time.
class Collector : public MatchListener {
 public:
  explicit Collector(std::size_t parts) : parts_(parts) {}

  void begin(std::size_t /*part*/) override {}
  void add(std::size_t part, const Xapian::Document& document) override {
    add(part, ArticleKey::of_value(document.get_value(article_slot)).hash, 1);
  }
  void add(std::size_t part, std::uint64_t article, std::size_t matches) override {
    parts_[part].articles.insert(article);
    parts_[part].passages += matches;
  }

  std::size_t passages() const {
    return std::accumulate(parts_.begin(), parts_.end(), std::size_t{0},
                           [](std::size_t sum, const Part& part) { return sum + part.passages; });
  }
  ArticleSet articles() {
    ArticleSet all;
    for (Part& part : parts_) {
      all.merge(part.articles);
    }
    return all;
  }

 private:
  struct Part {
    ArticleSet articles = {};
    std::size_t passages = 0;
  };

  std::vector<Part> parts_;
};

}  // namespace

ArticleSet articles_matching(const QueryPlan& plan, const ArticleSet* among,
                             const IndexReader& index, const Analyzer& analyzer, bool& is_cut) {
  if (plan.query.empty() || (among != nullptr && among->empty())) {
    return {};
  }
  const std::optional<FactQuery> few = among == nullptr ? std::nullopt : articles_query(*among);
  Collector collector(index.parts().size());
  const Verifier verifier(plan, index, analyzer, 0);
  search(index,
         {.query = few ? IndexQuery(Xapian::Query::OP_FILTER, plan.query, few->query) : plan.query,
          .ranks = false,
          .wanted = 1,
          .counted = article_passages_max,
          .verifier = verifier.if_needed(),
          .listener = &collector});
  is_cut = collector.passages() >= article_passages_max;
  return collector.articles();
}

}  // namespace pilcrow
