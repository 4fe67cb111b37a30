// SPDX-License-Identifier: GPL-2.0-or-later
// Counting facts over all matches of a search.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_reader.h"

namespace pilcrow {

// Error{invalid_argument} for a facet that can't be counted: "date:" and anything but a year, month
// or day.
void require_countable(const std::vector<std::string>& facets);

// Counts matches by article while Xapian looks at them, in the order of the index; facts are then
// counted by article.
class FacetCounter : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;

  // What SearchResults::facets holds.  `index` must have the state that was searched.
  std::map<std::string, std::vector<FacetCount>> facets(const SearchOptions& options,
                                                        const IndexReader& index) const;

 private:
  struct Article {
    Xapian::docid first = 0;  // Its first document, which has its facts.
    std::size_t matches = 0;
  };

  template <typename Take>
  void for_each_value(const Xapian::Database& database, const std::string& prefix,
                      const Take& take) const;
  std::vector<FacetCount> values_of(const std::string& facet, const SearchOptions& options,
                                    const IndexReader& index) const;

  std::vector<Article> articles_;  // By `first`.
  Xapian::docid last_ = 0;         // Document that was counted.
};

}  // namespace pilcrow
