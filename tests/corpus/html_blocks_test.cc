// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/spelling.h"
#include "corpus/utf8.h"
#include "tests/support/processor_time.h"
#include "tests/support/repeated.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;

// The texts of all blocks; each must be spelled by its bytes.
std::vector<std::string> texts(const std::string& html) {
  std::vector<std::string> result;
  std::size_t end = 0;
  for (const HtmlBlock& block : read_html_blocks(html)) {
    EXPECT_TRUE(is_valid_utf8(block.text)) << html;
    const Span source = block.map.source({0, block.text.size()});
    EXPECT_GE(source.begin, end) << html;
    EXPECT_EQ(html_text(html.substr(source.begin, source.size())), block.text) << html;
    end = source.end;
    result.push_back(block.text);
  }
  return result;
}

TEST(HtmlText, TagsVanishAndWhiteSpaceCollapses) {
  const struct {
    std::string html;
    const char* text;
  } rows[] = {
      {"", ""},
      {" \n\t", ""},
      {"It rained.", "It rained."},
      {"  It \r\n rained. ", "It rained."},
      {"It&nbsp;\u00A0 rained", "It rained"},
      {"It <b>rai</b>ned.", "It rained."},
      {"It<p>rained<br>on", "It rained on"},
      {"<li>It<li>rained", "It rained"},
      {"It<!-- never > -- --> rained", "It rained"},
      {"It<!-- never", "It"},
      {"It<!--> rained", "It rained"},
      {"It<!doctype html> rained", "It rained"},
      {"It<![CDATA[never]]> rained", "It rained"},
      {"It<?php never ?> rained", "It rained"},
      {"It<script>if (a </b && '<p>') {}</script> rained", "It rained"},
      {"It<SCRIPT>never", "It"},
      {"It<style>p > b {}</style> rained", "It rained"},
      {"It<svg><title>never</title><text>never</text></svg> rained", "It rained"},
      {"It<button>never</button> rained", "It rained"},
      {"It<button>rained", "Itrained"},
      {"It<a title='a > b' href=x>rained</a>", "Itrained"},
      {"It<a b=\"never", "It"},
      {"1 < 2 <3 <- </", "1 < 2 <3 <- </"},
      {"x</>y</ 1>z", "xyz"},
      {"Q&A & R&D &; &# &#x; &foo; &", "Q&A & R&D &; &# &#x; &foo; &"},
      {"&lt;b&gt; &amp;amp; &quot;&apos;", "<b> &amp; \"'"},
      {"&#72;&#x69;&#33 &#8212;", "Hi! —"},
      {"&eacute &eacutex &notit; &hellip &hellip;", "é éx ¬it; &hellip …"},
      {"&#0;&#xD800;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"&#150;&#x92;&#128;", "–’€"},
      {"Тест &laquo;мир&raquo;", "Тест «мир»"},
      {std::string("It\0rained", 9), "It\0rained"},
  };
  for (const auto& row : rows) {
    const std::string expected =
        row.html.find('\0') != std::string::npos ? row.html : std::string(row.text);
    EXPECT_EQ(html_text(row.html), expected) << row.html;
    texts(row.html);
  }
}

TEST(HtmlBlocks, EndAtElementsThatAreBlocks) {
  EXPECT_THAT(texts("<h1>Rain</h1>It <i>rained</i>.<p>It stopped.</p>Then<div>it rained.</div>"),
              ElementsAre("Rain", "It rained.", "It stopped.", "Then", "it rained."));
}

TEST(HtmlBlocks, EndAtTwoLineBreaksAndNotAtOne) {
  EXPECT_THAT(texts("<p>It<br>rained.<br> &nbsp;<br/>It<br></p>stopped."),
              ElementsAre("It rained.", "It", "stopped."));
}

TEST(HtmlBlocks, OfTablesAreRowsOfDataAndCellsOfLayout) {
  EXPECT_THAT(texts("<table><tr><th>City<th>Rain<tr><td>Almaty<td>684 mm</table>"),
              ElementsAre("City Rain", "Almaty 684 mm"));
  EXPECT_THAT(texts("<table><tr><td><div>Menu</div></td><td><h1>Rain</h1><p>It rained.</td></tr>"),
              ElementsAre("Menu", "Rain", "It rained."));
}

TEST(HtmlBlocks, AreTypedByStructureAlone) {
  const std::vector<HtmlBlock> blocks = read_html_blocks(
      "<h2><a href=x>Rain</a></h2><figure><figcaption><p>A cloud</figcaption></figure><p>It "
      "rained.");
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[0].kind, ParagraphKind::headline);
  EXPECT_EQ(blocks[1].kind, ParagraphKind::caption);
  EXPECT_EQ(blocks[2].kind, ParagraphKind::body);
}

TEST(HtmlBlocks, MapPartsOfTheirTextToTheBytes) {
  const std::string html = "<p> It &amp; <b>the</b>\r\n sea";
  const std::vector<HtmlBlock> blocks = read_html_blocks(html);
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(blocks[0].text, "It & the sea");
  const auto spelling = [&](Span span) {
    const Span source = blocks[0].map.source(span);
    return html.substr(source.begin, source.size());
  };
  EXPECT_EQ(spelling({0, 2}), "It");
  EXPECT_EQ(spelling({3, 4}), "&amp;");
  EXPECT_EQ(spelling({5, 8}), "the");
  EXPECT_EQ(spelling({5, 12}), "the</b>\r\n sea");
}

TEST(HtmlBlocks, OfLongTextsAreWhole) {
  std::string paragraph;
  for (int i = 0; i < 5000; ++i) {
    paragraph += "Дождь & rain;" + std::to_string(i) + " ";
  }
  paragraph.pop_back();
  EXPECT_THAT(texts("<p>" + paragraph + "</p>"), ElementsAre(paragraph));
}

TEST(HtmlBlocks, OfHostilePagesTakeLittleTime) {
  const std::string pages[] = {
      repeated("<div>", 200000),
      repeated("<b>x", 200000),
      repeated("<b>", 100000) + repeated("</i>", 100000),
      "<i>" + repeated("<b>", 100000) + repeated("</i>", 100000),
      "<div><td>" + repeated("<section>", 100000) + repeated("</div>", 100000),
      repeated("<table><tr><td>x", 60000),
      repeated("<button>", 100000),
      repeated("<svg><button><select>", 60000),
      repeated("<!--", 200000),
      repeated("<!-- --!", 100000),
      repeated("<a b='", 100000),
      repeated("<ul><li><p>", 60000) + repeated("<li>x", 60000),
      repeated("&", 500000),
      repeated("<", 500000),
      repeated("<br>x<br><br>", 100000),
      "<table><tr>" + repeated("<td>x<td>y", 100000),
  };
  for (const std::string& page : pages) {
    const double begin = processor_seconds();
    read_html_blocks(page);
    EXPECT_LT(processor_seconds() - begin, 10.0) << page.substr(0, 40);
  }
}

TEST(HtmlBlocks, OfEveryPartOfAPageKeepTheirBytes) {
  const std::string page =
      "<!doctype html><html><head><title>Rain &amp; sea</title></head><body class=x><h1>Rain</h1>"
      "<p>It &eacute; <b>rained</b><br><br>on <a href=\"?a=1&copy=2\">Алматы</a>.<!-- c --></p>"
      "<ul><li>One<li>Two</ul><table><tr><td>A<td>B</table><svg><path/></svg>End &#8230;";
  for (std::size_t begin = 0; begin < page.size(); ++begin) {
    for (const std::size_t end : {page.size(), begin + (page.size() - begin) / 2}) {
      std::size_t replaced = 0;
      texts(repair_utf8(std::string_view(page).substr(begin, end - begin), replaced));
    }
  }
}

}  // namespace
}  // namespace pilcrow
