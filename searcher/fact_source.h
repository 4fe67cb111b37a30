// SPDX-License-Identifier: GPL-2.0-or-later
// The passages of articles that have a fact.
#pragma once

#include <xapian.h>
#include <string>

namespace pilcrow {

// Only an article's first document has the terms of its facts (store/schema.h), so this finds the
// others by their place in the article.  It reads no more than a query looks at.  Xapian owns what
// is released to it: Xapian::Query((new FactSource(term))->release()).
class FactSource : public Xapian::PostingSource {
 public:
  explicit FactSource(std::string term) : term_(std::move(term)) {}

  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return articles_; }
  Xapian::doccount get_termfreq_est() const override;
  Xapian::doccount get_termfreq_max() const override;
  void next(double weight_min) override;
  void skip_to(Xapian::docid document, double weight_min) override;
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return at_; }
  PostingSource* clone() const override { return new FactSource(term_); }
  std::string get_description() const override { return "FactSource(" + term_ + ")"; }

 private:
  const std::string term_;
  Xapian::Database database_;
  Xapian::PostingIterator first_;  // Of the articles with the fact, the first documents.
  Xapian::PostingIterator first_end_;
  Xapian::ValueIterator place_;
  Xapian::ValueIterator place_end_;
  Xapian::doccount articles_ = 0;
  Xapian::docid at_ = 0;
  bool at_end_ = false;
};

}  // namespace pilcrow
