// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/second_stage.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace pilcrow {
namespace {

// Further down, hardly any passage would rise to where people look.
constexpr std::size_t passages_with_article = 50;

void sort_first(std::vector<Found>& found, std::size_t count) {
  std::stable_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
}

}  // namespace

void SecondStage::rank(std::vector<Found>& found, std::size_t most) const {
  const std::size_t ranked = std::min(most, found.size());
  for (Found& each : std::span(found).first(ranked)) {
    ForwardIndex forward =
        each.forward.empty() ? index_.forward(each.document) : decode_forward_index(each.forward);
    each.score += words_.bonus(forward);
    each.body = std::move(forward.body);
    each.ranked_anew = true;
  }
  sort_first(found, ranked);
  if (articles_.is_needed()) {
    add_articles(found, std::min(ranked, passages_with_article));
  }
}

PlacedArticle SecondStage::article_of(const Found& found) const {
  return {part_of(found.document), index_.article_of(found.document)};
}

void SecondStage::add_articles(std::vector<Found>& found, std::size_t most) const {
  std::vector<PlacedArticle> articles;
  std::vector<std::size_t> number_of;
  for (const Found& each : std::span(found).first(most)) {
    const PlacedArticle article = article_of(each);
    const auto known = std::find(articles.begin(), articles.end(), article);
    number_of.push_back(static_cast<std::size_t>(known - articles.begin()));
    if (known == articles.end()) {
      articles.push_back(article);
    }
  }
  const std::vector<double> scores = articles_.scores(articles);
  for (std::size_t i = 0; i < most; ++i) {
    found[i].score += scores[number_of[i]];
    found[i].with_article = true;
  }
  sort_first(found, most);
}

void SecondStage::explain(const Found& found, Explanation& score) const {
  if (!found.ranked_anew) {
    return;
  }
  std::vector<Explanation> parts = words_.explain(index_.forward(found.document));
  if (found.with_article) {
    std::vector<Explanation> of_article = articles_.explain(article_of(found));
    std::move(of_article.begin(), of_article.end(), std::back_inserter(parts));
  }
  for (Explanation& part : parts) {
    if (part.value != 0) {
      score.value += part.value;
      score.details.push_back(std::move(part));
    }
  }
}

}  // namespace pilcrow
