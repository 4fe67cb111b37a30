// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server_search.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "searcher/ranking.h"
#include "searcher/sorting.h"

namespace pilcrow {
namespace {

using Xapian::Enquire;
using Xapian::MSet;

// No document has a value here, so by it all are equal and in the order of the index.
constexpr Xapian::valueno no_slot = 1000;

class ServerSearch {
 public:
  ServerSearch(const IndexReader& index, std::size_t number, const IndexSearch& search)
      : part_(index.parts()[number]),
        number_(number),
        search_(search),
        k1_(stored_k1(index)),
        documents_(part_.database().get_doccount()) {}

  IndexMatches matches() {
    if (search_.sort != Sort::date_ascending) {
      return matches(search_.query);
    }
    // To Xapian, no date is before all others.
    const IndexQuery any_date = IndexQuery::values(date_slot, std::string(1, '\0'), "\xFF\xFF\xFF");
    IndexMatches dated = matches({Xapian::Query::OP_FILTER, search_.query, any_date});
    IndexMatches undated = matches({Xapian::Query::OP_AND_NOT, search_.query, any_date});
    for (Found& each : undated.found) {
      each.key = key_without_date;
    }
    dated.add(std::move(undated));
    return dated;
  }

 private:
  IndexMatches matches(const IndexQuery& query) {
    ArticleChecks checks;
    const Xapian::Query found = query.in(part_, k1_, checks);
    Enquire enquire(part_.database());
    if (search_.ranks) {
      enquire.set_weighting_scheme(server_weight(k1_));
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    }
    enquire.set_query(found);
    if (search_.score_min > 0) {
      enquire.set_cutoff(0, search_.score_min);
    }
    set_order(enquire);
    return search_.verifier == nullptr && checks.empty() ? settled(enquire)
                                                         : looked_at(enquire, checks);
  }

  void set_order(Enquire& enquire) const {
    if (search_.sort == Sort::article && search_.per_article == 0) {
      enquire.set_sort_by_value(no_slot, false);
    } else if (search_.sort == Sort::date_ascending || search_.sort == Sort::date_descending) {
      enquire.set_sort_by_value_then_relevance(date_slot, search_.sort == Sort::date_descending);
    }
  }

  // The order of articles by their best passages is not that of the index.
  bool needs_all() const { return search_.sort == Sort::article && search_.per_article > 0; }

  Xapian::doccount at_most(std::size_t number) const {
    return static_cast<Xapian::doccount>(std::min(number, documents_));
  }

  Found found(const Xapian::MSetIterator& match) const {
    Found found{document_id(number_, *match), match.get_weight()};
    if (search_.sort == Sort::date_ascending || search_.sort == Sort::date_descending) {
      found.key = match.get_sort_key();
    }
    return found;
  }

  // What the server finds are the matches.
  IndexMatches settled(Enquire& enquire) {
    // A key to collapse by comes with each match, and saves asking for it.
    const bool by_article = search_.per_article > 0;
    enquire.set_collapse_key(by_article ? article_slot : forward_slot,
                             at_most(by_article ? search_.per_article : documents_));
    Xapian::ValueCountMatchSpy articles(article_slot);
    if (search_.listener != nullptr) {
      enquire.add_matchspy(&articles);
    }
    const MSet set = enquire.get_mset(0, at_most(needs_all() ? documents_ : search_.wanted),
                                      at_most(search_.counted));
    IndexMatches matches{{}, count_of(set)};
    if (!by_article && !matches.count.exact()) {
      // Xapian takes what might be collapsed off its bounds.
      enquire.set_collapse_key(Xapian::BAD_VALUENO);
      enquire.clear_matchspies();
      matches.count = count_of(enquire.get_mset(0, 0, at_most(search_.counted)));
    }
    std::vector<ArticleKey> keys;
    for (auto i = set.begin(); i != set.end(); ++i) {
      matches.found.push_back(found(i));
      if (by_article) {
        keys.push_back(ArticleKey::of_value(i.get_collapse_key()));
      } else {
        matches.found.back().forward = i.get_collapse_key();
      }
    }
    give_keys(matches.found, keys);
    if (search_.listener != nullptr) {
      for (auto i = articles.values_begin(); i != articles.values_end(); ++i) {
        search_.listener->add(number_, ArticleKey::of_value(*i).hash, i.get_termfreq());
      }
    }
    return matches;
  }

  // What the server finds must be looked at, one by one, until there is enough.
  IndexMatches looked_at(Enquire& enquire, const ArticleChecks& checks) {
    constexpr std::size_t first_look = 100;
    enquire.set_collapse_key(article_slot, at_most(documents_));
    std::size_t most = needs_all() ? documents_ : std::max(2 * search_.wanted, first_look);
    while (true) {
      const MSet set = enquire.get_mset(0, at_most(most), at_most(search_.counted));
      const bool is_all = set.size() < most || most >= documents_;
      IndexMatches matches = accepted(set, checks);
      const std::size_t number = matches.found.size();
      if (is_all || (number >= search_.wanted && number >= search_.counted)) {
        count(set, is_all, matches);
        tell();
        return matches;
      }
      most = std::min(4 * most, documents_);
    }
  }

  IndexMatches accepted(const MSet& set, const ArticleChecks& checks) {
    IndexMatches matches;
    std::vector<ArticleKey> keys;
    std::unordered_map<std::uint64_t, std::size_t> by_article;
    articles_.clear();
    for (auto i = set.begin(); i != set.end(); ++i) {
      const ArticleKey article = ArticleKey::of_value(i.get_collapse_key());
      if (!is_accepted(*i, article, checks)) {
        continue;
      }
      ++articles_[article.hash];
      if (search_.per_article == 0 || ++by_article[article.hash] <= search_.per_article) {
        matches.found.push_back(found(i));
        keys.push_back(article);
      }
    }
    give_keys(matches.found, keys);
    return matches;
  }

  bool is_accepted(Xapian::docid document, const ArticleKey& article, const ArticleChecks& checks) {
    const auto [known, is_new] = verdicts_.try_emplace(document, false);
    if (is_new) {
      known->second = std::all_of(checks.begin(), checks.end(),
                                  [&](const auto& set) { return set->contains(article.hash); }) &&
                      (search_.verifier == nullptr ||
                       search_.verifier->accepts(part_.database().get_document(document), number_));
    }
    return known->second;
  }

  // As folders do: by the place of the article, then its best passage first.
  void give_keys(std::vector<Found>& found, const std::vector<ArticleKey>& articles) const {
    if (search_.sort != Sort::article) {
      return;
    }
    std::unordered_map<std::uint64_t, DocumentId> first;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (search_.per_article > 0) {
        DocumentId& least = first.try_emplace(articles[i].hash, found[i].document).first->second;
        least = std::min(least, found[i].document);
      }
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i].key =
          sortable(search_.per_article > 0 ? first.at(articles[i].hash) : found[i].document);
    }
  }

  static void count(const MSet& set, bool is_all, IndexMatches& matches) {
    const std::size_t number = matches.found.size();
    matches.count = {number, number, number};
    if (!is_all) {
      matches.count.upper = std::max<std::size_t>(number, set.get_matches_upper_bound());
      matches.count.estimate =
          std::clamp(set.get_matches_estimated() * number / std::max<std::size_t>(1, set.size()),
                     number, matches.count.upper);
    }
  }

  void tell() const {
    if (search_.listener != nullptr) {
      for (const auto& [article, matches] : articles_) {
        search_.listener->add(number_, article, matches);
      }
    }
  }

  const IndexPart& part_;
  const std::size_t number_;
  const IndexSearch& search_;
  const double k1_;
  const std::size_t documents_;
  std::unordered_map<Xapian::docid, bool> verdicts_ = {};  // Of what was looked at.
  std::map<std::uint64_t, std::size_t> articles_ = {};     // Matches of each.
};

}  // namespace

IndexMatches search_server(const IndexReader& index, std::size_t part, const IndexSearch& search) {
  return ServerSearch(index, part, search).matches();
}

}  // namespace pilcrow
