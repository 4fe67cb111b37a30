// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/index_search.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "searcher/passage_weight.h"
#include "searcher/ranking.h"
#include "searcher/server_search.h"
#include "searcher/sorting.h"

namespace pilcrow {
namespace {

// Xapian asks it about every match that weighs no less than the last of the best, which are all
// where a phrase of stop words weighs nothing.  Of equal ones the first is better, so when enough
// are found, those are not looked at.
class Decider : public Xapian::MatchDecider {
 public:
  // `weight`: no less than that of the match that is asked about.
  Decider(const IndexSearch& search, std::size_t part, double& weight)
      : search_(search),
        part_(part),
        enough_(std::max({search.wanted, search.counted, std::size_t{1}})),
        weight_(weight) {}

  bool operator()(const Xapian::Document& document) const override {
    const bool weighs_nothing = std::exchange(weight_, 0) == 0;
    const bool is_last = search_.sort == Sort::relevance && search_.per_article == 0;
    if (weighs_nothing && is_last && accepted_ >= enough_) {
      ++passed_over_;
      return false;
    }
    const bool accepted = search_.verifier->accepts(document, part_);
    (accepted ? accepted_ : denied_) += 1;
    return accepted;
  }

  // Xapian takes those that were passed over for no matches.
  MatchCount corrected(MatchCount count) const {
    const double asked = static_cast<double>(accepted_ + denied_);
    const double share = passed_over_ == 0 ? 0 : static_cast<double>(passed_over_) / asked;
    count.upper += passed_over_;
    count.estimate += static_cast<std::size_t>(share * static_cast<double>(count.estimate));
    count.estimate = std::clamp(count.estimate, count.lower, count.upper);
    return count;
  }

 private:
  const IndexSearch& search_;
  const std::size_t part_;
  const std::size_t enough_;
  double& weight_;
  mutable std::size_t accepted_ = 0;
  mutable std::size_t denied_ = 0;
  mutable std::size_t passed_over_ = 0;
};

class Spy : public Xapian::MatchSpy {
 public:
  Spy(MatchListener* listener, std::size_t part) : listener_(listener), part_(part) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    listener_->add(part_, document);
  }

 private:
  MatchListener* listener_;
  const std::size_t part_;
};

class SortKey : public Xapian::KeyMaker {
 public:
  SortKey(const IndexSearch& search, std::size_t part) : search_(search), part_(part) {}
  std::string operator()(const Xapian::Document& document) const override {
    return sort_key(document, document_id(part_, document.get_docid()), search_.sort,
                    search_.per_article > 0);
  }

 private:
  const IndexSearch& search_;
  const std::size_t part_;
};

IndexMatches search_folder(const IndexReader& index, std::size_t number,
                           const IndexSearch& search) {
  const IndexPart& part = index.parts()[number];
  const double k1 = stored_k1(index);
  Xapian::Enquire enquire(part.database());
  double weight = 0;
  if (search.ranks) {
    enquire.set_weighting_scheme(PassageWeight(k1, search.verifier == nullptr ? nullptr : &weight));
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  ArticleChecks no_checks;
  enquire.set_query(search.query.in(part, k1, no_checks));
  if (search.per_article > 0) {
    enquire.set_collapse_key(article_slot, static_cast<Xapian::doccount>(search.per_article));
  }
  if (search.score_min > 0) {
    enquire.set_cutoff(0, search.score_min);
  }
  if (search.sort != Sort::relevance) {
    enquire.set_sort_by_key_then_relevance((new SortKey(search, number))->release(),
                                           is_descending(search.sort));
  }
  Spy spy(search.listener, number);
  if (search.listener != nullptr) {
    enquire.add_matchspy(&spy);
  }
  const Decider decider(search, number, weight);
  const std::size_t documents = part.database().get_doccount();
  const auto at_most = [documents](std::size_t most) {
    return static_cast<Xapian::doccount>(std::min(most, documents));
  };
  const Xapian::MSet set =
      enquire.get_mset(0, at_most(search.wanted), at_most(search.counted), nullptr,
                       search.verifier == nullptr ? nullptr : &decider);
  IndexMatches matches{{}, decider.corrected(count_of(set))};
  for (auto i = set.begin(); i != set.end(); ++i) {
    matches.found.push_back({document_id(number, *i), i.get_weight()});
    if (search.sort != Sort::relevance) {
      matches.found.back().key = i.get_sort_key();
    }
  }
  return matches;
}

IndexMatches search_part(const IndexReader& index, std::size_t part, const IndexSearch& search) {
  if (search.listener != nullptr) {
    search.listener->begin(part);
  }
  return index.parts()[part].is_remote() ? search_server(index, part, search)
                                         : search_folder(index, part, search);
}

// Each thread takes every so many of the indexes, the first is this one.  What one index needs is
// its own, so that no two threads use it.
std::vector<IndexMatches> search_parts(const IndexReader& index, const IndexSearch& search) {
  const std::size_t parts = index.parts().size();
  const std::size_t threads = index.threads();
  std::vector<IndexMatches> all(parts);
  const auto search_from = [&](std::size_t first) {
    for (std::size_t part = first; part < parts; part += threads) {
      all[part] = search_part(index, part, search);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t first = 1; first < threads; ++first) {
    others.push_back(std::async(std::launch::async, [&index, &search_from, first] {
      const BrokenPipeGuard guard(index.has_server());
      search_from(first);
    }));
  }
  search_from(0);
  for (std::future<void>& other : others) {
    other.get();
  }
  return all;
}

}  // namespace

void IndexMatches::add(IndexMatches other) {
  count.lower += other.count.lower;
  count.estimate += other.count.estimate;
  count.upper += other.count.upper;
  std::move(other.found.begin(), other.found.end(), std::back_inserter(found));
}

MatchCount count_of(const Xapian::MSet& set) {
  return {set.get_matches_lower_bound(), set.get_matches_estimated(),
          set.get_matches_upper_bound()};
}

IndexMatches search(const IndexReader& index, const IndexSearch& search) {
  IndexMatches united;
  for (IndexMatches& matches : search_parts(index, search)) {
    united.add(std::move(matches));
  }
  for (Found& each : united.found) {
    each.score = in_steps(each.score);
  }
  std::sort(united.found.begin(), united.found.end(),
            [&](const Found& a, const Found& b) { return comes_before(a, b, search.sort); });
  united.found.resize(std::min(united.found.size(), search.wanted));
  return united;
}

}  // namespace pilcrow
