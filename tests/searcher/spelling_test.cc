// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/spelling.h"

#include <gtest/gtest.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

TEST(TypingCost, IsLessForCommonSlips) {
  const struct {
    const char* typed;
    const char* meant;
    double cost;
  } rows[] = {
      {"harbour", "harbour", 0},
      {"harbor", "harbour", 1},
      {"hraborr", "hrabor", 0.4},
      {"comittee", "committee", 0.4},
      {"wrold", "world", 0.6},
      {"quartz", "kuartz", 0.8},
      {"senter", "center", 0.8},
      {"hsrbour", "harbour", 0.7},
      {"hprbour", "harbour", 1},
      {"xarbour", "harbour", 0.8},
      {"гавонь", "гавань", 0.5},
      {"", "a", 1},
      {"", "", 0},
  };
  for (const auto& row : rows) {
    EXPECT_DOUBLE_EQ(typing_cost(row.typed, row.meant, 9), row.cost)
        << row.typed << ' ' << row.meant;
  }
}

TEST(TypingCost, StopsWhereItIsTooMuch) {
  EXPECT_DOUBLE_EQ(typing_cost("harbour", "lighthouse", 2), 3);
  EXPECT_DOUBLE_EQ(typing_cost("a", std::string(10'000, 'b'), 2), 3);
}

class SpellingTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(folder_ / "index",
                   {make_article("1", "",
                                 "The harbour master counted the boats in the harbour.\n\n"
                                 "The lighthouse stands beside the harbour wall."),
                    make_article("2", "", "Boats and boots dried on the quay. The committee met."),
                    make_article("3", "", "Смотритель маяка писал письма.", "ru")});
  }

  SearchResults search(const std::string& query, Spelling spelling = Spelling::correct) {
    SearchOptions options;
    options.spelling = spelling;
    options.look_alikes = false;
    options.names = Names::off;
    return Searcher(folder_ / "index").search(query, options);
  }

  TemporaryPath folder_;
};

TEST_F(SpellingTest, AClearSlipIsCorrectedAndSaid) {
  const struct {
    const char* typed;
    const char* meant;
  } rows[] = {{"harbuor", "harbour"},    {"harbor", "harbour"},        {"lighthuose", "lighthouse"},
              {"comittee", "committee"}, {"смотритиль", "смотритель"}, {"masterr", "master"}};
  for (const auto& row : rows) {
    const SearchResults results = search(row.typed);
    EXPECT_FALSE(results.hits.empty()) << row.typed;
    ASSERT_EQ(results.notes.size(), 1U) << row.typed;
    EXPECT_NE(results.notes[0].text.find(row.meant), std::string::npos) << results.notes[0].text;
    EXPECT_EQ(results.suggestion, "") << row.typed;
  }
}

TEST_F(SpellingTest, WhatIsNotClearIsSuggested) {
  const SearchResults results = search("boets");  // boats or boots?
  EXPECT_TRUE(results.hits.empty());
  EXPECT_TRUE(results.suggestion == "boats" || results.suggestion == "boots") << results.suggestion;
}

TEST_F(SpellingTest, KnownWordsAndNonsenseStayAsTheyAre) {
  for (const char* query : {"harbour", "qzxqzx", "xyz", "h4rbour", "12345", ""}) {
    const SearchResults results = search(query);
    EXPECT_TRUE(results.notes.empty()) << query;
    EXPECT_EQ(results.suggestion, "") << query;
  }
}

TEST_F(SpellingTest, CanSuggestOnlyOrBeOff) {
  const SearchResults suggested = search("harbuor wall", Spelling::suggest);
  EXPECT_EQ(suggested.suggestion, "harbour wall");
  EXPECT_TRUE(suggested.notes.empty());
  const SearchResults off = search("harbuor", Spelling::off);
  EXPECT_TRUE(off.hits.empty());
  EXPECT_EQ(off.suggestion, "");
}

TEST_F(SpellingTest, TheCorrectedWordIsHighlighted) {
  const SearchResults results = search("lighthuose");
  ASSERT_FALSE(results.hits.empty());
  const Snippet& snippet = results.hits[0].snippet;
  ASSERT_EQ(snippet.highlights.size(), 1U);
  EXPECT_EQ(snippet.text.substr(snippet.highlights[0].begin, snippet.highlights[0].size()),
            "lighthouse");
}

}  // namespace
}  // namespace pilcrow
