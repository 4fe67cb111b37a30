// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Reads, and holds every paragraph against the bytes that it names.
ReadResult read_markdown(const std::string& bytes, const ReadOptions& options = {}) {
  ReadResult result = read_memory(make_markdown_reader, bytes, options);
  for (const Article& article : result.articles) {
    EXPECT_EQ(article.source_encoding, SourceEncoding::markdown);
  }
  expect_sources(result, bytes);
  return result;
}

std::vector<std::string> markdown_texts(const std::string& bytes) {
  const ReadResult result = read_markdown(bytes);
  return result.articles.empty() ? std::vector<std::string>() : texts_of(result.articles[0]);
}

TEST(MarkdownReaderTest, MarksLeaveNoTraceInTheText) {
  const struct {
    const char* source;
    std::vector<std::string> texts;
  } rows[] = {
      {"The *ferry* leaves at **dawn**, ~~noon~~ `sharp`.",
       {"The ferry leaves at dawn, noon sharp."}},
      {"**Dawn** comes\nearly  \nto the\\\nharbour.", {"Dawn comes early to the harbour."}},
      {"A [map](https://example.org \"Map\") and ![its key](k.png).", {"A map and its key."}},
      {"A [map][m] and a [chart][].\n\n[m]: /m\n[chart]: /c", {"A map and a chart."}},
      {"[\nA map](/m) of\n[the\nsea](\n/sea).", {"A map of the sea."}},
      {"Fish &amp; chips &#8212; 5\\* &unknown;", {"Fish & chips — 5* &unknown;"}},
      {"&nbsp;\u3000Salt&nbsp;lake&nbsp;", {"Salt lake"}},
      {"Wind <b>and</b> rain<br>came <!-- no --> down", {"Wind and rain came down"}},
      {"<https://example.org/a_b_c> is far", {"https://example.org/a_b_c is far"}},
      {"# A *Title* #\n\nText\n\nOther title\n---\n\n## C#\n\n### \\# \\##",
       {"A Title", "Text", "Other title", "C#", "# ##"}},
      {"- one\n- [x] two\n  and *a\n  half*\n  1. three\n- - four\n\n10) ten",
       {"one", "two and a half", "three", "four", "ten"}},
      {"> Said **the\n> captain**:\n> > never\nin `my\n> > life`",
       {"Said the captain:", "never in my life"}},
      {"\\- no list\n\n1\\. no list either\n\n\\> no quote",
       {"- no list", "1. no list either", "> no quote"}},
      {"| River | Length |\n|---|---:|\n| *Ili* | 1439&nbsp;km |\n| a \\| b | `c` |",
       {"River Length", "Ili 1439 km", "a | b c"}},
      {"```cpp\nint *a = b*c;\n\n  # __x__\n```\nAfter.", {"int *a = b*c; # __x__", "After."}},
      {"1. Do:\n\n   ~~~\n   *run*\n   ~~~", {"Do:", "*run*"}},
      {"Then:\n\n    *run* &amp;\n\n    again", {"Then:", "*run* &amp; again"}},
      {"<div>\nIn a <i>box</i><p>here</p>\n</div>\n\n<!-- gone -->\n\n<script>\nx\n</script>",
       {"In a box here"}},
      {"水在*流*。\n\nСу **ағады**.\n\nسۇ _ئاقىدۇ_.", {"水在流。", "Су ағады.", "سۇ ئاقىدۇ."}},
      {"Line\r\nends *of\r\nWindows*\r\n\r\n# Title\r\n", {"Line ends of Windows", "Title"}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(markdown_texts(row.source), row.texts) << row.source;
  }
}

TEST(MarkdownReaderTest, BlocksHaveTheirKinds) {
  const ReadResult result = read_markdown(
      "# The Harbour\n\nIt rained.\n\n![Boats at rest](b.jpg)\n\n[![](c.jpg \"Nets, "
      "drying\")](c)\n\n"
      "> A quote.\n\n## Later\n\nIt stopped.\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "The Harbour");
  EXPECT_THAT(texts_of(article, ParagraphKind::headline), ElementsAre("The Harbour", "Later"));
  EXPECT_THAT(texts_of(article, ParagraphKind::caption),
              ElementsAre("Boats at rest", "Nets, drying"));
  EXPECT_THAT(texts_of(article, ParagraphKind::body),
              ElementsAre("It rained.", "A quote.", "It stopped."));
}

TEST(MarkdownReaderTest, FrontMatterOfYamlBecomesFacts) {
  const ReadResult result = read_markdown(
      "---\n# a comment\ntitle: \"Wo der \\\"Apfel\\\" herkommt\"\nauthors:\n  - name: Lena "
      "Brandt\n"
      "    mail: none\n  - 'Jonas Keller'\ndate: 14. März 2021\nlang: de-DE\n"
      "tags: [Obst, \"Almaty, Stadt\"]\ncategories:\n- Landwirtschaft\nsummary: >\n  Ein Baum\n"
      "  am Berg.\nurl: https://example.org/apfel # fest\ndraft: false\n---\n# Apfel\n\nEr "
      "reift.\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Wo der \"Apfel\" herkommt");
  EXPECT_EQ(article.author, "Lena Brandt, Jonas Keller");
  EXPECT_EQ(article.date, "2021-03-14");
  EXPECT_EQ(article.language, "de");
  EXPECT_EQ(article.section, "Landwirtschaft");
  EXPECT_EQ(article.url, "https://example.org/apfel");
  EXPECT_THAT(article.facets, ElementsAre(testing::Pair("draft", "false"),
                                          testing::Pair("summary", "Ein Baum am Berg."),
                                          testing::Pair("tags", "Obst, Almaty, Stadt")));
  EXPECT_THAT(texts_of(article), ElementsAre("Apfel", "Er reift."));
}

TEST(MarkdownReaderTest, FrontMatterOfTomlBecomesFacts) {
  const ReadResult result = read_markdown(
      "+++\ntitle = 'Поезд'\ndate = 2021-05-12T08:00:00Z\ntags = [\n  \"a\",\n]\n"
      "[extra]\nauthor = \"nobody\"\n+++\nОн идёт.\n");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].title, "Поезд");
  EXPECT_EQ(result.articles[0].date, "2021-05-12T08:00:00Z");
  EXPECT_EQ(result.articles[0].author, "");
  EXPECT_THAT(texts_of(result.articles[0]), ElementsAre("Он идёт."));
}

TEST(MarkdownReaderTest, ALineBetweenParagraphsIsNoFrontMatter) {
  for (const char* source : {"---\nIt rained all day.\n\n---\nIt stopped.", "---\ntitle: x\n\nEnd.",
                             "---\n---\nText."}) {
    const ReadResult result = read_markdown(source);
    ASSERT_EQ(result.articles.size(), 1U) << source;
    EXPECT_TRUE(result.articles[0].facets.empty());
    EXPECT_NE(result.articles[0].text, "") << source;
  }
}

TEST(MarkdownReaderTest, ALongParagraphIsCutAndEachPieceNamesItsBytes) {
  std::string source = "# Long\n\n";
  for (int i = 0; i < 50; ++i) {
    source += "The **river\nrises** in [the](/t) hills &amp; falls. ";
  }
  const ReadResult result = read_markdown(source, {.paragraph_bytes_max = 200});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_GT(result.articles[0].paragraphs.size(), 10U);
  EXPECT_EQ(texts_of(result.articles[0], ParagraphKind::body)[0].find(
                "The river rises in the hills & falls."),
            0U);
}

TEST(MarkdownReaderTest, WhatHoldsNoTextIsReported) {
  for (const char* source : {"", "  \n", "<!-- nothing -->", "***\n", "[a]: /b\n", "![](x.png)"}) {
    const ReadResult result = read_markdown(source);
    EXPECT_TRUE(result.articles.empty()) << source;
    ASSERT_EQ(result.problems.size(), 1U) << source;
    EXPECT_THAT(result.problems[0].reason, HasSubstr("it holds no text"));
  }
}

TEST(MarkdownReaderTest, DeepAndLongSourcesAreReadInReasonableTime) {
  constexpr std::size_t times = 20000;
  for (const std::string part : {"> ", "- ", "[", "![", "*a_", "**x ", "`", "<", "\\", "][", "[a][",
                                 "| a ", "# ", "&#", "<a>", "x\n> ", "~~~\n", "[a]: b\n"}) {
    std::string source;
    for (std::size_t i = 0; i < times; ++i) {
      source += part;
    }
    read_markdown(source + "x");
    read_markdown("x\n\n" + source);
  }
}

// Whatever the marks, in whatever order, a paragraph's bytes spell its text.
TEST(MarkdownReaderTest, EveryParagraphOfAnyMixtureIsSpelledByItsBytes) {
  const std::vector<std::string> parts = {"*",         "**",        "_",       "`",
                                          "``",        "```\n",     "\n",      "\n\n",
                                          "\n> ",      "> ",        "- ",      "\n- ",
                                          "\n1. ",     "# ",        "\n## ",   " #",
                                          "[",         "]",         "](",      ")",
                                          "![",        "][",        "[]",      "|",
                                          "\n| ",      "\n|---|\n", "\\",      "\\\n",
                                          "  \n",      "&amp;",     "&nbsp;",  "&#0;",
                                          "<b>",       "</b>",      "<!--",    "-->",
                                          "<div>",     "\n<p>",     "a",       "word",
                                          "été",       "水",        "\u3000",  "\t",
                                          "    ",      "\n    ",    "~~",      "~~~\n",
                                          "---\n",     "===\n",     "\n===\n", "<https://x.y>",
                                          "[a]: /b\n", "\r\n",      ".",       "2021. ",
                                          "+ ",        "[x] ",      "\"t\"",   "<a\nhref='x'>",
                                          "<script>"};
  std::mt19937 random(20211124);  // NOLINT: the same mixtures at each run.
  for (int i = 0; i < 20000; ++i) {
    std::string source;
    const std::size_t size = 1 + random() % 24;
    for (std::size_t j = 0; j < size; ++j) {
      source += parts[random() % parts.size()];
    }
    read_markdown(source, {.paragraph_bytes_max = i % 2 == 0 ? std::size_t{16} << 10 : 20});
    if (HasFailure()) {
      FAIL() << "mixture " << i << ": " << testing::PrintToString(source);
    }
  }
}

}  // namespace
}  // namespace pilcrow
