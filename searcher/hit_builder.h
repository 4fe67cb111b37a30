// SPDX-License-Identifier: GPL-2.0-or-later
// From a document that was found to what a person can quote.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"
#include "searcher/query_plan.h"

namespace pilcrow {

ArticleInfo info_of(ArticlePlace article, const IndexReader& index);

// Paragraphs of an article's body, `first` to `last` counted from 1, as far as there are such.  The
// one paragraph of an article without body has number 0 and is taken for the first.
std::vector<PassageText> body_paragraphs(const IndexReader& index, const ArticlePlace& article,
                                         std::size_t first, std::size_t last);

// The paragraphs of an article, furniture among them where it stands on the page.
std::vector<PassageText> all_paragraphs(const IndexReader& index, const ArticlePlace& article);

// Builds the hits of one search.  Throws Xapian's exceptions.
class HitBuilder {
 public:
  // All must outlive it.
  HitBuilder(const IndexReader& index, const Analyzer& analyzer, const QueryPlan& plan,
             const SearchOptions& options)
      : index_(index), analyzer_(analyzer), plan_(plan), options_(options) {}

  Hit hit(DocumentId document, double score);
  DuplicatePassage duplicate(DocumentId document);

 private:
  const ArticlePlace& article_of(DocumentId document);
  void add_context(const PassageRecord& passage, const ArticlePlace& article, Hit& hit) const;

  const IndexReader& index_;
  const Analyzer& analyzer_;
  const QueryPlan& plan_;
  const SearchOptions& options_;
  // Several hits are often of one article.
  std::map<std::pair<std::size_t, std::uint64_t>, ArticlePlace> articles_;
};

}  // namespace pilcrow
