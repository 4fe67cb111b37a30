// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/article_sets.h"

#include <map>
#include <optional>
#include <utility>

#include "searcher/fact_query.h"
#include "searcher/verifier.h"

namespace pilcrow {
namespace {

class Collector : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    articles_.insert(ArticleKey::of_value(document.get_value(article_slot)).hash);
    ++passages_;
  }

  ArticleSet articles_;
  std::size_t passages_ = 0;
};

}  // namespace

ArticleSet articles_matching(const QueryPlan& plan, const ArticleSet* among,
                             const IndexReader& index, const Analyzer& analyzer, bool& is_cut) {
  if (plan.query.empty() || (among != nullptr && among->empty())) {
    return {};
  }
  const std::optional<FactQuery> few = among == nullptr ? std::nullopt : articles_query(*among);
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(few ? Xapian::Query(Xapian::Query::OP_FILTER, plan.query, few->query)
                        : plan.query);
  Collector collector;
  enquire.add_matchspy(&collector);
  const Verifier verifier(plan, index, analyzer, 0);
  enquire.get_mset(0, 1, static_cast<Xapian::doccount>(article_passages_max), nullptr,
                   verifier.is_needed() ? &verifier : nullptr);
  is_cut = collector.passages_ >= article_passages_max;
  return std::move(collector.articles_);
}

}  // namespace pilcrow
