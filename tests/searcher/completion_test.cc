// SPDX-License-Identifier: GPL-2.0-or-later
// Suggestions while typing, and passages similar to a text, through the public API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CompletionTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles = {
        make_article("a", "Glacier diary",
                     "The glacier shrinks.\n\nGlaciers give water to the city.\n\nThe glaciers and "
                     "the glacial lake are watched from a glass hut."),
        make_article("b", "The Café by the Glacier", "Coffee and cake with a view of the ice."),
        make_article("c", "Über Köln", "Der Gletscher liegt nicht bei Köln.", "de")};
    articles[0].author = "Glenda Núñez";
    articles[1].section = "Global Kitchen";
    index_articles(folder_ / "index", articles);
  }

  std::vector<std::string> suggest(const std::string& typed, std::size_t limit = 3) {
    std::vector<std::string> texts;
    for (const Suggestion& one : Searcher(folder_ / "index").suggest(typed, limit)) {
      texts.push_back(one.text);
    }
    return texts;
  }

  TemporaryPath folder_;
};

TEST_F(CompletionTest, WordsComeMostFrequentFirstThenNamesThenTitles) {
  const auto suggestions = Searcher(folder_ / "index").suggest("gl", 3);
  ASSERT_GE(suggestions.size(), 4U);
  EXPECT_EQ(suggestions[0].text, "glaciers") << "the usual form";
  EXPECT_EQ(suggestions[0].kind, SuggestionKind::word);
  EXPECT_EQ(suggestions[0].count, 4U);
  EXPECT_THAT(suggest("gl"),
              ElementsAre("glaciers", "glacial", "glass", "Glenda Núñez", "Global Kitchen",
                          "Glacier diary", "The Café by the Glacier"));
}

TEST_F(CompletionTest, PhrasesAreWhatOftenFollowsAWord) {
  std::vector<Article> articles;
  for (int i = 0; i < 4; ++i) {
    std::string text = "A salt harvest begins.";
    text.append(i < 3 ? " The salt of the sea is grey." : "").append(i == 0 ? " Salt dries." : "");
    articles.push_back(make_article(std::to_string(i), "", text));
  }
  index_articles(folder_ / "salt", articles);
  const auto suggestions = Searcher(folder_ / "salt").suggest("Sal", 3);
  ASSERT_EQ(suggestions.size(), 3U);
  EXPECT_EQ(suggestions[0].text, "salt");
  EXPECT_EQ(suggestions[1].text, "salt harvest");
  EXPECT_EQ(suggestions[1].kind, SuggestionKind::phrase);
  EXPECT_EQ(suggestions[1].count, 4U);
  EXPECT_EQ(suggestions[2].text, "salt of the sea");
  EXPECT_EQ(suggestions[2].count, 3U);
}

TEST_F(CompletionTest, CaseAndDiacriticsAreFolded) {
  EXPECT_THAT(suggest("GLENDA nun"), ElementsAre("Glenda Núñez"));
  EXPECT_THAT(suggest("KOL"), ElementsAre("koln", "Über Köln"));
  EXPECT_THAT(suggest("cafe"), ElementsAre("cafe", "The Café by the Glacier"));
}

TEST_F(CompletionTest, WordsInFrontAreContext) {
  EXPECT_THAT(suggest("city gl"), ElementsAre("city glaciers"));
  EXPECT_THAT(suggest("the glacier d"), ElementsAre("the glacier diary", "Glacier diary"));
  EXPECT_THAT(suggest("köln gl"), ElementsAre("köln gletscher"));
  EXPECT_THAT(suggest("nowhere gl"), IsEmpty());
}

TEST_F(CompletionTest, NothingComesOfNothing) {
  for (const std::string& typed :
       {std::string(), std::string("  "), std::string("?!"), std::string("\xFF\xFE"),
        std::string("zzz"), std::string(5000, 'x')}) {
    EXPECT_THAT(suggest(typed), IsEmpty());
  }
  EXPECT_THAT(suggest("gl", 0), IsEmpty());
  expect_error(ErrorCode::invalid_argument, "the length of what was typed",
               [&] { suggest(std::string(1 << 20, 'x')); });
}

TEST_F(CompletionTest, ATextFindsPassagesThatShareItsTellingWords) {
  Searcher searcher(folder_ / "index");
  const SearchResults results =
      searcher.similar_to_text("Who gives the water to a city? It is the ice of glaciers.");
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits[0].passage, (PassageId{"a", 2}));
  EXPECT_FALSE(results.hits[0].snippet.highlights.empty());
  for (const std::string& text :
       {std::string(), std::string("zzz"), std::string("\xFF"), std::string("the of and")}) {
    EXPECT_THAT(searcher.similar_to_text(text).hits, IsEmpty()) << text;
  }
  const std::string long_text(2 << 20, 'x');
  EXPECT_THAT(searcher.similar_to_text(long_text).hits, IsEmpty());
}

}  // namespace
}  // namespace pilcrow
