// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class SearcherTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(
        folder_ / "index",
        {make_article("en", "The Happy Teacher",
                      "The court heard the teacher.\n\nHe was happy to run.\n\nHappiness is a camp "
                      "of running children.\n\nA political camp was closed."),
         make_article("de", "Die Schule", "Die Lehrer liefen nach Hause.\n\nEr war über Köln.",
                      "de"),
         make_article("zh", "铁路", "从阿拉木图到乌鲁木齐的铁路。", "zh"),
         make_article("th", "รถไฟ", "รถไฟไปอัลมาตี", "th"),
         make_article("only title", "Camp closed", "")});
  }

  std::vector<std::string> find(const std::string& query, SearchOptions options = {}) {
    std::vector<std::string> found;
    options.limit = 100;
    for (const Hit& hit : searcher().search(query, options).hits) {
      found.push_back(to_string(hit.passage));
    }
    return found;
  }

  Searcher& searcher() {
    if (!searcher_) {
      searcher_ = std::make_unique<Searcher>(folder_ / "index");
    }
    return *searcher_;
  }

  TemporaryPath folder_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SearcherTest, FindsWhatEachKindOfQueryAsksFor) {
  const struct {
    const char* query;
    std::vector<std::string> found;
  } rows[] = {
      {"court", {"en#1"}},
      {"COURTS", {"en#1"}},
      {"runs", {"en#2", "en#3"}},
      {"\"runs\"", {}},
      {"\"running\"", {"en#3"}},
      {"\"political camp\"", {"en#4"}},
      {"\"camp political\"", {}},
      {"\"Camp Closed\"", {"only title#0"}},
      {"camp -political", {"en#3", "only title#0"}},
      {"camp NOT \"political camp\"", {"en#3", "only title#0"}},
      {"camp +closed", {"en#4", "only title#0"}},
      {"happi*", {"en#3"}},
      {"hap*", {"en#1", "en#2", "en#3", "en#4"}},
      {"koln", {"de#2"}},
      {"KÖLN", {"de#2"}},
      {"lief", {"de#1"}},
      {"title:teachers court", {"en#1", "en#2", "en#3", "en#4"}},
      {"title:court", {}},
      {"title:\"happy teacher\" court", {"en#1", "en#2", "en#3", "en#4"}},
      {"乌鲁木齐", {"zh#1"}},
      {"\"乌鲁木齐的铁路\"", {"zh#1"}},
      {"รถไฟ", {"th#1"}},
      {"nothing-of-the-kind", {}},
      {"", {}},
      {"NOT court", {}},
      {"?!", {}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(find(row.query), testing::UnorderedElementsAreArray(row.found)) << row.query;
  }
}

// "The" ranks nothing, so it finds nothing where other words remain, and all of it where none do.
TEST_F(SearcherTest, StopWordsAreFoundWhenNothingElseIsAsked) {
  EXPECT_THAT(find("the court"), ElementsAre("en#1"));
  EXPECT_THAT(find("was"), UnorderedElementsAre("en#2", "en#4"));
  EXPECT_THAT(find("\"he was\""), ElementsAre("en#2"));
}

TEST_F(SearcherTest, AHitCanBeQuoted) {
  const SearchResults results = searcher().search("\"political camp\"", {.context = 2});
  ASSERT_EQ(results.hits.size(), 1U);
  const Hit& hit = results.hits[0];
  EXPECT_EQ(hit.passage, (PassageId{"en", 4}));
  EXPECT_EQ(hit.text, "A political camp was closed.");
  EXPECT_EQ(hit.article.title, "The Happy Teacher");
  EXPECT_EQ(hit.article.paragraphs, 4U);
  EXPECT_EQ(hit.snippet.text, hit.text);
  EXPECT_THAT(hit.snippet.highlights, ElementsAre(Span{2, 16}));
  ASSERT_EQ(hit.before.size(), 2U);
  EXPECT_EQ(hit.before[0].paragraph, 2U);
  EXPECT_EQ(hit.before[1].paragraph, 3U);
  EXPECT_TRUE(hit.after.empty());
}

TEST_F(SearcherTest, PassagesAreReadByName) {
  EXPECT_EQ(searcher().text({"en", 2})->text, "He was happy to run.");
  EXPECT_EQ(searcher().text({"only title", 0})->text, "Camp closed");
  EXPECT_FALSE(searcher().text({"en", 0}));
  EXPECT_FALSE(searcher().text({"en", 5}));
  EXPECT_FALSE(searcher().text({"none", 1}));
  EXPECT_EQ(searcher().context({"en", 1}, 3, 1).size(), 2U);
  EXPECT_TRUE(searcher().context({"en", 9}, 9, 9).empty());
  EXPECT_EQ(searcher().article("de")->language, "de");
  EXPECT_FALSE(searcher().article("none"));
}

TEST_F(SearcherTest, APrefixStandsForAtMostSoManyWordsAndSaysSo) {
  const SearchResults results = searcher().search("h*", {.prefix_words_max = 1});
  EXPECT_THAT(results.notes,
              ElementsAre(Field(&QueryNote::text, HasSubstr("h* stands for more than 1 words"))));
}

TEST_F(SearcherTest, HitsPerArticleAreLimited) {
  EXPECT_EQ(find("teacher").size(), 4U);
  EXPECT_EQ(find("teacher", {.hits_per_article_max = 2}).size(), 2U);
  EXPECT_THAT(find("teacher", {.unit = Unit::article}), ElementsAre("en#1"));
}

TEST_F(SearcherTest, OptionsAndQueriesOutsideTheirRangeAreNamed) {
  expect_error(ErrorCode::invalid_argument, "context is 101; give at most 100",
               [&] { searcher().search("x", {.context = 101}); });
  expect_error(ErrorCode::invalid_argument, "offset + limit is 100001",
               [&] { searcher().search("x", {.offset = 1, .limit = 100'000}); });
  std::string words;
  for (int i = 0; i < 600; ++i) {
    words += "w ";
  }
  expect_error(ErrorCode::bad_query, "more than 512 words", [&] { searcher().search(words); });
}

TEST(Searcher, SaysWhatIsWrongWithAnIndex) {
  const TemporaryPath folder;
  expect_error(ErrorCode::not_found, "there is no such folder",
               [&] { Searcher searcher(folder / "none"); });
  index_articles(folder / "index", {make_article("a", "", "x")});
  write_file(folder / "index/postlist.glass", "damaged");
  EXPECT_THROW(Searcher(folder / "index").search("x"), Error);
}

TEST(Searcher, SaysThatATableIsDamagedThatItReadsInPlace) {
  const TemporaryPath folder;
  index_articles(folder / "index", {make_article("a", "", "x")});
  Searcher searcher(folder / "index");
  std::string table = read_file(folder / "index/docdata.glass");
  table.at(4) = 7;  // The level of the only block, a leaf.
  write_file(folder / "index/docdata.glass", table);
  for (int round = 0; round < 2; ++round) {
    expect_error(ErrorCode::corrupt, "a block of a table is damaged; build the index anew",
                 [&] { searcher.search("x"); });
  }
}

TEST(Searcher, AnEmptyIndexFindsNothing) {
  const TemporaryPath folder;
  index_articles(folder / "index", {});
  EXPECT_TRUE(Searcher(folder / "index").search("x \"y z\" q* -w").hits.empty());
}

// What weighs nothing is not looked at once enough is found, but what weighs more is.
TEST_F(SearcherTest, OfManyPhrasesOfStopWordsTheBestAndTheFirstAreFoundAndAllAreCounted) {
  std::string text;
  for (int number = 0; number < 300; ++number) {
    text += "It stood in the house of number " + std::to_string(number) + ".\n\n";
  }
  const auto index = folder_ / "many";
  index_articles(index,
                 {make_article("en", "", text), make_article("kk", "", "Ол in the деді.", "kk")});
  const SearchOptions options = {
      .limit = 3, .reranked_max = 0, .duplicates = Duplicates::show, .exact_count_max = 5};
  const SearchResults results = Searcher(index).search("\"in the\"", options);
  std::vector<std::string> found;
  for (const Hit& hit : results.hits) {
    found.push_back(to_string(hit.passage));
  }
  EXPECT_THAT(found, ElementsAre("kk#1", "en#1", "en#2"));
  EXPECT_GE(results.matches.lower, 5U);
  EXPECT_GE(results.matches.estimate, 150U);
  EXPECT_GE(results.matches.upper, 301U);
}

}  // namespace
}  // namespace pilcrow
