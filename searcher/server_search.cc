// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/server_search.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
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

struct Placed {
  Found found;
  std::uint64_t article = 0;
};

// The matches of each article together, its best first.
void order_by_article(std::vector<Placed>& matches) {
  std::sort(matches.begin(), matches.end(), [](const Placed& a, const Placed& b) {
    return std::tuple(a.article, -in_steps(a.found.score), a.found.document) <
           std::tuple(b.article, -in_steps(b.found.score), b.found.document);
  });
}

// Calls `visit` with the matches of each article.
template <typename Visit>
void for_each_article(std::span<Placed> ordered, const Visit& visit) {
  while (!ordered.empty()) {
    const auto end = std::find_if(ordered.begin(), ordered.end(), [&](const Placed& match) {
      return match.article != ordered.front().article;
    });
    const auto matches = static_cast<std::size_t>(end - ordered.begin());
    visit(ordered.first(matches));
    ordered = ordered.subspan(matches);
  }
}

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
    } else if (search_.sort == Sort::article) {
      found.key = sortable(found.document);
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
    if (by_article) {
      enquire.clear_matchspies();
      matches.found = settled_of_articles(enquire, set);
    } else {
      for (auto i = set.begin(); i != set.end(); ++i) {
        matches.found.push_back(found(i));
        matches.found.back().forward = i.get_collapse_key();
      }
    }
    if (search_.listener != nullptr) {
      for (auto i = articles.values_begin(); i != articles.values_end(); ++i) {
        search_.listener->add(number_, ArticleKey::of_value(*i).hash, i.get_termfreq());
      }
    }
    return matches;
  }

  // To a server, words of the same weight may differ in the last bit.  So it does not know which of
  // the equal matches of an article is first, and is asked for more than are wanted.
  std::vector<Found> settled_of_articles(Enquire& enquire, const MSet& set) {
    std::vector<Placed> matches = placed(set);
    for (std::size_t more = 1; search_.ranks && has_collapsed(set); more *= 4) {
      const std::size_t of_article = search_.per_article + more;
      const std::size_t wanted = search_.wanted * of_article / search_.per_article + 1;
      enquire.set_collapse_key(article_slot, at_most(of_article));
      matches = placed(enquire.get_mset(0, at_most(needs_all() ? documents_ : wanted)));
      if (!may_have_more_ties(matches, of_article)) {
        break;
      }
    }
    return best_of_articles(matches);
  }

  // Whether, of an article with so many matches, others may be as good as those that are kept.
  bool may_have_more_ties(std::span<Placed> ordered, std::size_t of_article) const {
    bool may_have = false;
    for_each_article(ordered, [&](std::span<Placed> matches) {
      may_have |= matches.size() >= of_article && of_article < documents_ &&
                  in_steps(matches[search_.per_article - 1].found.score) ==
                      in_steps(matches.back().found.score);
    });
    return may_have;
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
    std::vector<Placed> matches = placed(set);
    std::erase_if(matches, [&](const Placed& match) {
      return !is_accepted(match.found.document, match.article, checks);
    });
    articles_.clear();
    for (const Placed& match : matches) {
      ++articles_[match.article];
    }
    return {best_of_articles(matches), {}};
  }

  bool is_accepted(DocumentId id, std::uint64_t article, const ArticleChecks& checks) {
    const Xapian::docid document = document_in_part(id);
    const auto [known, is_new] = verdicts_.try_emplace(document, false);
    if (is_new) {
      known->second = std::all_of(checks.begin(), checks.end(),
                                  [&](const auto& set) { return set->contains(article); }) &&
                      (search_.verifier == nullptr ||
                       search_.verifier->accepts(part_.database().get_document(document), number_));
    }
    return known->second;
  }

  static bool has_collapsed(const MSet& set) {
    for (auto i = set.begin(); i != set.end(); ++i) {
      if (i.get_collapse_count() > 0) {
        return true;
      }
    }
    return false;
  }

  // By the keys that they are collapsed by.
  std::vector<Placed> placed(const MSet& set) const {
    std::vector<Placed> matches;
    for (auto i = set.begin(); i != set.end(); ++i) {
      matches.push_back({found(i), ArticleKey::of_value(i.get_collapse_key()).hash});
    }
    order_by_article(matches);
    return matches;
  }

  std::vector<Found> best_of_articles(std::span<Placed> ordered) const {
    std::vector<Found> best;
    for_each_article(ordered, [&](std::span<Placed> matches) {
      const std::size_t most = search_.per_article == 0 ? matches.size() : search_.per_article;
      if (needs_all()) {
        give_key(matches);
      }
      for (Placed& match : matches.first(std::min(most, matches.size()))) {
        best.push_back(std::move(match.found));
      }
    });
    return best;
  }

  // As folders do: by the place of the article, then its best passage first.
  static void give_key(std::span<Placed> matches) {
    DocumentId least = matches.front().found.document;
    for (const Placed& match : matches) {
      least = std::min(least, match.found.document);
    }
    for (Placed& match : matches) {
      match.found.key = sortable(least);
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
