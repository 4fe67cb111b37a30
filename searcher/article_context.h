// SPDX-License-Identifier: GPL-2.0-or-later
// What the article around a passage says about a query.
#pragma once

#include <cstddef>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"
#include "searcher/ranking.h"

namespace pilcrow {

struct PlacedArticle {
  std::size_t part = 0;  // Which of the indexes has it.
  ArticleKey key = {};
  bool operator==(const PlacedArticle&) const = default;
};

// Scores whole articles, so that words of a query that stand in different paragraphs meet:
// docs/ranking.md has the formula.  Counts come from the postings of the words, at the documents
// of few articles; none of their texts are read.
//
// Not thread-safe.
class ArticleContext {
 public:
  // Both must outlive it.  Where articles are asked for, they count more.
  ArticleContext(const std::vector<RankedTerms>& ranked, const IndexReader& index, Unit unit);

  // Whether there is anything beside the passages themselves: not where articles are one passage.
  bool is_needed() const { return share_ > 0 && !words_.empty(); }

  // The scores of articles, in their order.
  std::vector<double> scores(const std::vector<PlacedArticle>& articles) const;

  // The parts of a score, as they add up to it.
  std::vector<Explanation> explain(const PlacedArticle& article) const;

 private:
  struct PartArticles;

  // How often articles have a word.
  std::vector<double> counts_of(const RankedTerms& word, const std::vector<PartArticles>& found,
                                std::size_t articles) const;
  // What each word adds, by article.
  std::vector<std::vector<double>> parts(const std::vector<PlacedArticle>& articles) const;

  const IndexReader& index_;
  double share_ = 0;
  double documents_mean_ = 1;  // Of an article.
  std::vector<const RankedTerms*> words_;
};

}  // namespace pilcrow
