// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "corpus/html/html_page.h"
#include "corpus/html/html_phrases.h"
#include "tests/support/read_all.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;

using Kind = ParagraphKind;

constexpr const char* rain_paragraph =
    "It rained on the harbour all night, and by morning the boats stood in water up to their "
    "names.";
constexpr const char* sea_paragraph =
    "The harbour master, who had seen worse, measured the quay with his stick and wrote down a "
    "number.";
constexpr const char* title = "<h1>High Water</h1>";

Article read_furnished(const std::string& html) {
  Article article;
  read_html_page(decode_text(html), article, {});
  return article;
}

// A page with something before its title, below the title and behind the text.
std::string furnished_page(const std::string& above, const std::string& below,
                           const std::string& behind) {
  return "<html lang=en><head><title>High Water</title><meta name=author content='Dana Whitfield'>"
         "<meta property=article:section content=Weather></head><body><main><article><div>" +
         above + title + below + "</div><div><p>" + rain_paragraph + "</p><p>" + sea_paragraph +
         "</p></div></article>" + behind + "</main></body></html>";
}

struct HtmlFurnitureRow {
  const char* html;
  Kind kind;
  const char* text;
};

void expect(const Article& article, const HtmlFurnitureRow& row) {
  std::string kinds;
  for (const Paragraph& paragraph : article.paragraphs) {
    kinds += std::string(to_string(paragraph.kind)) + ": " +
             article.text.substr(paragraph.span.begin, paragraph.span.size()) + "\n";
  }
  EXPECT_THAT(texts_of(article, row.kind), testing::Contains(row.text)) << row.html << "\n"
                                                                        << kinds;
  EXPECT_THAT(texts_of(article, Kind::body), ElementsAre(rain_paragraph, sea_paragraph))
      << row.html;
}

TEST(HtmlFurniture, TheLinesBelowATitleAreToldApart) {
  constexpr HtmlFurnitureRow rows[] = {
      {"<div class=x7>Dana Whitfield</div>", Kind::byline, "Dana Whitfield"},
      {"<div><a rel=author href=/d>Tom Oakes</a></div>", Kind::byline, "Tom Oakes"},
      {"<div class=muhabir>Deniz Aksoy</div>", Kind::byline, "Deniz Aksoy"},
      {"<div class=byline><div>14 March 2021</div></div>", Kind::dateline, "14 March 2021"},
      {"<div class=byline><h4>Tom Oakes</h4><div><time>Mar 14, 2021</time></div></div>",
       Kind::dateline, "Mar 14, 2021"},
      {"<div>2021-03-14 08:45</div>", Kind::dateline, "2021-03-14 08:45"},
      {"<div class=meta><span class=author>Tom Oakes</span> <time class=date>14 March "
       "2021</time></div>",
       Kind::byline, "Tom Oakes"},
      {"<div class=meta><span class=author>Tom Oakes</span> <time class=date>14 March "
       "2021</time></div>",
       Kind::dateline, "14 March 2021"},
      {"<div class=x>By <span class=author>Tom Oakes</span><br>Published <span class=date>14 March "
       "2021</span></div>",
       Kind::dateline, "Published 14 March 2021"},
      {"<div class=x7>Weather</div>", Kind::kicker, "Weather"},
      {"<div class=share><a href=/f>Facebook</a></div>", Kind::navigation, "Facebook"},
      {"<figure><img src=a><figcaption>The quay</figcaption><cite>Tom Oakes</cite></figure>",
       Kind::credit, "Tom Oakes"},
      {"<figure><img src=a><figcaption>The quay.<span class=copyright>Tom "
       "Oakes</span></figcaption></figure>",
       Kind::credit, "Tom Oakes"},
  };
  for (const HtmlFurnitureRow& row : rows) {
    expect(read_furnished(furnished_page("", row.html, "")), row);
  }
}

TEST(HtmlFurniture, FewWordsRightBeforeATitleAreAKicker) {
  constexpr HtmlFurnitureRow rows[] = {
      {"<span class=x7>Storms</span>", Kind::kicker, "Storms"},
      {"<div class=post-tags><a href=/w>Weather</a></div>", Kind::kicker, "Weather"},
      {"<a href=/>Home</a>", Kind::navigation, "Home"},
      {"<div>News » Weather</div>", Kind::navigation, "News » Weather"},
      {"<div>14 March 2021</div>", Kind::dateline, "14 March 2021"},
  };
  for (const HtmlFurnitureRow& row : rows) {
    expect(read_furnished(furnished_page(row.html, "", "")), row);
  }
}

TEST(HtmlFurniture, WhatFollowsTheTextIsToldApart) {
  constexpr HtmlFurnitureRow rows[] = {
      {"<p><a href=/>Back to boats</a></p>", Kind::navigation, "Back to boats"},
      {"<div><a href=/2>« Vorherige Seite: Der Heimweg über das Moor</a></div>", Kind::navigation,
       "« Vorherige Seite: Der Heimweg über das Moor"},
      {"<div><a href=/2>下一篇：论借伞</a></div>", Kind::navigation, "下一篇：论借伞"},
      {"<ul><li><a href=/1>Boats</a><li><a href=/2>Trade</a></ul>", Kind::navigation,
       "Boats Trade"},
      {"<div><a href=/1>The Drought of the Year Before</a></div>", Kind::related,
       "The Drought of the Year Before"},
      {"<div class=sidebar><h4>Most Read</h4><h5><a href=/1>The Drought of the Year "
       "Before</a></h5></div>",
       Kind::related, "Most Read The Drought of the Year Before"},
      {"<div class=paywall><p>Read on for one euro a month.</p></div>", Kind::advert,
       "Read on for one euro a month."},
      {"<p>Подпишитесь на наш канал</p>", Kind::advert, "Подпишитесь на наш канал"},
      {"<footer><p>The Post is published by the Harbour Trust.</p></footer>", Kind::legal,
       "The Post is published by the Harbour Trust."},
      {"<div>© Harbour Trust</div>", Kind::legal, "© Harbour Trust"},
      {"<footer><a href=/t>Terms of Use</a></footer>", Kind::navigation, "Terms of Use"},
      {"<div role=dialog><p>Our partners and we store cookies.</p></div>", Kind::legal,
       "Our partners and we store cookies."},
      {"<div><h4>What our readers say</h4></div><div class=comments><p>It was dry.</p></div>",
       Kind::comment, "What our readers say It was dry."},
  };
  for (const HtmlFurnitureRow& row : rows) {
    expect(read_furnished(furnished_page("", "", row.html)), row);
  }
}

TEST(HtmlFurniture, SignsWithinRunningTextDoNotSplitIt) {
  const std::string text =
      "On <time datetime=2021-03-14>14 March</time>, as <span class=author>Tom Oakes</span> wrote, "
      "it rained on the harbour and on everything else.";
  EXPECT_EQ(read_furnished("<p>" + text + "</p>").paragraphs.size(), 1U);
}

TEST(HtmlFurniture, ABylineGivesTheNameAlone) {
  constexpr struct {
    const char* html;
    const char* author;
  } rows[] = {
      {"<div class=byline>by Tom Oakes</div>", "Tom Oakes"},
      {"<div class=byline>By Tom Oakes | The Post</div>", "Tom Oakes"},
      {"<div>Por <span itemprop=author>Tom Oakes</span> · <time itemprop=datePublished>14 de marzo "
       "de 2021</time></div>",
       "Tom Oakes"},
      {"<div class=byline>by</div><div class=byline>Tom Oakes</div>", "Tom Oakes"},
      {"<div class=byline>5 min read</div>", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read_furnished(std::string(title) + row.html + "<p>" + rain_paragraph + "</p><p>" +
                             sea_paragraph)
                  .author,
              row.author)
        << row.html;
  }
}

TEST(HtmlFurniture, ABlockWithoutAWordIsNoBody) {
  for (const char* text : {"* * *", "💡", "—", "• • •", "»"}) {
    EXPECT_FALSE(has_words(text)) << text;
  }
  for (const char* text : {"a", "7", "水", "é", "«да»"}) {
    EXPECT_TRUE(has_words(text)) << text;
  }
}

TEST(HtmlFurniture, PagersAreKnownByTheirWords) {
  for (const char* text : {"Next", "« Zurück", "Back to boats", "‹ Назад", "上一页", "Suivant »"}) {
    EXPECT_TRUE(is_pager(text)) << text;
  }
  for (const char* text :
       {"", "«", "Next year the harbour will be dry, says its master", "« Un port à sec »"}) {
    EXPECT_FALSE(is_pager(text)) << text;
  }
}

}  // namespace
}  // namespace pilcrow
