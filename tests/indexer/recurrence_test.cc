// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/recurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/stored_article.h"
#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/read_all.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const box =
    "Subscribe to the Tuesday letter and get the harbour news before breakfast.";

std::string story(int number) {
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text += "Ship " + std::to_string(number) + " carried load " + std::to_string(i) + " of " +
            std::to_string(number * 7 + i) + " crates to a port that nobody had heard of.\n\n";
  }
  return text;
}

Article article_with(int number, const std::string& more) {
  Article article = make_article("article" + std::to_string(number), "", story(number) + more);
  article.paragraphs = split_paragraphs(article.text);
  return article;
}

// How many paragraphs of the article are typed as furniture, when it comes after some others.
std::size_t typed_after(std::size_t articles, const std::string& paragraph) {
  Recurrence recurrence;
  for (std::size_t i = 0; i < articles; ++i) {
    const Article article = article_with(static_cast<int>(i), paragraph);
    recurrence.note(article, ArticleKey::of_id(article.id));
  }
  Article last = article_with(1000, paragraph);
  recurrence.type(last);
  return last.paragraphs.size() - texts_of(last, ParagraphKind::body).size();
}

TEST(RecurrenceTest, AParagraphInSixArticlesIsFurniture) {
  EXPECT_EQ(typed_after(5, box), 0U);
  EXPECT_EQ(typed_after(6, box), 1U);
}

TEST(RecurrenceTest, ShortOnesCountAtTheEdgesOfAnArticleOnly) {
  EXPECT_EQ(typed_after(9, "Harbour desk\n\nEnd of story"), 2U);
  EXPECT_EQ(typed_after(9, "Yes."), 0U);
  Recurrence recurrence;
  for (int i = 0; i < 9; ++i) {
    Article article =
        make_article(std::to_string(i), "", story(i) + "He said so.\n\n" + story(i + 100));
    article.paragraphs = split_paragraphs(article.text);
    recurrence.note(article, ArticleKey::of_id(article.id));
  }
  EXPECT_THAT(recurrence.known(), IsEmpty());
}

TEST(RecurrenceTest, WhatMakesUpMostOfAnArticleIsACopyAndStays) {
  Recurrence recurrence;
  for (int i = 0; i < 9; ++i) {
    recurrence.note(article_with(7, box), ArticleKey{static_cast<std::uint64_t>(i + 1)});
  }
  Article copy = article_with(7, box);
  recurrence.type(copy);
  EXPECT_EQ(texts_of(copy, ParagraphKind::body).size(), 5U);
}

TEST(RecurrenceTest, OneArticleThatRepeatsItselfProvesNothing) {
  Recurrence recurrence;
  std::string text;
  for (int i = 0; i < 20; ++i) {
    text.append(box).append("\n\n");
  }
  recurrence.note(article_with(1, text), ArticleKey{1});
  EXPECT_THAT(recurrence.known(), IsEmpty());
}

TEST(RecurrenceTest, TheArticlesBeforeItShowedAreOverdueOnce) {
  Recurrence recurrence;
  for (int i = 1; i <= 6; ++i) {
    recurrence.note(article_with(i, box), ArticleKey{static_cast<std::uint64_t>(i)});
  }
  EXPECT_THAT(recurrence.take_overdue(), testing::UnorderedElementsAre(1, 2, 3, 4, 5, 6));
  EXPECT_THAT(recurrence.take_overdue(), IsEmpty());
}

class RecurrenceInAnIndex : public testing::Test {
 protected:
  std::vector<std::string> find(const std::string& query) {
    std::vector<std::string> found;
    for (const Hit& hit : Searcher(folder_ / "index")
                              .search(query, {.limit = 50, .duplicates = Duplicates::show})
                              .hits) {
      found.push_back(to_string(hit.passage));
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  TemporaryPath folder_;
};

TEST_F(RecurrenceInAnIndex, IsTypedInTheArticlesThatCameBeforeToo) {
  std::vector<Article> articles;
  for (int i = 0; i < 8; ++i) {
    articles.push_back(
        make_article("a" + std::to_string(i), "", std::string(box) + "\n\n" + story(i)));
  }
  index_articles(folder_ / "index", articles);
  EXPECT_THAT(find("breakfast"), IsEmpty());
  EXPECT_EQ(find("type:navigation breakfast").size(), 8U);
  // Without the box, the first paragraph of the story is the first.
  EXPECT_THAT(find("\"ship 3\" \"load 0\""), ElementsAre("a3#1"));
  const IndexInfo info = index_info(folder_ / "index");
  EXPECT_EQ(info.passages, 32U);
  EXPECT_EQ(info.furniture, 8U);
  EXPECT_THAT(check_index(folder_ / "index"), IsEmpty());
}

TEST_F(RecurrenceInAnIndex, IsRememberedByUpdates) {
  std::vector<Article> articles;
  for (int i = 0; i < 6; ++i) {
    articles.push_back(
        make_article("a" + std::to_string(i), "", std::string(box) + "\n\n" + story(i)));
  }
  index_articles(folder_ / "index", articles);
  index_articles(folder_ / "index",
                 {make_article("late", "", std::string(box) + "\n\n" + story(99))});
  EXPECT_THAT(find("breakfast"), IsEmpty());
  const IndexReport again = index_articles(folder_ / "index", articles);
  EXPECT_EQ(again.articles_unchanged, 6U) << "what recurs is no change of the article";
}

TEST_F(RecurrenceInAnIndex, IsFoundWhileUpdatingToo) {
  index_articles(folder_ / "index", {make_article("first", "", story(50))});
  std::vector<Article> articles;
  for (int i = 0; i < 8; ++i) {
    articles.push_back(
        make_article("a" + std::to_string(i), "", std::string(box) + "\n\n" + story(i)));
  }
  index_articles(folder_ / "index", articles);
  EXPECT_THAT(find("breakfast"), IsEmpty());
  EXPECT_EQ(index_info(folder_ / "index").passages, 36U);
}

}  // namespace
}  // namespace pilcrow
