// SPDX-License-Identifier: GPL-2.0-or-later
// Ranking by words of the best passages, through the public API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <string>
#include <vector>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

std::vector<std::string> names_found(const SearchResults& results) {
  std::vector<std::string> names;
  for (const Hit& hit : results.hits) {
    names.push_back(to_string(hit.passage));
  }
  return names;
}

// Six of eight passages about a lake speak of salt; one that is long does too.
class FeedbackTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (int i = 0; i < 6; ++i) {
      const std::string number = std::to_string(i);
      articles.push_back(make_article("salt" + number, "", "Lake salt w" + number + "."));
    }
    articles.push_back(make_article("other", "", "Lake boats harbour ferries crews."));
    articles.push_back(make_article("last", "", "Lake salt dust storms wind fields."));
    for (int i = 0; i < 20; ++i) {
      articles.push_back(make_article("b" + std::to_string(i), "", "Roads and trains and bread."));
    }
    index_articles(folder_ / "index", articles);
  }

  TemporaryPath folder_;
};

TEST_F(FeedbackTest, WhatTheBestShareRaisesOthersThatHaveIt) {
  Searcher searcher(folder_ / "index");
  const SearchOptions plain{.duplicates = Duplicates::show};
  SearchOptions expanded = plain;
  expanded.expand = Expansion::on;
  const SearchResults before = searcher.search("lake", plain);
  const SearchResults after = searcher.search("lake", expanded);
  EXPECT_EQ(names_found(before).back(), "last#1");
  EXPECT_EQ(names_found(after).back(), "other#1");
  EXPECT_THAT(names_found(after), UnorderedElementsAreArray(names_found(before)));
  EXPECT_EQ(after.matches.lower, before.matches.lower);
  ASSERT_EQ(after.notes.size(), 1U);
  EXPECT_EQ(after.notes[0].text, "added from the best passages, at a low weight: salt");
  EXPECT_THAT(before.notes, IsEmpty());
}

TEST_F(FeedbackTest, ItsScoresAreExplained) {
  Searcher searcher(folder_ / "index");
  const SearchResults results = searcher.search("lake", {.expand = Expansion::on, .explain = true});
  ASSERT_FALSE(results.hits.empty());
  for (const Hit& hit : results.hits) {
    EXPECT_NEAR(hit.explanation->value, hit.score, 1e-6);
    const PassageVerdict verdict = searcher.explain("lake", hit.passage, {.expand = Expansion::on});
    EXPECT_NEAR(verdict.score, hit.score, 1e-6);
  }
}

// By itself it helps only queries that describe a subject.
TEST_F(FeedbackTest, ByItselfOnlyForLongQueriesThatNoPassageAnswers) {
  Searcher searcher(folder_ / "index");
  const auto has_added = [&](const std::string& query) {
    const std::vector<QueryNote> notes = searcher.search(query).notes;
    return std::any_of(notes.begin(), notes.end(), [](const QueryNote& note) {
      return note.text.starts_with("added from the best passages");
    });
  };
  // Eleven words, of which no passage has most.
  const std::string some = "the boats and the dust of the harbour in the fields";
  EXPECT_TRUE(has_added("lake " + some));
  EXPECT_FALSE(has_added("lake " + some.substr(4)));
  // One passage has all that tell.
  EXPECT_FALSE(has_added("lake and boats and harbour and ferries and crews and lake and boats"));
  EXPECT_FALSE(has_added("+lake " + some));
  EXPECT_FALSE(has_added("\"lake salt\" " + some));
  EXPECT_FALSE(has_added("lake " + some + " title:salt"));
  EXPECT_TRUE(searcher.search("lake " + some, {.expand = Expansion::off}).notes.empty());
}

TEST_F(FeedbackTest, PassagesThatDoNotAgreeAddNothing) {
  Searcher searcher(folder_ / "index");
  for (const char* query : {"boats", "storms lak", "nothing", "", "NOT lake", "\"lake boats\""}) {
    const SearchResults results = searcher.search(query, {.expand = Expansion::on});
    EXPECT_EQ(names_found(results), names_found(searcher.search(query))) << query;
  }
}

}  // namespace
}  // namespace pilcrow
