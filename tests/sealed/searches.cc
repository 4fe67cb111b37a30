// SPDX-License-Identifier: GPL-2.0-or-later
// Random queries of every kind, asked of two databases.
#include <gtest/gtest.h>
#include <array>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/sealed/equality.h"

namespace pilcrow::sealed {
namespace {

using Xapian::Query;

class RandomQueries {
 public:
  RandomQueries(const Xapian::Database& database, const Corpus& corpus, unsigned seed)
      : random_(seed) {
    for (const auto& [docid, document] : corpus.documents) {
      for (const auto& [term, occurrences] : document.terms) {
        terms_.push_back(term);
      }
      for (const auto& [slot, value] : document.values) {
        values_.push_back(value);
      }
    }
    terms_.emplace_back("absent");
    values_.emplace_back("m");
    group_terms(database);
  }

  Query query(unsigned depth) {
    if (depth == 0 || below(4) == 0) {
      return leaf();
    }
    constexpr std::array operators = {Query::OP_AND,    Query::OP_OR,        Query::OP_AND_NOT,
                                      Query::OP_FILTER, Query::OP_AND_MAYBE, Query::OP_ELITE_SET};
    const auto kind = below(operators.size() + 4);
    if (kind < operators.size()) {
      return combined(operators[kind], depth);
    }
    switch (kind - operators.size()) {
      case 0:
        return near(Query::OP_NEAR);
      case 1:
        return near(Query::OP_PHRASE);
      case 2:
        return Query(Query::OP_SCALE_WEIGHT, query(depth - 1), 0.5 + static_cast<double>(below(4)));
      default:
        return synonym();
    }
  }

  // For operators of which Xapian 1.4.22 reads freed memory once a part ends before another, as
  // it also does where the matcher skips.
  Query ending_together(Query::op kind) {
    if (groups_.empty()) {
      return synonym();
    }
    const std::vector<std::string>& group = groups_[below(groups_.size())];
    std::vector<Query> parts;
    for (auto count = 2 + below(2); count > 0; --count) {
      parts.emplace_back(any(group));
    }
    return Query(kind, parts.begin(), parts.end());
  }

  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }

 private:
  const std::string& any(const std::vector<std::string>& strings) {
    return strings[below(strings.size())];
  }

  Query leaf() {
    const auto slot = static_cast<Xapian::valueno>(below(4));
    switch (below(8)) {
      case 0:
        return Query(Query::OP_WILDCARD, any(terms_).substr(0, 1));
      case 1:
        return Query(Query::OP_VALUE_GE, slot, any(values_));
      case 2:
        return Query(Query::OP_VALUE_LE, slot, any(values_));
      case 3:
        return Query(Query::OP_VALUE_RANGE, slot, any(values_), any(values_) + "z");
      default:
        return Query(any(terms_));
    }
  }

  Query combined(Query::op kind, unsigned depth) {
    std::vector<Query> parts;
    for (auto count = 2 + below(2); count > 0; --count) {
      parts.push_back(query(depth - 1));
    }
    return Query(kind, parts.begin(), parts.end());
  }

  Query near(Query::op kind) {
    std::vector<Query> parts;
    for (auto count = 2 + below(2); count > 0; --count) {
      parts.emplace_back(any(terms_));
    }
    return Query(kind, parts.begin(), parts.end(),
                 static_cast<Xapian::termcount>(parts.size() + below(4)));
  }

  // Of terms only, since other parts have no counts.
  Query synonym() {
    std::vector<Query> parts;
    for (auto count = 2 + below(3); count > 0; --count) {
      parts.emplace_back(any(terms_));
    }
    return Query(Query::OP_SYNONYM, parts.begin(), parts.end());
  }

  // Terms by their last document.  Those of several databases end at several, so there are none.
  void group_terms(const Xapian::Database& database) {
    if (database.get_uuid().find(':') != std::string::npos) {
      return;
    }
    std::map<Xapian::docid, std::vector<std::string>> groups;
    for (const std::string& term : terms_) {
      Xapian::docid last = 0;
      for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        last = *at;
      }
      groups[last].push_back(term);
    }
    for (auto& [last, group] : groups) {
      groups_.push_back(std::move(group));
    }
  }

  std::mt19937 random_;
  std::vector<std::string> terms_;
  std::vector<std::vector<std::string>> groups_;
  std::vector<std::string> values_;
};

Xapian::MSet search(const Xapian::Database& database, const Query& query, std::size_t weighting,
                    Xapian::doccount limit) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  switch (weighting) {
    case 0:
      enquire.set_weighting_scheme(Xapian::BM25Weight());
      break;
    case 1:
      enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));
      break;
    default:
      enquire.set_weighting_scheme(Xapian::TradWeight());
  }
  return enquire.get_mset(0, limit);
}

std::string listed(const Xapian::MSet& found) {
  std::string text = std::to_string(found.get_matches_lower_bound()) + " " +
                     std::to_string(found.get_matches_estimated()) + " " +
                     std::to_string(found.get_matches_upper_bound()) + " of " +
                     std::to_string(found.get_max_possible()) + "\n";
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    // A double written in hexadecimal is exact.
    std::array<char, 64> weight{};
    std::snprintf(weight.data(), weight.size(), "%a", hit.get_weight());
    text += std::to_string(*hit) + " " + weight.data() + "\n";
  }
  return text;
}

}  // namespace

void expect_equal_searches(const Xapian::Database& left, const Xapian::Database& right,
                           const Corpus& corpus, unsigned count, unsigned seed) {
  RandomQueries queries(left, corpus, seed);
  for (unsigned i = 0; i < count; ++i) {
    Query query = queries.query(3);
    auto limit = static_cast<Xapian::doccount>(1 + queries.below(20));
    if (i % 8 == 0) {
      query = queries.ending_together(i % 16 == 0 ? Query::OP_XOR : Query::OP_MAX);
      limit = left.get_doccount();
    }
    const std::size_t weighting = queries.below(3);
    ASSERT_EQ(listed(search(left, query, weighting, limit)),
              listed(search(right, query, weighting, limit)))
        << query.get_description();
  }
}

}  // namespace pilcrow::sealed
