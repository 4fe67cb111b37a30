// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/term_counter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace pilcrow {
namespace {

using Counted = std::vector<std::pair<std::string, std::uint32_t>>;

Counted counted(TermCounter& counter, const CountScale& scale) {
  Counted terms;
  for (const sealed::TermCount& term : counter.terms(scale)) {
    terms.emplace_back(term.term, term.wdf);
  }
  return terms;
}

TEST(TermCounter, PutsTermsInTheOrderOfTheirBytes) {
  TermCounter counter;
  const CountScale scale(64);
  counter.begin();
  for (const char* term : {"underground", "understand", "zoo", "\xC3\xA9t\xC3\xA9", "under", "7"}) {
    counter.add(counter.number_of(term), 1);
  }
  counter.add(counter.number_of("zoo"), 0);
  counter.add(counter.number_of("zoo"), 2);
  const std::string other = "A0123456789abcdef";
  counter.add_other(other);
  EXPECT_EQ(counted(counter, scale), (Counted{{"7", scale.stored(1)},
                                              {"A0123456789abcdef", 0},
                                              {"under", scale.stored(1)},
                                              {"underground", scale.stored(1)},
                                              {"understand", scale.stored(1)},
                                              {"zoo", scale.stored(3)},
                                              {"\xC3\xA9t\xC3\xA9", scale.stored(1)}}));
}

TEST(TermCounter, CountsEachDocumentByItself) {
  TermCounter counter;
  std::mt19937 random(20'260'403);
  for (int document = 0; document < 500; ++document) {
    if (random() % 50 == 0) {
      counter.forget();
    }
    counter.begin();
    std::map<std::string, std::uint32_t> expected;
    for (std::size_t left = random() % 60; left > 0; --left) {
      const std::string term = "term" + std::to_string(random() % 3000);
      const auto weight = static_cast<std::uint32_t>(random() % 3);
      counter.add(counter.number_of(term), weight);
      expected[term] += weight;
    }
    const CountScale scale(static_cast<double>(random() % 300));
    Counted scaled;
    for (const auto& [term, count] : expected) {
      scaled.emplace_back(term, scale.stored(count));
    }
    ASSERT_EQ(counted(counter, scale), scaled);
  }
}

}  // namespace
}  // namespace pilcrow
