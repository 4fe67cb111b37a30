// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facet_counter.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "analysis/folding.h"
#include "pilcrow/error.h"
#include "searcher/facts.h"

namespace pilcrow {
namespace {

// A facet as it was asked for.
struct Facet {
  std::string name = {};            // Of the fact.
  std::size_t date_characters = 0;  // Of "date": how many of YYYY-MM-DD tell values apart.
};

Facet facet_of(const std::string& asked) {
  const std::pair<const char*, Facet> dates[] = {{"date", {"date", 10}},
                                                 {"date:day", {"date", 10}},
                                                 {"date:month", {"date", 7}},
                                                 {"date:year", {"date", 4}}};
  for (const auto& [name, facet] : dates) {
    if (asked == name) {
      return facet;
    }
  }
  if (asked.starts_with("date:")) {
    throw Error(
        ErrorCode::invalid_argument,
        "search: the facet " + asked + " is unknown; use date:year, date:month or date:day");
  }
  return {asked};
}

struct Tally {
  std::size_t count = 0;
  Xapian::docid first = 0;  // Of an article that has the value.
};

using Tallies = std::unordered_map<std::string, Tally>;  // By term.

void sort_by_date(std::vector<FacetCount>& values) {
  std::sort(values.begin(), values.end(),
            [](const FacetCount& a, const FacetCount& b) { return a.value < b.value; });
}

// Equal counts by value.
void sort_by_count(std::vector<FacetCount>& values) {
  std::sort(values.begin(), values.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

// Where this many articles match, their terms are read one by one; else the terms of the fact are.
constexpr std::size_t articles_few = 1000;

}  // namespace

// Calls `take` with each term of the fact and each article that has it.
template <typename Take>
void FacetCounter::for_each_value(const Xapian::Database& database, const std::string& prefix,
                                  const Take& take) const {
  if (articles_.size() <= articles_few) {
    for (const Article& article : articles_) {
      auto term = database.termlist_begin(article.first);
      const auto end = database.termlist_end(article.first);
      for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
        take(*term, article);
      }
    }
    return;
  }
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string name = *term;
    auto article = articles_.begin();
    const auto postings_end = database.postlist_end(name);
    for (auto posting = database.postlist_begin(name); posting != postings_end; ++posting) {
      article =
          std::lower_bound(article, articles_.end(), *posting,
                           [](const Article& a, Xapian::docid first) { return a.first < first; });
      if (article != articles_.end() && article->first == *posting) {
        take(name, *article);
      }
    }
  }
}

std::vector<FacetCount> FacetCounter::values_of(const std::string& facet,
                                                const SearchOptions& options,
                                                const IndexReader& index) const {
  const Facet asked = facet_of(facet);
  const std::string name = fact_folded(asked.name);
  const std::string prefix = fact_term_prefix(name);
  Tallies tallies;
  for_each_value(index.database(), prefix, [&](const std::string& term, const Article& article) {
    if (asked.date_characters == 0 || term.size() == prefix.size() + asked.date_characters) {
      Tally& tally = tallies[term];
      tally.count += options.unit == Unit::article ? 1 : article.matches;
      tally.first = article.first;
    }
  });
  std::vector<FacetCount> values;
  for (const auto& [term, tally] : tallies) {
    values.push_back({term, tally.count});
  }
  sort_by_count(values);
  values.resize(std::min(values.size(), options.facet_values_max));
  for (FacetCount& value : values) {
    value.value = asked.date_characters > 0
                      ? value.value.substr(prefix.size())
                      : spelled_fact(index, tallies.at(value.value).first, name, value.value);
  }
  asked.date_characters > 0 ? sort_by_date(values) : sort_by_count(values);
  return values;
}

std::map<std::string, std::vector<FacetCount>> FacetCounter::facets(
    const SearchOptions& options, const IndexReader& index) const {
  std::map<std::string, std::vector<FacetCount>> facets;
  for (const std::string& name : options.facets) {
    facets[name] = values_of(name, options, index);
  }
  return facets;
}

void require_countable(const std::vector<std::string>& facets) {
  std::for_each(facets.begin(), facets.end(), facet_of);
}

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  // A search that is run again begins anew.
  if (document.get_docid() <= last_) {
    articles_.clear();
  }
  last_ = document.get_docid();
  const Xapian::docid first = document.get_docid() - place_of_value(document.get_value(place_slot));
  if (articles_.empty() || articles_.back().first != first) {
    articles_.push_back({first, 0});
  }
  ++articles_.back().matches;
}

}  // namespace pilcrow
