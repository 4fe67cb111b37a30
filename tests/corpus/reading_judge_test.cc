// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/reading_judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <vector>

#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

Article judged_page(const std::vector<ExpectedParagraph>& paragraphs) {
  Article article;
  for (const ExpectedParagraph& paragraph : paragraphs) {
    const std::size_t begin = article.text.size();
    article.text += paragraph.text;
    article.paragraphs.push_back({paragraph.kind, {begin, article.text.size()}});
    article.text += "\n\n";
  }
  return article;
}

constexpr ParagraphKind body = ParagraphKind::body;
constexpr ParagraphKind headline = ParagraphKind::headline;
constexpr ParagraphKind caption = ParagraphKind::caption;
constexpr ParagraphKind navigation = ParagraphKind::navigation;
constexpr ParagraphKind related = ParagraphKind::related;

TEST(ParseExpected, ReadsFactsAndParagraphs) {
  const auto articles = parse_expected(
      "title: The Ferry\ndate: 2021-03-14\n\nheadline\tThe Ferry\nbody\tIt  sailed.\n");
  ASSERT_EQ(articles.size(), 1U);
  EXPECT_EQ(articles[0].facts.at("title"), "The Ferry");
  EXPECT_EQ(articles[0].facts.at("date"), "2021-03-14");
  ASSERT_EQ(articles[0].paragraphs.size(), 2U);
  EXPECT_EQ(articles[0].paragraphs[0].kind, headline);
  EXPECT_EQ(articles[0].paragraphs[1].text, "It sailed.");
}

TEST(ParseExpected, ALineOfThreeHyphensBeginsTheNextArticle) {
  const auto articles = parse_expected("title: One\n\nbody\tA.\n---\n\nbody\tB.\n---\n");
  ASSERT_EQ(articles.size(), 3U);
  EXPECT_TRUE(articles[1].facts.empty());
  EXPECT_EQ(articles[1].paragraphs[0].text, "B.");
  EXPECT_TRUE(articles[2].paragraphs.empty());
}

TEST(ParseExpected, NamesTheLineThatIsWrong) {
  const struct {
    const char* text;
    const char* message;
  } rows[] = {{"titel: The Ferry\n", "line 1: expected a fact"},
              {"body\tIt sailed.\n", "line 1: expected a fact"},
              {"title: A\n\nbody\tB.\nIt sailed.\n", "line 4: expected a kind"},
              {"\nfooter\tImprint\n", "line 2: expected a kind"}};
  for (const auto& row : rows) {
    EXPECT_THAT([&] { parse_expected(row.text); },
                ThrowsMessage<std::runtime_error>(HasSubstr(row.message)));
  }
}

TEST(Collapsed, MakesEachRunOfWhiteSpaceOneSpace) {
  EXPECT_EQ(collapsed(" \n The\t\n ferry\xC2\xA0 sailed\xE3\x80\x80"), "The ferry sailed");
  EXPECT_EQ(collapsed("渡轮\xE3\x80\x80起航"), "渡轮 起航");
  EXPECT_EQ(collapsed(" \n"), "");
}

TEST(JudgeArticle, APageThatIsReadAsExpectedIsPerfect) {
  const std::vector<ExpectedParagraph> paragraphs = {
      {headline, "The Ferry"}, {body, "It sailed at dawn."}, {caption, "The pier."}};
  Article article = judged_page(paragraphs);
  article.title = "The Ferry";
  const ReadingScore score = judge_article(article, {{{"title", "The Ferry"}}, paragraphs});
  EXPECT_EQ(score.body.f1(), 1);
  EXPECT_EQ(score.characters.f1(), 1);
  EXPECT_EQ(score.shingles.f1(), 1);
  EXPECT_EQ(score.furniture.right, 2);
  EXPECT_EQ(score.facts.at("title").right, 1);
  EXPECT_THAT(score.differences, ElementsAre());
}

TEST(JudgeArticle, CountsParagraphsAndTheirCharacters) {
  const ReadingScore score =
      judge_article(judged_page({{body, "Жол ұзақ."}, {body, "Share this"}}),
                    {{}, {{body, "Жол ұзақ."}, {body, "It sailed."}, {body, "It sank."}}});
  EXPECT_DOUBLE_EQ(score.body.precision(), 1.0 / 2);
  EXPECT_DOUBLE_EQ(score.body.recall(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.characters.precision(), 9.0 / 19);
  EXPECT_DOUBLE_EQ(score.characters.recall(), 9.0 / 27);
  EXPECT_THAT(score.differences, ElementsAre("not body: Share this", "body missing: It sailed.",
                                             "body missing: It sank."));
}

TEST(JudgeArticle, AParagraphThatIsReadTwiceIsRightOnce) {
  const ReadingScore score = judge_article(
      judged_page({{body, "It sailed."}, {body, "It sailed."}}), {{}, {{body, "It sailed."}}});
  EXPECT_DOUBLE_EQ(score.body.precision(), 0.5);
  EXPECT_DOUBLE_EQ(score.body.recall(), 1);
}

TEST(JudgeArticle, ShinglesDoNotMindWhereParagraphsEnd) {
  const ReadingScore score =
      judge_article(judged_page({{body, "One two three four five six"}}),
                    {{}, {{headline, "One two"}, {body, "three four five six"}}});
  EXPECT_EQ(score.shingles.expected, 3);
  EXPECT_EQ(score.shingles.f1(), 1);
}

TEST(JudgeArticle, ShinglesOfChineseAreCharacters) {
  const ReadingScore score = judge_article(judged_page({{body, "渡轮今天清晨起航"}}),
                                           {{{"language", "zh"}}, {{body, "渡轮今天清晨沉没"}}});
  EXPECT_EQ(score.shingles.expected, 5);
  EXPECT_EQ(score.shingles.common, 3);
}

TEST(JudgeArticle, FurnitureMayBeMergedOrCutInTheRightKind) {
  const ExpectedArticle expected = {
      {}, {{navigation, "Home"}, {navigation, "World"}, {related, "More boats The last pier"}}};
  const ReadingScore score = judge_article(
      judged_page(
          {{navigation, "Home World"}, {related, "More boats"}, {related, "The last pier"}}),
      expected);
  EXPECT_EQ(score.furniture.right, 3);
  EXPECT_EQ(score.furniture.all, 3);
}

TEST(JudgeArticle, MissingFurnitureIsWrongOnlyWhereItIsPartOfTheArticle) {
  const ReadingScore score =
      judge_article({}, {{}, {{navigation, "Home"}, {related, "More"}, {caption, "The pier."}}});
  EXPECT_EQ(score.furniture.right, 0);
  EXPECT_EQ(score.furniture.all, 1);
  EXPECT_THAT(score.differences, ElementsAre("caption is missing: The pier."));
}

TEST(JudgeArticle, AWordOfNavigationIsNotLookedForInSentences) {
  const std::vector<ExpectedParagraph> paragraphs = {{navigation, "Ferry"},
                                                     {body, "The Ferry sailed."}};
  const ReadingScore score =
      judge_article(judged_page({{body, "The Ferry sailed."}}), {{}, paragraphs});
  EXPECT_EQ(score.furniture.all, 0);
}

TEST(JudgeArticle, AHeadingIsNotMistakenForTheListOfContents) {
  const ExpectedArticle expected = {{}, {{navigation, "The pier"}, {headline, "The pier"}}};
  const ReadingScore left_out = judge_article(judged_page({{headline, "The pier"}}), expected);
  EXPECT_EQ(left_out.furniture.right, 1);
  EXPECT_EQ(left_out.furniture.all, 1);
  const ReadingScore mistaken =
      judge_article(judged_page({{related, "The pier"}, {headline, "The pier"}}), expected);
  EXPECT_EQ(mistaken.furniture.right, 1);
  EXPECT_EQ(mistaken.furniture.all, 2);
}

TEST(JudgeArticle, FurnitureOfAnotherKindIsWrong) {
  const ReadingScore score =
      judge_article(judged_page({{body, "The pier."}}), {{}, {{caption, "The pier."}}});
  EXPECT_EQ(score.furniture.right, 0);
  EXPECT_THAT(score.differences, ElementsAre("not body: The pier.", "caption is body: The pier."));
}

TEST(JudgeArticle, FactsCountWhereTheyAreExpected) {
  Article article;
  article.title = "The Ferry";
  article.author = "Dana Whitfield";
  article.date = "2021";
  const ReadingScore score =
      judge_article(article, {{{"title", "The Ferry"}, {"date", "2021-03-14"}}, {}});
  EXPECT_EQ(score.facts.size(), 2U);
  EXPECT_EQ(score.facts.at("title").value(), 1);
  EXPECT_EQ(score.facts.at("date").value(), 0);
  EXPECT_THAT(score.differences, ElementsAre("date is \"2021\", expected \"2021-03-14\""));
}

TEST(JudgeArticles, AnArticleThatOneSideLacksCountsAsEmpty) {
  const Article article = judged_page({{body, "It sailed."}});
  const ExpectedArticle expected = {{}, {{body, "It sailed."}}};
  EXPECT_DOUBLE_EQ(judge_articles({article}, {expected, expected}).body.recall(), 0.5);
  EXPECT_DOUBLE_EQ(judge_articles({article, article}, {expected}).body.precision(), 0.5);
  EXPECT_DOUBLE_EQ(judge_articles({}, {}).body.f1(), 1);
}

TEST(JudgedPages, FindsTheFileOfEachExpectation) {
  const TemporaryPath folder;
  write_file(folder / "b.csv", "text\nIt sank.\n");
  write_file(folder / "b.expected", "\nbody\tIt sank.\n");
  write_file(folder / "a.html", "<p>It sailed.");
  write_file(folder / "a.expected", "\nbody\tIt sailed.\n");
  write_file(folder / "README.md", "No page.");
  const auto pages = judged_pages(folder.path());
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].path, folder / "a.html");
  EXPECT_EQ(pages[1].expected[0].paragraphs[0].text, "It sank.");
}

TEST(JudgedPages, AnExpectationWithoutItsFileIsAnError) {
  const TemporaryPath folder;
  write_file(folder / "a.expected", "\nbody\tIt sailed.\n");
  EXPECT_THAT([&] { judged_pages(folder.path()); },
              ThrowsMessage<std::runtime_error>(HasSubstr("a.expected: there is no file")));
}

}  // namespace
}  // namespace pilcrow
