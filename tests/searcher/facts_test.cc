// SPDX-License-Identifier: GPL-2.0-or-later
// Filters and facets, through the public API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::UnorderedElementsAreArray;

using Filters = std::map<std::string, std::vector<std::string>>;

Article dated(Article article, std::string section, std::string date, std::string desk) {
  article.section = std::move(section);
  article.date = std::move(date);
  article.facets["Desk"] = std::move(desk);
  return article;
}

std::vector<std::string> names_of(const SearchResults& results) {
  std::vector<std::string> names;
  for (const Hit& hit : results.hits) {
    names.push_back(to_string(hit.passage));
  }
  return names;
}

std::string written(const std::vector<FacetCount>& values) {
  std::string text;
  for (const FacetCount& one : values) {
    text += (text.empty() ? "" : ", ") + one.value + ' ' + std::to_string(one.count);
  }
  return text;
}

class FactsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles = {
        dated(make_article("a", "The Harbour", "The harbour waits.\n\nBoats lie in the harbour."),
              "Water", "2021-03-14", "Crossroads Asia"),
        dated(make_article("b", "Boote", "Die Boote liegen im Hafen, dem harbour.", "de"), "wasser",
              "2021-03-21T10:30", "Crossroads Asia"),
        dated(make_article("c", "Trains", "The railway ends at the harbour."), "Trade", "2020",
              "Trade"),
        make_article("d", "No facts", "A harbour without a date.")};
    articles[0].author = "Dana Whitfield and Ana Núñez";
    articles[2].author = "Whitfield, Dana";
    index_articles(folder_ / "index", articles);
    searcher_ = std::make_unique<Searcher>(folder_ / "index");
  }

  std::vector<std::string> find(const SearchOptions& options) {
    return names_of(searcher_->search("harbour", options));
  }

  TemporaryPath folder_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(FactsTest, FiltersAreJoinedByAndTheValuesOfOneByOr) {
  const struct {
    Filters filters;
    std::vector<std::string> found;
  } rows[] = {
      {{}, {"a#1", "a#2", "b#1", "c#1", "d#1"}},
      {{{"section", {"Water"}}}, {"a#1", "a#2"}},
      {{{"section", {"WATER", "Wasser"}}}, {"a#1", "a#2", "b#1"}},
      {{{"section", {"Water", "Trade"}}, {"desk", {"trade"}}}, {"c#1"}},
      {{{"section", {}}}, {}},
      {{{"author", {"ana nunez"}}}, {"a#1", "a#2"}},
      {{{"author", {"Dana Whitfield"}}}, {"a#1", "a#2"}},
      {{{"author", {"Whitfield, Dana"}}}, {"c#1"}},
      {{{"language", {"de"}}}, {"b#1"}},
      {{{"date", {"2021-03"}}}, {"a#1", "a#2", "b#1"}},
      {{{"date", {"2020"}}}, {"c#1"}},
      {{{"date", {"2021-03-21T10"}}}, {"b#1"}},
      {{{"date", {"2021-03-21 10:31"}}}, {}},
      {{{"DESK", {"crossroads asia"}}, {"language", {"en"}}}, {"a#1", "a#2"}},
      {{{"Desk", {"none"}}}, {}},
      {{{"unknown", {"x"}}}, {}},
      {{{"", {""}}}, {}},
      {{{"section", {std::string(5000, 'x')}}}, {}},
      {{{"section", {"\xFF"}}}, {}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(find({.filters = row.filters}), UnorderedElementsAreArray(row.found));
  }
}

TEST_F(FactsTest, SinceAndUntilAreAsExactAsTheyAreWritten) {
  const struct {
    const char* since;
    const char* until;
    std::vector<std::string> found;
  } rows[] = {
      {"2021", "", {"a#1", "a#2", "b#1"}},
      {"", "2021", {"a#1", "a#2", "b#1", "c#1"}},
      {"", "2020", {"c#1"}},
      {"2021-03-15", "2021-03", {"b#1"}},
      {"2021-03-21", "2021-03-21", {"b#1"}},
      {"2021-03-14", "2021-03-20", {"a#1", "a#2"}},
      {"2022", "2021", {}},
      {"2021-03-21T10:30:00+06:00", "", {}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(find({.since = row.since, .until = row.until}),
                UnorderedElementsAreArray(row.found))
        << row.since << ".." << row.until;
  }
}

TEST_F(FactsTest, ADateThatIsNoneIsAnError) {
  for (const char* date : {"March", "21-03-2021", "202", "2021-3", "2021-03-14x", "\xFF"}) {
    const auto expect = [](const SearchOptions& options, Searcher& searcher) {
      expect_error(ErrorCode::invalid_argument, "is not the beginning of a date",
                   [&] { searcher.search("harbour", options); });
    };
    expect({.since = date}, *searcher_);
    expect({.until = date}, *searcher_);
    expect({.filters = {{"date", {date}}}}, *searcher_);
  }
}

TEST_F(FactsTest, FacetsCountAllMatchesInTheUnitOfTheSearch) {
  const std::vector<std::string> names = {"desk", "section",    "author",
                                          "none", "date:month", "date:year"};
  SearchOptions options{.limit = 1, .facets = names};
  const auto passages = searcher_->search("harbour", options).facets;
  EXPECT_EQ(written(passages.at("desk")), "Crossroads Asia 3, Trade 1");
  EXPECT_EQ(written(passages.at("section")), "Water 2, Trade 1, wasser 1");
  EXPECT_EQ(written(passages.at("author")), "Ana Núñez 2, Dana Whitfield 2, Whitfield, Dana 1");
  EXPECT_EQ(written(passages.at("none")), "");
  EXPECT_EQ(written(passages.at("date:month")), "2021-03 3");
  EXPECT_EQ(written(passages.at("date:year")), "2020 1, 2021 3");
  options.unit = Unit::article;
  const auto articles = searcher_->search("harbour", options).facets;
  EXPECT_EQ(written(articles.at("desk")), "Crossroads Asia 2, Trade 1");
  EXPECT_EQ(written(articles.at("date:year")), "2020 1, 2021 2");
}

TEST_F(FactsTest, FacetsAreOfWhatPassesTheFilters) {
  const SearchResults results = searcher_->search(
      "harbour", {.filters = {{"language", {"en"}}}, .since = "2021", .facets = {"section"}});
  EXPECT_EQ(written(results.facets.at("section")), "Water 2");
  EXPECT_EQ(results.matches.lower, 2U);
  EXPECT_TRUE(results.matches.exact());
}

TEST_F(FactsTest, TheMostFrequentValuesAreKept) {
  const SearchResults results =
      searcher_->search("harbour", {.facets = {"section", "date"}, .facet_values_max = 1});
  EXPECT_EQ(written(results.facets.at("section")), "Water 2");
  EXPECT_EQ(written(results.facets.at("date")), "2021-03-14 2");
}

// Passages that say the same make the search look again, for more.
TEST(Facets, AreCountedOnceHoweverOftenASearchLooks) {
  const TemporaryPath folder;
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    articles.push_back(make_article("n" + std::to_string(i), "Title " + std::to_string(i),
                                    "The ferry across the salt lake runs every day but Sunday."));
  }
  index_articles(folder / "index", articles);
  const SearchResults results =
      Searcher(folder / "index").search("ferry", {.facets = {"language"}});
  EXPECT_EQ(written(results.facets.at("language")), "en 300");
  EXPECT_EQ(results.hits.size(), 1U);
}

TEST_F(FactsTest, AnUnknownPartOfADateCantBeCounted) {
  expect_error(ErrorCode::invalid_argument, "use date:year, date:month or date:day",
               [&] { searcher_->search("harbour", {.facets = {"date:week"}}); });
}

// Articles of several sizes, with furniture, some replaced and removed again: what filters and
// facets say must be what the articles say.
class ManyArticles : public testing::Test {
 protected:
  static Article random_article(std::mt19937& random, std::size_t number) {
    std::string text = "salt";
    for (std::size_t left = random() % 5; left > 0; --left) {
      text += "\n\nsalt " + std::to_string(random());
    }
    Article article = make_article("n" + std::to_string(number), "", text);
    article.paragraphs = split_paragraphs(article.text);
    article.paragraphs.back().kind =
        random() % 3 == 0 ? ParagraphKind::caption : ParagraphKind::body;
    article.section = std::string(1, static_cast<char>('a' + random() % 4));
    article.date = "20" + std::to_string(10 + random() % 4);
    return article;
  }

  void SetUp() override {
    std::mt19937 random(7);
    for (std::size_t i = 0; i < 1500; ++i) {
      articles_.push_back(random_article(random, i));
    }
    index_articles(folder_ / "index", articles_);
    std::vector<Article> again;
    for (std::size_t i = 0; i < articles_.size(); i += 3) {
      articles_[i] = random_article(random, i);
      again.push_back(articles_[i]);
    }
    index_articles(folder_ / "index", again);
    Indexer indexer(folder_ / "index");
    for (int i = 0; i < 200; ++i) {
      indexer.remove(articles_.back().id);
      articles_.pop_back();
    }
    indexer.commit();
  }

  // How many passages, or articles, have the section and the year; empty: any.
  std::size_t count(const std::string& section, const std::string& year, Unit unit) const {
    std::size_t number = 0;
    for (const Article& article : articles_) {
      if ((section.empty() || article.section == section) &&
          (year.empty() || article.date == year)) {
        number += unit == Unit::article ? 1 : article.paragraphs.size();
      }
    }
    return number;
  }

  TemporaryPath folder_;
  std::vector<Article> articles_;
};

TEST_F(ManyArticles, FiltersAndFacetsAreExact) {
  Searcher searcher(folder_ / "index");
  for (const Unit unit : {Unit::passage, Unit::article}) {
    for (const std::string section : {"", "a", "b"}) {
      SearchOptions options{.limit = 1, .unit = unit, .kinds = paragraph_kinds("all")};
      options.exact_count_max = SIZE_MAX;
      options.facets = {"date:year", "section"};
      if (!section.empty()) {
        options.filters["section"] = {section};
      }
      const SearchResults results = searcher.search("salt", options);
      EXPECT_EQ(results.matches.lower, count(section, "", unit)) << section;
      ASSERT_EQ(results.facets.at("date:year").size(), 4U);
      for (const FacetCount& one : results.facets.at("date:year")) {
        EXPECT_EQ(one.count, count(section, one.value, unit)) << one.value;
      }
      for (const FacetCount& one : results.facets.at("section")) {
        EXPECT_EQ(one.count, count(one.value, "", unit)) << one.value;
      }
    }
  }
}

}  // namespace
}  // namespace pilcrow
