// SPDX-License-Identifier: GPL-2.0-or-later
// Order, grouping and paging of hits, through the public API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names_of(const std::vector<Hit>& hits) {
  std::vector<std::string> names;
  for (const Hit& hit : hits) {
    names.push_back(to_string(hit.passage));
  }
  return names;
}

Article dated(std::string id, std::string date, std::string text) {
  Article article = make_article(std::move(id), "", std::move(text));
  article.date = std::move(date);
  return article;
}

class OrderTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(folder_ / "index",
                   {dated("late", "2022-05-01", "Salt dust.\n\nSalt salt salt."),
                    dated("none", "", "Salt and wind."), dated("early", "2020-01-31", "Dry salt."),
                    dated("month", "2022-05", "Salt lakes dry out."),
                    dated("hour", "2022-05-01T09:00", "Salt roads.")});
    searcher_ = std::make_unique<Searcher>(folder_ / "index");
  }

  SearchResults search(const SearchOptions& options) { return searcher_->search("salt", options); }

  TemporaryPath folder_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(OrderTest, DatesSortWithTheUndatedLastAndEqualOnesByRelevance) {
  EXPECT_THAT(names_of(search({.sort = Sort::date_ascending}).hits),
              ElementsAre("early#1", "month#1", "late#2", "late#1", "hour#1", "none#1"));
  EXPECT_THAT(names_of(search({.sort = Sort::date_descending}).hits),
              ElementsAre("hour#1", "late#2", "late#1", "month#1", "early#1", "none#1"));
  EXPECT_THAT(names_of(search({.sort = Sort::article}).hits),
              ElementsAre("late#1", "late#2", "none#1", "early#1", "month#1", "hour#1"));
  EXPECT_EQ(search({}).hits[0].passage, (PassageId{"late", 2}));
}

TEST_F(OrderTest, OfAnArticleTheBestPassageStandsForItInEachOrder) {
  for (const Sort sort :
       {Sort::relevance, Sort::date_ascending, Sort::date_descending, Sort::article}) {
    const std::vector<std::string> names =
        names_of(search({.unit = Unit::article, .sort = sort}).hits);
    EXPECT_EQ(names.size(), 5U);
    EXPECT_THAT(names, testing::Contains("late#2"));
  }
}

TEST_F(OrderTest, AnArticleShowsItsNextBestPassages) {
  const SearchResults results = search({.unit = Unit::article, .hits_per_article_max = 3});
  ASSERT_EQ(results.hits.size(), 5U);
  EXPECT_EQ(results.hits[0].passage, (PassageId{"late", 2}));
  EXPECT_THAT(names_of(results.hits[0].others), ElementsAre("late#1"));
  EXPECT_LT(results.hits[0].others[0].score, results.hits[0].score);
  EXPECT_FALSE(results.hits[0].others[0].snippet.text.empty());
  EXPECT_THAT(results.hits[1].others, IsEmpty());
  EXPECT_THAT(search({.unit = Unit::article}).hits[0].others, IsEmpty());
  EXPECT_THAT(search({.hits_per_article_max = 3}).hits[0].others, IsEmpty());
}

TEST_F(OrderTest, WeakPassagesAreLeftOutEverywhere) {
  const SearchResults all = search({.reranked_max = 0});
  const double score_min = all.hits.at(2).score;
  const auto strong = static_cast<std::size_t>(std::count_if(
      all.hits.begin(), all.hits.end(), [&](const Hit& hit) { return hit.score >= score_min; }));
  for (const Sort sort : {Sort::relevance, Sort::date_ascending, Sort::article}) {
    const SearchResults some =
        search({.sort = sort, .score_min = score_min, .facets = {"language"}});
    ASSERT_EQ(some.hits.size(), strong);
    EXPECT_EQ(some.matches.lower, strong);
    EXPECT_EQ(some.matches.upper, strong);
    EXPECT_EQ(some.facets.at("language")[0].count, strong);
    for (const Hit& hit : some.hits) {
      EXPECT_GE(hit.score, score_min);
    }
  }
  EXPECT_THAT(search({.score_min = 1e9}).hits, IsEmpty());
}

class PagingTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i) {
      articles.push_back(article(i, std::string(static_cast<std::size_t>(i % 7), 'x')));
    }
    index_articles(folder_ / "index", articles);
  }

  // Passages of several lengths, many of which score the same.
  static Article article(int number, const std::string& letters) {
    std::string text = "salt n" + std::to_string(number);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      text += " w" + std::to_string(number) + 'q' + std::to_string(i);
    }
    return dated("a" + std::to_string(number), "2021-0" + std::to_string(1 + number % 9), text);
  }

  // The names of all hits, page by page; `between` is called after the first page.
  template <typename Between>
  std::vector<std::string> pages(SearchOptions options, const Between& between) {
    Searcher searcher(folder_ / "index");
    std::vector<std::string> names;
    options.limit = 7;
    std::size_t page = 0;
    do {
      const SearchResults results = searcher.search("salt", options);
      EXPECT_EQ(results.offset, 7 * page);
      EXPECT_FALSE(results.hits.empty());
      const std::vector<std::string> some = names_of(results.hits);
      names.insert(names.end(), some.begin(), some.end());
      options.cursor = results.next_cursor;
      if (page++ == 0) {
        between(some);
      }
      searcher.refresh();
    } while (!options.cursor.empty() && page < 20);
    return names;
  }

  std::vector<std::string> all(SearchOptions options) {
    options.limit = 100;
    return names_of(Searcher(folder_ / "index").search("salt", options).hits);
  }

  TemporaryPath folder_;
};

constexpr Sort sorts[] = {Sort::relevance, Sort::date_ascending, Sort::date_descending,
                          Sort::article};

TEST_F(PagingTest, PagesHoldWhatOneLongListHolds) {
  for (const Sort sort : sorts) {
    const SearchOptions options{.sort = sort};
    EXPECT_EQ(pages(options, [](const auto&) {}), all(options));
  }
}

TEST_F(PagingTest, NothingIsShownTwiceOrLostWhileArticlesComeAndGo) {
  for (const Sort sort : sorts) {
    for (const bool removes_last : {false, true}) {
      SetUp();
      std::vector<std::string> gone;
      const std::vector<std::string> seen = pages({.sort = sort}, [&](const auto& first_page) {
        // The passage that the page ended with, or one before it.
        gone.push_back(first_page[removes_last ? 6 : 2]);
        Indexer indexer(folder_ / "index");
        indexer.remove(gone[0].substr(0, gone[0].size() - 2));
        indexer.put(article(100, "xxxxxxxxxxxxxxxxxxxxxxxx"));
        indexer.put(article(3, "yyy"));  // Replaced: its document is another.
        indexer.commit();
      });
      // What is put anew is another document, which may stand elsewhere.
      std::vector<std::string> sorted = seen;
      std::erase(sorted, "a3#1");
      std::sort(sorted.begin(), sorted.end());
      EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end()) << "shown twice";
      std::vector<std::string> lost;
      for (int i = 0; i < 40; ++i) {
        const std::string name = 'a' + std::to_string(i) + "#1";
        if (i != 3 && !std::binary_search(sorted.begin(), sorted.end(), name)) {
          lost.push_back(name);
        }
      }
      EXPECT_THAT(lost, IsEmpty());
    }
  }
}

TEST_F(PagingTest, OtherCursorsAreRefused) {
  Searcher searcher(folder_ / "index");
  const std::string cursor = searcher.search("salt").next_cursor;
  ASSERT_FALSE(cursor.empty());
  for (const std::string& other : {std::string("x"), std::string("zz"), std::string("00"),
                                   cursor.substr(2), cursor + "00", std::string(100'000, 'a')}) {
    expect_error(ErrorCode::invalid_argument, "the cursor is not one",
                 [&] { searcher.search("salt", {.cursor = other}); });
  }
  expect_error(ErrorCode::invalid_argument, "of a search with another order",
               [&] { searcher.search("salt", {.sort = Sort::article, .cursor = cursor}); });
  expect_error(ErrorCode::invalid_argument, "a cursor and an offset",
               [&] { searcher.search("salt", {.offset = 1, .cursor = cursor}); });
}

TEST_F(PagingTest, TheLastPageHasNoNext) {
  Searcher searcher(folder_ / "index");
  EXPECT_EQ(searcher.search("salt", {.limit = 40}).next_cursor, "");
  EXPECT_NE(searcher.search("salt", {.limit = 39}).next_cursor, "");
  EXPECT_EQ(searcher.search("salt", {.limit = 0}).next_cursor, "");
  EXPECT_EQ(searcher.search("nothing").next_cursor, "");
}

}  // namespace
}  // namespace pilcrow
