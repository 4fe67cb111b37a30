// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

ReadResult read_wiki(const std::string& xml, const ReadOptions& options = {}) {
  ReadResult result = read_memory(make_mediawiki_reader, xml, options, {.path = "x.xml"});
  expect_sources(result, xml);
  return result;
}

constexpr const char* site_of_kazakh =
    "<siteinfo><sitename>Дала</sitename><dbname>kkwiki</dbname>"
    "<base>https://kk.example.org/wiki/Main_Page</base><namespaces><namespace key=\"0\"/>"
    "</namespaces></siteinfo>";

std::string dump(const std::string& pages, const std::string& site = site_of_kazakh,
                 const std::string& attributes = " version=\"0.11\" xml:lang=\"kk\"") {
  return "<mediawiki" + attributes + ">\n  " + site + "\n" + pages + "</mediawiki>\n";
}

std::string revision(const std::string& text, const std::string& date = "2026-11-24T10:00:00Z") {
  return "    <revision>\n      <id>900</id>\n      <timestamp>" + date +
         "</timestamp>\n      <contributor><username>Ann</username><id>5</id></contributor>\n"
         "      <model>wikitext</model>\n      <text bytes=\"1\" xml:space=\"preserve\">" +
         text + "</text>\n    </revision>\n";
}

std::string dump_page(const std::string& title, const std::string& revisions,
                      const std::string& more = "<ns>0</ns><id>12</id>") {
  return "  <page>\n    <title>" + title + "</title>" + more + "\n" + revisions + "  </page>\n";
}

TEST(MediawikiReaderTest, APageIsAnArticle) {
  const std::string xml = dump(dump_page(
      "Арал теңізі",
      revision(
          "{{Көл\n| аты = Арал\n}}\n[[Сурет:Арал.jpg|thumb|Теңіз &amp;amp; [[кеме]]лер]]\n"
          "'''Арал теңізі''' — [[көл|тұзды көл]].&lt;ref&gt;Кітап.&lt;/ref&gt; Ол 5&amp;nbsp;м "
          "көтерілді.\r\n\r\n== Тарихы ==\n* Бірінші &lt;br /&gt; сөз\n[[Санат:Көлдер]]\n"
          "[[Санат:Арал]]\n== Сілтемелер ==\n* [http://example.org Карта]")));
  const ReadResult result = read_wiki(xml);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.problems, IsEmpty());
  const Article& article = result.articles[0];
  EXPECT_EQ(article.id, "kkwiki:12");
  EXPECT_FALSE(article.id_is_path);
  EXPECT_EQ(article.title, "Арал теңізі");
  EXPECT_EQ(article.date, "2026-11-24T10:00:00Z");
  EXPECT_EQ(article.author, "");
  EXPECT_EQ(article.language, "kk");
  EXPECT_EQ(article.url,
            "https://kk.example.org/wiki/%D0%90%D1%80%D0%B0%D0%BB_%D1%82%D0%B5%D2%A3%D1%96%D0%B7"
            "%D1%96");
  EXPECT_EQ(article.facets.at("categories"), "Көлдер; Арал");
  EXPECT_EQ(article.facets.at("site"), "Дала");
  EXPECT_EQ(article.source_encoding, SourceEncoding::wikitext);
  EXPECT_THAT(xml.substr(article.source_record.begin), StartsWith("<revision>"));
  EXPECT_THAT(texts_of(article, ParagraphKind::caption), ElementsAre("Теңіз & кемелер"));
  EXPECT_THAT(texts_of(article, ParagraphKind::body),
              ElementsAre("Арал теңізі — тұзды көл. Ол 5 м көтерілді.", "Бірінші сөз"));
  EXPECT_THAT(texts_of(article, ParagraphKind::headline), ElementsAre("Тарихы", "Сілтемелер"));
  EXPECT_THAT(texts_of(article, ParagraphKind::related), ElementsAre("Карта"));
}

TEST(MediawikiReaderTest, OnlyArticlesOfTheWikiAreRead) {
  const ReadResult result = read_wiki(
      dump(dump_page("Talk:Sea", revision("Talk."), "<ns>1</ns><id>1</id>") +
           dump_page("Lake", revision("#REDIRECT [[Sea]]"), "<ns>0</ns><id>2</id>") +
           dump_page("Meer", revision("Gone."), "<ns>0</ns><id>3</id><redirect title=\"See\" />") +
           dump_page("Old", revision("Es taute."), "<id>4</id>") +
           dump_page("Sea", revision("It rained."), "<ns>0</ns><id>5</id>")));
  ASSERT_EQ(result.articles.size(), 2U);
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_EQ(result.articles[0].id, "kkwiki:4");
  EXPECT_EQ(result.articles[1].id, "kkwiki:5");
}

TEST(MediawikiReaderTest, TheNewestRevisionCounts) {
  const std::string xml = dump(dump_page("海", revision("旧。", "2020-01-01T00:00:00Z") +
                                                   revision("新。", "2022-01-01T00:00:00Z") +
                                                   revision("中。", "2021-01-01T00:00:00Z")));
  const ReadResult result = read_wiki(xml);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "新。");
  EXPECT_EQ(result.articles[0].date, "2022-01-01T00:00:00Z");
}

TEST(MediawikiReaderTest, TheSiteTellsIdsAndLanguages) {
  const struct {
    const char* site;
    const char* attributes;
    const char* id;
    const char* language;
    const char* url;
  } rows[] = {
      {"", "", "x.xml:12", "", ""},
      {"<siteinfo><dbname>dewiki</dbname></siteinfo>", "", "dewiki:12", "de", ""},
      {"<siteinfo><dbname>commons</dbname></siteinfo>", "", "commons:12", "", ""},
      {"<siteinfo><base>http://w.example.org/wiki/A</base></siteinfo>", " xml:lang='ru'",
       "w.example.org:12", "ru", "http://w.example.org/wiki/A_B"},
  };
  for (const auto& row : rows) {
    const ReadResult result =
        read_wiki(dump(dump_page("A B", revision("Text.")), row.site, row.attributes));
    ASSERT_EQ(result.articles.size(), 1U) << row.id;
    EXPECT_EQ(result.articles[0].id, row.id);
    EXPECT_EQ(result.articles[0].id_is_path, std::string(row.id) == "x.xml:12");
    EXPECT_EQ(result.articles[0].language, row.language);
    EXPECT_EQ(result.articles[0].url, row.url);
  }
}

TEST(MediawikiReaderTest, WhatIsBrokenSaysSo) {
  const struct {
    std::string pages;
    std::size_t articles;
    const char* reason;
  } rows[] = {
      {dump_page("A", revision("")) + dump_page("B", revision("Text.")), 1,
       "it has no text; left out"},
      {dump_page("A", revision("{{a}}")), 0, "it has no text; left out"},
      {dump_page("A", revision(std::string(5000, 'x'))) + dump_page("B", revision("Text.")), 1,
       "it has more than 1000 bytes"},
      {dump_page(
           "A",
           revision("Теңіз қайтып келеді, балықшылар қайықтарын суға түсірді, ал ауылда той болды, "
                    "және көктемде көл бұрынғыдан кең болып шықты. \xFF")),
       1, "parts replaced by U+FFFD: 1"},
      {"<page><title>A</title>" + dump_page("B", revision("Text.")), 1, "it has no end tag"},
      {"<page><title>A</title>", 0, "the file ends within it"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read_wiki(dump(row.pages), {.article_bytes_max = 1000});
    EXPECT_EQ(result.articles.size(), row.articles) << row.reason;
    ASSERT_EQ(result.problems.size(), 1U) << row.reason;
    EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
    EXPECT_THAT(result.problems[0].where, HasSubstr("page A")) << row.reason;
  }
  for (const char* xml : {"", "<rss></rss>", "{{wiki}}"}) {
    const ReadResult result = read_wiki(xml);
    ASSERT_EQ(result.problems.size(), 1U) << xml;
    EXPECT_THAT(result.problems[0].reason, HasSubstr("it is no export of MediaWiki"));
  }
  EXPECT_THAT(read_wiki(dump("")).problems, IsEmpty());
}

TEST(MediawikiReaderTest, EveryCutAndDamageOfAnExportIsReadSafely) {
  const std::string xml = dump(
      dump_page("Aralsee",
                revision("{{I|a={{b}}}}\n'''Der [[See|Aralsee]]''' ist&amp;nbsp;&lt;ref "
                         "name=&quot;a&quot;&gt;[http://x y]&lt;/ref&gt; klein.\n\n== Eis ==\n"
                         "* [[Datei:a.jpg|mini|Ein [[Schiff]]]] &lt;nowiki&gt;[[x]]&lt;/nowiki&gt; "
                         "&lt;!-- c --&gt;\n{| a\n| b\n|}\nEnde __TOC__.")));
  ASSERT_EQ(read_wiki(xml).articles.size(), 1U);
  for (std::size_t size = 0; size < xml.size(); ++size) {
    read_wiki(xml.substr(0, size));
    std::string damaged = xml;
    constexpr std::string_view damages("<>&{}[]|\n'\0\xD0", 12);
    damaged[size] = damages[size % damages.size()];
    read_wiki(damaged);
    damaged[size] = damages[(size + 1) % damages.size()];
    read_wiki(damaged);
  }
}

TEST(MediawikiReaderTest, LongParagraphsAreCutAndStillExact) {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += "Поезд [[Алматы|идёт]] ''две'' ночи{{нет|a}} &amp;mdash; и&lt;br&gt;ещё [[день]]. ";
  }
  const ReadResult result =
      read_wiki(dump(dump_page("Поезд", revision(text))), {.paragraph_bytes_max = 100});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_GT(result.articles[0].paragraphs.size(), 100U);
}

}  // namespace
}  // namespace pilcrow
