// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/schema.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(ArticleKey, FitsEveryPlaceHoweverLongTheId) {
  const ArticleKey key = ArticleKey::of_id(std::string(100'000, 'x'));
  EXPECT_EQ(key.term().size(), 9U);
  EXPECT_EQ(key.term().front(), article_prefix);
  EXPECT_EQ(key.value().size(), 8U);
  EXPECT_EQ(key.metadata_key(), "a:" + key.term().substr(1));
}

TEST(ArticleKey, ComesBackFromItsValue) {
  const ArticleKey key = ArticleKey::of_id("reuters:1");
  EXPECT_EQ(ArticleKey::of_value(key.value()), key);
}

TEST(IndexStatistics, WhatIsAddedAndSubtractedAgainLeavesNoTrace) {
  IndexStatistics statistics{
      .articles = 3, .duplicates = 1, .passages = 20, .passage_terms = 500, .furniture = 9};
  statistics.languages = {{"kk", 2}, {"", 1}};
  statistics.passage_languages = {{"kk", 15}, {"ru", 5}};
  const IndexStatistics before = decode_statistics(encode(statistics));
  IndexStatistics article{.articles = 1, .passages = 4, .passage_terms = 100, .furniture = 2};
  article.languages = {{"ug", 1}};
  article.passage_languages = {{"ug", 3}, {"ru", 1}};
  statistics += article;
  EXPECT_EQ(statistics.passages, 24U);
  EXPECT_EQ(statistics.passage_languages.at("ru"), 6U);
  statistics -= article;
  EXPECT_EQ(encode(statistics), encode(before));
  EXPECT_EQ(statistics.passage_terms_mean(), 25);
}

TEST(Schema, ArticleRecordComesBackWhole) {
  ArticleRecord record;
  record.id = "id";
  record.title = "title";
  record.section = "section";
  record.author = "author";
  record.date = "2018-09-10";
  record.language = "kk";
  record.url = "https://example.org/1";
  record.facets = {{"desk", "asia"}, {"pages", "3"}};
  record.source_path = "/a/b.jsonl";
  record.source_member = "news/a.html";
  record.source_record = {100, 250};
  record.source_encoding = SourceEncoding::html_in_xml;
  record.source_charset = "windows-1251";
  record.id_is_path = true;
  record.paragraphs = 18;
  record.furniture = 5;
  record.signature = 0xfedcba9876543210U;
  record.duplicate_of = 0xffffffffffffffffU;
  const ArticleRecord back = decode_article(encode(record));
  EXPECT_EQ(back.id, record.id);
  EXPECT_EQ(back.title, record.title);
  EXPECT_EQ(back.section, record.section);
  EXPECT_EQ(back.author, record.author);
  EXPECT_EQ(back.date, record.date);
  EXPECT_EQ(back.language, record.language);
  EXPECT_EQ(back.url, record.url);
  EXPECT_EQ(back.facets, record.facets);
  EXPECT_EQ(back.source_path, record.source_path);
  EXPECT_EQ(back.source_member, record.source_member);
  EXPECT_EQ(back.source_record, record.source_record);
  EXPECT_EQ(back.source_charset, record.source_charset);
  EXPECT_EQ(back.source_encoding, record.source_encoding);
  EXPECT_EQ(back.id_is_path, record.id_is_path);
  EXPECT_EQ(back.paragraphs, record.paragraphs);
  EXPECT_EQ(back.furniture, record.furniture);
  EXPECT_EQ(back.signature, record.signature);
  EXPECT_EQ(back.duplicate_of, record.duplicate_of);
}

TEST(Schema, PassageRecordComesBackWhole) {
  for (const char* language : {"", "aa", "en", "zz", "kaa", "EN", "zh-Hant"}) {
    const PassageRecord record{ParagraphKind::caption, 7, 3, language, {10, 30}, "In a court"};
    const PassageRecord back = decode_passage(encode(record));
    EXPECT_EQ(back.kind, record.kind);
    EXPECT_EQ(back.paragraph, record.paragraph);
    EXPECT_EQ(back.body_before, record.body_before);
    EXPECT_EQ(back.language, record.language);
    EXPECT_EQ(back.source, record.source);
    EXPECT_EQ(back.text, record.text);
  }
}

TEST(Schema, RecurringParagraphsComeBack) {
  const std::vector<std::uint64_t> hashes = {3, 0xffffffffffffffffU};
  EXPECT_EQ(decode_recurring(encode_recurring(hashes)), hashes);
}

TEST(Schema, TermsOfOurOwnBeginWithACapitalLetter) {
  for (const std::string& term :
       {ArticleKey{1}.term(), duplicate_term(2), furniture_term("sea"),
        kind_term(ParagraphKind::credit), fact_term("section", "water")}) {
    EXPECT_TRUE(is_prefix(term[0])) << term;
  }
  EXPECT_EQ(furniture_term("sea"), "Fsea");
  EXPECT_EQ(kind_term(ParagraphKind::credit), "Kcredit");
}

TEST(Schema, TermsOfFactsFitIntoAKeyAndTellNamesFromValues) {
  EXPECT_EQ(fact_term("section", "water"), "Xsection:water");
  EXPECT_NE(fact_term("a:b", "c"), fact_term("a", "b:c"));
  const std::string nuls(300, '\0');
  EXPECT_LE(2 * fact_term(nuls, nuls + "a").size(), 240U);
  EXPECT_NE(fact_term(nuls, nuls + "a"), fact_term(nuls, nuls + "b"));
}

TEST(Schema, ValuesOfDatesSortAsDatesDo) {
  const char* dates[] = {"",           "0987",       "2019-12-31",          "2021",
                         "2021-03",    "2021-03-14", "2021-03-14T08",       "2021-03-14 08:30",
                         "2021-03-15", "2021-11",    "2021-11-01T23:59:59", "9999"};
  for (std::size_t i = 1; i < std::size(dates); ++i) {
    EXPECT_LT(date_value(dates[i - 1]), date_value(dates[i])) << dates[i];
  }
  EXPECT_EQ(date_value("2021-03-14T08:30:00+06:00"), std::string("\x07\xE5\x03\x0E\x08\x1E\0", 7));
  EXPECT_TRUE(date_value("2021-03-14").starts_with(date_value("2021-03")));
  for (const char* other : {"March 2021", "14-MAR-2021", "21", "202", "-2021", "+202", " 2021"}) {
    EXPECT_EQ(date_value(other), "") << other;
  }
  EXPECT_EQ(date_value("2021-3-1"), date_value("2021"));
}

TEST(Schema, PlacesComeBackAndTheFirstTakesNoRoom) {
  EXPECT_EQ(place_value(0), "");
  for (const std::uint32_t place : {0U, 1U, 255U, 256U, 0xFFFFFFFFU}) {
    EXPECT_EQ(place_of_value(place_value(place)), place);
  }
}

TEST(Schema, SourceRecordComesBackWhole) {
  const SourceRecord record{"/a/b.jsonl", 18'038'449, -1, 5, 6, 19'043};
  const SourceRecord back = decode_source(encode(record));
  EXPECT_EQ(back.path, record.path);
  EXPECT_EQ(back.size_bytes, record.size_bytes);
  EXPECT_EQ(back.modified_ns, record.modified_ns);
  EXPECT_EQ(back.content_hash, record.content_hash);
  EXPECT_EQ(back.options_hash, record.options_hash);
  EXPECT_EQ(back.articles, record.articles);
}

}  // namespace
}  // namespace pilcrow
