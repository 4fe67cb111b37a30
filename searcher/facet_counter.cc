// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/facet_counter.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "analysis/folding.h"
#include "pilcrow/error.h"
#include "searcher/facts.h"
#include "store/article_facts.h"

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
  // An article that has the value: which index it is in, and there its first document or, of a
  // server, its key.
  std::size_t part = 0;
  std::uint64_t article = 0;
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

std::string spelled_value(const Tally& tally, const IndexReader& index, const std::string& name,
                          const std::string& term) {
  const bool is_key = index.parts()[tally.part].is_remote();
  const ArticleKey key =
      is_key
          ? ArticleKey{tally.article}
          : ArticleKey::of_value(
                index.document(document_id(tally.part, static_cast<Xapian::docid>(tally.article)))
                    .get_value(article_slot));
  return spelled_fact(index, tally.part, key, name, term);
}

// Where this many articles match, their terms are read one by one; else the terms of the fact are.
constexpr std::size_t articles_few = 1000;

}  // namespace

// Calls `take` with each term of the fact, each article that has it and its matches.
template <typename Take>
void FacetCounter::for_each_value(const Part& counted, const IndexPart& part,
                                  const std::string& prefix, const Take& take) {
  const Xapian::Database& database = part.database();
  const std::vector<Article>& articles = counted.articles;
  if (articles.size() <= articles_few) {
    for (const Article& article : articles) {
      auto term = database.termlist_begin(article.first);
      const auto end = database.termlist_end(article.first);
      for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
        take(*term, article.first, article.matches);
      }
    }
    return;
  }
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string name = *term;
    auto article = articles.begin();
    const auto postings_end = database.postlist_end(name);
    for (auto posting = database.postlist_begin(name); posting != postings_end; ++posting) {
      article =
          std::lower_bound(article, articles.end(), *posting,
                           [](const Article& a, Xapian::docid first) { return a.first < first; });
      if (article != articles.end() && article->first == *posting) {
        take(name, article->first, article->matches);
      }
    }
  }
}

// The same for a server: where few articles match, their records have the facts; else the articles
// of each value are asked for.
template <typename Take>
void FacetCounter::for_each_value_of_server(const Part& counted, const IndexPart& part,
                                            const std::string& prefix, const Take& take) {
  constexpr std::size_t records_few = 50;
  const Xapian::Database& database = part.database();
  if (counted.keys.size() <= records_few) {
    for (const auto& [key, matches] : counted.keys) {
      std::set<std::string> terms;
      for (const Fact& fact :
           facts_of(decode_article(database.get_metadata(ArticleKey{key}.metadata_key())))) {
        terms.insert(fact_term(fact_folded(fact.name), fact_folded(fact.value)));
      }
      for (const std::string& term : terms) {
        term.starts_with(prefix) ? take(term, key, matches) : void();
      }
    }
    return;
  }
  const std::vector<std::string> terms(database.allterms_begin(prefix),
                                       database.allterms_end(prefix));
  for (const std::string& term : terms) {
    const std::shared_ptr<const ArticleSet> with = part.articles_with(term);
    for (const auto& [key, matches] : counted.keys) {
      with->contains(key) ? take(term, key, matches) : void();
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
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const auto take = [&](const std::string& term, std::uint64_t article, std::size_t matches) {
      if (asked.date_characters == 0 || term.size() == prefix.size() + asked.date_characters) {
        Tally& tally = tallies[term];
        tally.count += options.unit == Unit::article ? 1 : matches;
        tally.part = i;
        tally.article = article;
      }
    };
    const IndexPart& part = index.parts()[i];
    part.is_remote() ? for_each_value_of_server(parts_[i], part, prefix, take)
                     : for_each_value(parts_[i], part, prefix, take);
  }
  std::vector<FacetCount> values;
  for (const auto& [term, tally] : tallies) {
    values.push_back({term, tally.count});
  }
  sort_by_count(values);
  values.resize(std::min(values.size(), options.facet_values_max));
  for (FacetCount& value : values) {
    value.value = asked.date_characters > 0
                      ? value.value.substr(prefix.size())
                      : spelled_value(tallies.at(value.value), index, name, value.value);
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

void FacetCounter::add(std::size_t part, const Xapian::Document& document) {
  std::vector<Article>& articles = parts_[part].articles;
  const Xapian::docid first = document.get_docid() - place_of_value(document.get_value(place_slot));
  if (articles.empty() || articles.back().first != first) {
    articles.push_back({first, 0});
  }
  ++articles.back().matches;
}

void FacetCounter::add(std::size_t part, std::uint64_t article, std::size_t matches) {
  parts_[part].keys[article] += matches;
}

}  // namespace pilcrow
