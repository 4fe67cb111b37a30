// SPDX-License-Identifier: GPL-2.0-or-later
// Furniture and copies, as a search shows them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Article with_kinds(Article article, const std::vector<ParagraphKind>& kinds) {
  article.paragraphs = split_paragraphs(article.text);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    article.paragraphs[i].kind = kinds[i];
  }
  return article;
}

const char* const storm =
    "The storm took the roof off the fish market before anybody in the harbour had woken up, and "
    "by noon the gulls had moved in. Nobody could say where the scales had gone, and for a week "
    "the "
    "herrings were sold by the handful, which suited those who had large hands.";

class FurnitureTest : public testing::Test {
 protected:
  void SetUp() override {
    using enum ParagraphKind;
    index_articles(
        folder_ / "index",
        {with_kinds(make_article("a", "Harbour",
                                 "Ferries wait.\n\nA ferry in the fog, seen from the lighthouse."
                                 "\n\nPhoto: Lighthouse archive\n\nNobody waits for them."),
                    {body, caption, credit, body}),
         make_article("b", "Storm", storm),
         make_article("c", "Storm takes market", std::string(storm) + " Reporting by the desk."),
         make_article("d", "Weather", std::string("Rain.\n\n") + storm)});
  }

  std::vector<std::string> find(std::string_view query, const SearchOptions& options = {}) {
    std::vector<std::string> found;
    for (const Hit& hit : Searcher(folder_ / "index").search(query, options).hits) {
      found.push_back(to_string(hit.passage));
    }
    return found;
  }

  TemporaryPath folder_;
};

TEST_F(FurnitureTest, IsFoundOnlyWhenItIsAskedFor) {
  EXPECT_THAT(find("lighthouse"), IsEmpty());
  EXPECT_THAT(find("lighthouse type:caption"), ElementsAre("a#f1"));
  EXPECT_THAT(find("type:caption type:credit lighthouse"), UnorderedElementsAre("a#f1", "a#f2"));
  EXPECT_THAT(find("lighthouse", {.kinds = paragraph_kinds("all")}),
              UnorderedElementsAre("a#f1", "a#f2"));
  EXPECT_THAT(find("ferry", {.kinds = paragraph_kinds("all")}),
              UnorderedElementsAre("a#1", "a#f1"));
  EXPECT_THAT(find("ferry", {.kinds = {ParagraphKind::body, ParagraphKind::credit}}),
              ElementsAre("a#1"));
}

TEST_F(FurnitureTest, AWholeArticleIsInTheOrderOfThePage) {
  Searcher searcher(folder_ / "index");
  std::vector<std::string> read;
  for (const PassageText& text : searcher.paragraphs("a")) {
    read.push_back(std::string(to_string(text.kind)) + ' ' + std::to_string(text.paragraph) + ' ' +
                   text.text.substr(0, 8));
  }
  EXPECT_THAT(read, ElementsAre("body 1 Ferries ", "caption 1 A ferry ", "credit 2 Photo: L",
                                "body 2 Nobody w"));
  EXPECT_THAT(searcher.paragraphs("nonsense"), IsEmpty());
}

TEST_F(FurnitureTest, ATypeAloneListsAllOfIt) {
  EXPECT_THAT(find("type:furniture"), UnorderedElementsAre("a#f1", "a#f2"));
  EXPECT_THAT(find("type:furniture -fog"), ElementsAre("a#f2"));
}

TEST_F(FurnitureTest, PhrasesAndPrefixesWorkInItToo) {
  EXPECT_THAT(find("type:caption \"in the fog\""), ElementsAre("a#f1"));
  EXPECT_THAT(find("type:caption \"the fog in\""), IsEmpty());
  EXPECT_THAT(find("type:credit archi*"), ElementsAre("a#f2"));
}

TEST_F(FurnitureTest, AnUnknownTypeIsExplainedAndSearchedAsWords) {
  const SearchResults results = Searcher(folder_ / "index").search("type:captain ferry");
  EXPECT_THAT(results.notes,
              Contains(Field(&QueryNote::text, HasSubstr("type:captain is no type of passage"))));
  EXPECT_EQ(results.hits.size(), 1U);
}

TEST_F(FurnitureTest, ItsContextIsTheBodyAroundIt) {
  Searcher searcher(folder_ / "index");
  const Hit hit = searcher.search("type:caption fog", {.context = 1}).hits.at(0);
  EXPECT_EQ(hit.kind, ParagraphKind::caption);
  EXPECT_EQ(hit.article.furniture, 2U);
  EXPECT_EQ(hit.article.paragraphs, 2U);
  ASSERT_EQ(hit.before.size(), 1U);
  EXPECT_EQ(hit.before[0].text, "Ferries wait.");
  ASSERT_EQ(hit.after.size(), 1U);
  EXPECT_EQ(hit.after[0].text, "Nobody waits for them.");
  EXPECT_EQ(searcher.text({"a", 2, true})->text, "Photo: Lighthouse archive");
  EXPECT_EQ(searcher.text({"a", 3, true}), std::nullopt);
  EXPECT_EQ(searcher.context({"a", 1, true}, 1, 0).size(), 2U);
}

TEST_F(FurnitureTest, CopiesAreNamedByTheBestOfThem) {
  Searcher searcher(folder_ / "index");
  const SearchResults results = searcher.search("fish market");
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.matches.lower, 3U);
  std::vector<std::string> all = {to_string(results.hits[0].passage)};
  for (const DuplicatePassage& duplicate : results.hits[0].duplicates) {
    all.push_back(to_string(duplicate.passage));
  }
  EXPECT_THAT(all, UnorderedElementsAre("b#1", "c#1", "d#2"));
}

TEST_F(FurnitureTest, CopiesAreShownOrHiddenOnRequest) {
  EXPECT_THAT(find("fish market", {.duplicates = Duplicates::show}),
              UnorderedElementsAre("b#1", "c#1", "d#2"));
  const SearchResults hidden =
      Searcher(folder_ / "index").search("fish market", {.duplicates = Duplicates::hide});
  ASSERT_EQ(hidden.hits.size(), 1U);
  EXPECT_THAT(hidden.hits[0].duplicates, IsEmpty());
}

TEST_F(FurnitureTest, PagesOfCollapsedHitsFollowEachOther) {
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {  // Twenty texts of different length, three copies of each.
    std::string text = "market";
    for (int word = 0; word < 10 + i % 20; ++word) {
      text += " w" + std::to_string(i % 20) + "x" + std::to_string(word);
    }
    articles.push_back(make_article(std::to_string(i), "", text));
  }
  index_articles(folder_ / "many", articles);
  Searcher searcher(folder_ / "many");
  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset < 25; offset += 5) {
    for (const Hit& hit : searcher.search("market", {.offset = offset, .limit = 5}).hits) {
      paged.push_back(to_string(hit.passage));
      EXPECT_EQ(hit.duplicates.size(), 2U);
    }
  }
  std::vector<std::string> whole;
  for (const Hit& hit : searcher.search("market", {.limit = 100}).hits) {
    whole.push_back(to_string(hit.passage));
  }
  EXPECT_EQ(whole.size(), 20U);
  EXPECT_EQ(paged, whole);
}

TEST_F(FurnitureTest, AnArticleThatIsACopyNamesItsOriginal) {
  Searcher searcher(folder_ / "index");
  EXPECT_EQ(searcher.article("b")->duplicate_of, "");
  EXPECT_EQ(searcher.article("c")->duplicate_of, "b");
}

TEST(PassageIdTest, ComesBackFromItsSpelling) {
  for (const PassageId& id : {PassageId{"a/b#c.html", 3}, PassageId{"a", 12, true}}) {
    EXPECT_EQ(parse_passage_id(to_string(id)), id);
  }
  for (const char* bad : {"a", "a#", "a#x", "a#f", "#", "a#1x"}) {
    expect_error(ErrorCode::invalid_argument, "is not ARTICLE#PARAGRAPH",
                 [&] { parse_passage_id(bad); });
  }
}

}  // namespace
}  // namespace pilcrow
