// SPDX-License-Identifier: GPL-2.0-or-later
// Facts of articles by name: filtering by them, and counting them.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"

namespace pilcrow {

// The value of an article's fact: "section", "author", "language", "date" or one of its facets;
// empty where it has none.
std::string fact_of(const ArticleRecord& article, const std::string& name);

// Whether articles have the facts that a search asks for; each article is looked up once.
class FactFilter {
 public:
  // Both must outlive it.
  FactFilter(const std::map<std::string, std::string>& filters, const IndexReader& index)
      : filters_(filters), index_(index) {}

  bool accepts(const ArticleKey& key) const;
  bool accepts_all() const { return filters_.empty(); }

 private:
  const std::map<std::string, std::string>& filters_;
  const IndexReader& index_;
  mutable std::unordered_map<std::uint64_t, bool> known_;
};

// Counts matches by article while Xapian looks at them.
class ArticleCounter : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  // Of each name, its values by falling count, equal counts by value.  With `Unit::article` an
  // article counts once.
  std::map<std::string, std::vector<FacetCount>> facets(const std::vector<std::string>& names,
                                                        Unit unit, const IndexReader& index) const;

 private:
  std::unordered_map<std::string, std::size_t> matches_;  // By the value of article_slot.
};

}  // namespace pilcrow
