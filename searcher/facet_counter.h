// SPDX-License-Identifier: GPL-2.0-or-later
// Counting facts over all matches of a search.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/index_search.h"

namespace pilcrow {

// Error{invalid_argument} for a facet that can't be counted: "date:" and anything but a year, month
// or day.
void require_countable(const std::vector<std::string>& facets);

// Counts matches by article while they are looked at; facts are then counted by article.
class FacetCounter : public MatchListener {
 public:
  explicit FacetCounter(std::size_t parts) : parts_(parts) {}

  void begin(std::size_t part) override { parts_[part] = {}; }
  void add(std::size_t part, const Xapian::Document& document) override;
  void add(std::size_t part, std::uint64_t article, std::size_t matches) override;

  // What SearchResults::facets holds.  `index` must have the state that was searched.
  std::map<std::string, std::vector<FacetCount>> facets(const SearchOptions& options,
                                                        const IndexReader& index) const;

 private:
  struct Article {
    Xapian::docid first = 0;  // Its first document, which has its facts.
    std::size_t matches = 0;
  };

  // Of one index.
  struct Part {
    std::vector<Article> articles = {};              // Of a folder, by `first`.
    std::map<std::uint64_t, std::size_t> keys = {};  // Of a server: matches by article.
  };

  template <typename Take>
  static void for_each_value(const Part& counted, const IndexPart& part, const std::string& prefix,
                             const Take& take);
  template <typename Take>
  static void for_each_value_of_server(const Part& counted, const IndexPart& part,
                                       const std::string& prefix, const Take& take);
  std::vector<FacetCount> values_of(const std::string& facet, const SearchOptions& options,
                                    const IndexReader& index) const;

  std::vector<Part> parts_;
};

}  // namespace pilcrow
