// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facts.h"

#include <algorithm>

namespace pilcrow {

std::string fact_of(const ArticleRecord& article, const std::string& name) {
  if (name == "section") return article.section;
  if (name == "author") return article.author;
  if (name == "language") return article.language;
  if (name == "date") return article.date;
  const auto facet = article.facets.find(name);
  return facet == article.facets.end() ? "" : facet->second;
}

bool FactFilter::accepts(const ArticleKey& key) const {
  const auto known = known_.find(key.hash);
  if (known != known_.end()) {
    return known->second;
  }
  const std::optional<ArticleRecord> article = index_.find_article(key);
  const bool accepted =
      article && std::all_of(filters_.begin(), filters_.end(), [&](const auto& filter) {
        const std::string fact = fact_of(*article, filter.first);
        // "2021-03" is a month of dates.
        return filter.first == "date" ? fact.starts_with(filter.second) : fact == filter.second;
      });
  return known_[key.hash] = accepted;
}

void ArticleCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  ++matches_[document.get_value(article_slot)];
}

std::map<std::string, std::vector<FacetCount>> ArticleCounter::facets(
    const std::vector<std::string>& names, Unit unit, const IndexReader& index) const {
  std::map<std::string, std::map<std::string, std::size_t>> counts;
  for (const auto& [key, matches] : matches_) {
    const std::optional<ArticleRecord> article = index.find_article(ArticleKey::of_value(key));
    for (const std::string& name : names) {
      const std::string fact = article ? fact_of(*article, name) : "";
      if (!fact.empty()) {
        counts[name][fact] += unit == Unit::article ? 1 : matches;
      }
    }
  }
  std::map<std::string, std::vector<FacetCount>> facets;
  for (const std::string& name : names) {
    std::vector<FacetCount>& values = facets[name];
    for (const auto& [value, count] : counts[name]) {
      values.push_back({value, count});
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const FacetCount& a, const FacetCount& c) { return a.count > c.count; });
  }
  return facets;
}

}  // namespace pilcrow
