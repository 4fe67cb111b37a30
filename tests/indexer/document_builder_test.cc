// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cmath>
#include <map>

#include "indexer/stored_article.h"
#include "store/article_facts.h"
#include "store/stored_count.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::vector<Xapian::Document> build(const Article& article) {
  DocumentBuilder builder;
  std::vector<Xapian::Document> documents;
  builder.build(
      Intake().take(article, 0), article.language, true,
      [&](const sealed::DocumentView& document) { documents.push_back(to_xapian(document)); });
  return documents;
}

// Content terms with their counts, which are rounded in what is stored.
std::map<std::string, double> terms_of(const Xapian::Document& document) {
  const CountScale scale(decode_forward_index(document.get_value(forward_slot)).length);
  std::map<std::string, double> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (!is_prefix((*term)[0])) {
      terms[*term] = std::round(scale.count_of(term.get_wdf()));
    }
  }
  return terms;
}

TEST(DocumentBuilder, CountsTitleWordsTwiceAndStopWordsNotAtAll) {
  const auto documents =
      build(make_article("a", "Running water", "The water runs and runs to another land."));
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_THAT(terms_of(documents[0]),
              ElementsAre(Pair("and", 0), Pair("anoth", 1), Pair("land", 1), Pair("run", 4),
                          Pair("the", 0), Pair("to", 0), Pair("water", 3)));
  EXPECT_EQ(decode_forward_index(documents[0].get_value(forward_slot)).length, 9U);
}

TEST(DocumentBuilder, MakesADocumentForEachParagraphTheBodyFirst) {
  Article article = make_article("a", "Sea", "One.\n\nCredit: X\n\nTwo.");
  article.paragraphs = split_paragraphs(article.text);
  article.paragraphs[1].kind = ParagraphKind::credit;
  const auto documents = build(article);
  ASSERT_EQ(documents.size(), 3U);
  const PassageRecord second = decode_passage(documents[1].get_data());
  EXPECT_EQ(second.text, "Two.");
  EXPECT_EQ(second.paragraph, 2U);
  EXPECT_EQ(documents[1].get_value(article_slot), ArticleKey::of_id("a").value());
  EXPECT_EQ(second.source, (Span{17, 21}));
  const ForwardIndex forward = decode_forward_index(documents[1].get_value(forward_slot));
  EXPECT_THAT(forward.title, ElementsAre(word_hash("sea")));
  EXPECT_THAT(forward.body, ElementsAre(word_hash("two")));

  const PassageRecord furniture = decode_passage(documents[2].get_data());
  EXPECT_EQ(furniture.kind, ParagraphKind::credit);
  EXPECT_EQ(furniture.paragraph, 1U);
  EXPECT_EQ(furniture.body_before, 1U);
  std::vector<std::string> terms(documents[2].termlist_begin(), documents[2].termlist_end());
  EXPECT_THAT(terms, ElementsAre(ArticleKey::of_id("a").term(), "Fcredit", "Fx", "Kcredit"));
}

TEST(DocumentBuilder, TheFirstPassageHasTheFactsOfItsArticle) {
  Article article = make_article("a", "Salt Sea", "One.\n\nCredit: X");
  article.paragraphs = split_paragraphs(article.text);
  article.paragraphs[1].kind = ParagraphKind::credit;
  article.section = "Crossroads Asia";
  article.author = "Dana Whitfield, Li Wei and Ana Núñez";
  article.date = "2021-03-14T08:30";
  article.facets = {{"Desk", "Water"}, {"section", "shadowed"}, {"empty", ""}};
  const auto documents = build(article);
  ASSERT_EQ(documents.size(), 2U);
  std::vector<std::string> terms;
  for (auto term = documents[0].termlist_begin(); term != documents[0].termlist_end(); ++term) {
    if ((*term)[0] == fact_prefix) {
      EXPECT_EQ(term.get_wdf(), 0U) << "facts rank nothing";
      terms.push_back(*term);
    }
  }
  EXPECT_THAT(terms, ElementsAre("Xauthor:ananunez", "Xauthor:danawhitfield", "Xauthor:liwei",
                                 "Xdate:2021", "Xdate:2021-03", "Xdate:2021-03-14", "Xdesk:water",
                                 "Xlanguage:en", "Xsection:crossroadsasia"));
  for (std::size_t i = 0; i < documents.size(); ++i) {
    EXPECT_EQ(documents[i].get_value(date_slot), date_value("2021-03-14T08:30"));
    EXPECT_EQ(place_of_value(documents[i].get_value(place_slot)), i);
  }
}

TEST(ArticleFacts, AuthorsAreSplitWhereTheirNamesAreWhole) {
  EXPECT_THAT(split_authors("Whitfield, Dana"), ElementsAre("Whitfield, Dana"));
  EXPECT_THAT(split_authors("Whitfield, Dana; Li, Wei;"),
              ElementsAre("Whitfield, Dana", "Li, Wei"));
  EXPECT_THAT(split_authors("Dana Whitfield & Li Wei"), ElementsAre("Dana Whitfield", "Li Wei"));
  EXPECT_THAT(split_authors("Alexander Sand"), ElementsAre("Alexander Sand"));
  EXPECT_THAT(split_authors(" ; "), ElementsAre());
  EXPECT_THAT(split_authors(""), ElementsAre());
}

TEST(DocumentBuilder, AnArticleWithoutBodyIsFoundByItsHeadline) {
  const auto documents = build(make_article("a", "Only a headline", ""));
  ASSERT_EQ(documents.size(), 1U);
  const PassageRecord record = decode_passage(documents[0].get_data());
  EXPECT_EQ(record.paragraph, 0U);
  EXPECT_EQ(record.text, "Only a headline");
  EXPECT_EQ(terms_of(documents[0]).at("headlin"), 2);
}

TEST(WordList, HandsOutEachPairOnce) {
  WordList words;
  words.note("running", "run");
  words.note("running", "run");
  words.note("running", "running");
  words.note("sea", "sea");
  const auto taken = words.take();
  EXPECT_EQ(taken.at("running"), "run running");
  EXPECT_EQ(taken.at("sea"), "sea");
  words.note("sea", "sea");
  EXPECT_TRUE(words.take().empty());
}

TEST(ArticleLanguage, AnOrderComesBeforeADeclarationBeforeAGuess) {
  const std::string text =
      "Die Kräne von Aralsk stehen im Sand, und zwischen den Stützen weiden seit Jahren Kamele.";
  EXPECT_EQ(article_language(make_article("a", "", text, "fr"), "kk"), "kk");
  EXPECT_EQ(article_language(make_article("a", "", text, "fr"), ""), "de") << "not plausible";
  EXPECT_EQ(article_language(make_article("a", "", "Port de Calais", "fr"), ""), "fr");
  EXPECT_EQ(article_language(make_article("a", "", text, ""), ""), "de");
  EXPECT_EQ(article_language(make_article("a", "", "", ""), ""), "");
}

TEST(CommonLanguage, IsThatOfMoreThanHalf) {
  using Counts = std::map<std::string, std::uint64_t>;
  EXPECT_EQ(common_language(Counts{{"", 4}, {"en", 5}}), "en");
  EXPECT_EQ(common_language(Counts{{"de", 1}, {"en", 1}}), "");
  EXPECT_EQ(common_language(Counts{{"", 3}, {"en", 1}}), "");
  EXPECT_EQ(common_language(Counts{}), "");
}

TEST(ArticleSignature, DependsOnContentAndNotOnThePlaceInTheFile) {
  Article article = make_article("a", "Sea", "One.");
  article.paragraphs = {{ParagraphKind::body, {0, 4}, {10, 14}}};
  article.source_record = {5, 20};
  const std::uint64_t signature = article_signature(article, "");

  Article moved = article;
  moved.source_record = {105, 120};
  moved.paragraphs[0].source = {110, 114};
  EXPECT_EQ(article_signature(moved, ""), signature);

  Article retitled = article;
  retitled.title = "Lake";
  EXPECT_NE(article_signature(retitled, ""), signature);
  Article retyped = article;
  retyped.paragraphs[0].kind = ParagraphKind::caption;
  EXPECT_NE(article_signature(retyped, ""), signature);
  EXPECT_NE(article_signature(article, "de"), signature);
}

TEST(RequireValid, NamesWhatIsWrong) {
  expect_error(ErrorCode::invalid_argument, "it has no id",
               [] { require_valid(make_article("", "t", "x")); });
  expect_error(ErrorCode::invalid_argument, "put article \"a\": its text is not valid UTF-8",
               [] { require_valid(make_article("a", "t", "\xFF")); });
  expect_error(ErrorCode::invalid_argument, "span lies outside its text", [] {
    Article article = make_article("a", "t", "x");
    article.paragraphs = {{ParagraphKind::body, {0, 2}, {0, 2}}};
    require_valid(article);
  });
}

}  // namespace
}  // namespace pilcrow
