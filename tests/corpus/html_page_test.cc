// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/html/html_hints.h"
#include "corpus/html/html_metadata.h"
#include "tests/support/processor_time.h"
#include "tests/support/read_all.h"
#include "tests/support/repeated.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

using Kind = ParagraphKind;

// What a reader gives; every paragraph must be spelled by its bytes.
Article read_html(const std::string& html, const ReadOptions& options = {}) {
  Article article;
  read_html_page(decode_text(html), article, options);
  std::size_t end = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    EXPECT_EQ(
        html_text(std::string_view(html).substr(paragraph.source.begin, paragraph.source.size())),
        article.text.substr(paragraph.span.begin, paragraph.span.size()));
    EXPECT_GE(paragraph.source.begin, end);
    end = paragraph.source.end;
  }
  EXPECT_EQ(article.source_encoding, SourceEncoding::html);
  return article;
}

std::vector<std::string> body_of(const std::string& html) {
  return texts_of(read_html(html), Kind::body);
}

constexpr const char* rain =
    "It rained on the harbour all night, and by morning the boats stood in water up to their "
    "names.";
constexpr const char* sea =
    "The harbour master, who had seen worse, measured the quay with his stick and wrote down a "
    "number.";
constexpr const char* tide =
    "Nobody in the town believed the number, so he measured again, and it was larger by a hand.";

constexpr const char* drought =
    "The year before there had been no rain at all, the boats lay on the mud, and the children "
    "walked to the lighthouse.";
constexpr const char* dry =
    "I was there, it was as dry as a biscuit, and whoever says otherwise sold umbrellas that year, "
    "or wished he had.";

std::string paragraphs(std::initializer_list<const char*> texts) {
  std::string html;
  for (const char* text : texts) {
    html += "<p>" + std::string(text) + "</p>\n";
  }
  return html;
}

const std::string menu =
    "<ul class=menu><li><a href=/>Home</a><li><a href=/w>Water</a><li><a href=/t>Trade</a></ul>";

TEST(HtmlPage, APageOfNewsIsTyped) {
  const Article article = read_html(
      "<html lang=en-GB><head><title>High Water | The Harbour Post</title></head><body>" + menu +
      "<article><p class=kicker>Weather</p><h1>High Water</h1><p class=standfirst>What a night of "
      "rain did to a small port.</p><p class=byline>By Dana Whitfield</p><time "
      "datetime=2021-03-14>14 March 2021</time><figure><img alt=never><figcaption>The "
      "quay</figcaption></figure>" +
      paragraphs({rain, sea}) + "<h2>A Second Stick</h2>" + paragraphs({tide}) +
      "<div class=related><h3>Read also</h3><a href=/1>The Drought</a></div></article><div "
      "id=comments><h3>2 comments</h3><p>I was there and it was dry.</p></div><footer>© 2021 The "
      "Harbour Post</footer>");
  EXPECT_EQ(article.title, "High Water");
  EXPECT_EQ(article.author, "Dana Whitfield");
  EXPECT_EQ(article.date, "2021-03-14");
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(texts_of(article, Kind::body), ElementsAre(rain, sea, tide));
  EXPECT_THAT(texts_of(article, Kind::headline), ElementsAre("High Water", "A Second Stick"));
  EXPECT_THAT(texts_of(article, Kind::kicker), ElementsAre("Weather"));
  EXPECT_THAT(texts_of(article, Kind::standfirst),
              ElementsAre("What a night of rain did to a small port."));
  EXPECT_THAT(texts_of(article, Kind::byline), ElementsAre("By Dana Whitfield"));
  EXPECT_THAT(texts_of(article, Kind::dateline), ElementsAre("14 March 2021"));
  EXPECT_THAT(texts_of(article, Kind::caption), ElementsAre("The quay"));
  EXPECT_THAT(texts_of(article, Kind::navigation), ElementsAre("Home Water Trade"));
  EXPECT_THAT(texts_of(article, Kind::related), ElementsAre("Read also The Drought"));
  EXPECT_THAT(texts_of(article, Kind::comment),
              ElementsAre("2 comments I was there and it was dry."));
  EXPECT_THAT(texts_of(article, Kind::legal), ElementsAre("© 2021 The Harbour Post"));
}

TEST(HtmlPage, TheBodyIsFoundInEveryLayout) {
  const std::string text = paragraphs({rain, sea, tide});
  const std::string cards =
      "<div><h4><a href=/1>The Drought of the Year Before</a></h4></div><div><h4><a href=/2>A New "
      "Quay</a></h4></div>";
  std::string teasers;
  for (const char* title :
       {"The Drought of the Year Before", "A Longer Quay", "Who Sold the Boats"}) {
    teasers += "<div><div><a href=/1>" + std::string(title) + "</a></div><p>" + title +
               ": what the harbour master thinks of it, and what he said to us.</p></div>";
  }
  const std::string pages[] = {
      text,
      "<body>" + menu + text,
      "<h1>High Water</h1>" + text,
      menu + "<div class='post-with-sidebar'><div class=x>" + text + "</div></div>" + cards,
      "<form id=aspnet>" + menu + "<div>" + text + "</div></form>",
      "<table><tr><td>" + menu + "<td><b>High Water</b><br><br>" + rain + "<br><br>" + sea +
          "<br><br>" + tide + "<td>" + cards + "</table>",
      "<div>" + std::string(rain) + "</div><div>" + sea + "</div><div>" + tide + "</div>",
      "<div class=a>" + menu + "</div><div class=entry-content>" + text + "</div><div>" + cards +
          "</div>",
      "<main>" + text + "<aside><p>" + sea + "</p></aside></main>",
      "<div class=article-body>" + paragraphs({rain}) + "<div class='ad-slot'>Advertisement</div>" +
          paragraphs({sea}) +
          "<div class=newsletter-signup><p>Write to us and we will write to you, every week, about "
          "rain and boats and the like.</p></div>" +
          paragraphs({tide}) + "</div>",
      "<div aria-hidden=true><div>" + text + "</div></div>",
      "<a name=top />" + menu + "<h1>High Water</h1><div>" + text + "</div>" + cards,
      "<a href=/>Post<div>" + menu + "<a href=/w>Water</a><div>" + text + "</div></div>",
      "<h1>High Water</h1><section>" + paragraphs({rain, sea}) + "</section><section>" +
          paragraphs({tide}) + "</section><section>" + teasers + "</section>",
      "<article><h1>High Water</h1><div class=story-body>" + text +
          "</div></article><article><h1>Low Water</h1><div class=story-body>" +
          paragraphs({drought, drought}) + "</div></article>",
      "<div><h1>High Water</h1>" + text + "</div><div><h3>9 Comments</h3>" + paragraphs({drought}) +
          "<div>Tom</div>" + paragraphs({dry}) + "</div>",
      "<div><h1>High Water</h1>" + text + "<div><h4>You might also like</h4>" +
          paragraphs({drought}) + "</div></div>",
  };
  for (const std::string& page : pages) {
    EXPECT_THAT(body_of(page), ElementsAre(rain, sea, tide)) << page;
  }
}

TEST(HtmlPage, AnArticleInSectionsIsWhole) {
  std::string sections;
  for (const char* day : {"Monday", "Tuesday", "Friday"}) {
    sections += "<section><div>" + paragraphs({rain, sea, tide}) + "</div></section>";
    for (std::size_t at = sections.find("<p>"); at != std::string::npos;
         at = sections.find("<p>", at)) {
      sections.replace(at, 3, "<p >" + std::string(day) + ": ");
    }
  }
  EXPECT_EQ(body_of(menu + "<h1>High Water</h1>" + sections +
                    "<section><a href=/1>The Drought of the Year Before</a></section>")
                .size(),
            9U);
}

TEST(HtmlPage, AnArticleElementMayHoldTheHeadOnly) {
  EXPECT_THAT(body_of("<article><h1>High Water</h1><p>" + std::string(drought) + " " + drought +
                      "</p></article><div class=x><div>" + paragraphs({rain, sea, tide, dry}) +
                      paragraphs({rain}) + "</div></div>"),
              testing::IsSupersetOf({rain, sea, tide, dry}));
}

TEST(HtmlPage, TheBylineMayStandBetweenStandfirstAndText) {
  const Article article = read_html(
      "<div class=post><h1>High Water</h1><p class=lead>What a night of rain, and one of wind, did "
      "to a small port and to those who lived there.</p><p>By Dana Whitfield</p><div "
      "class=author><p>" +
      std::string(rain) + " " + sea + " " + tide + " " + dry + "</p></div>" +
      paragraphs({sea, tide}) + "</div>");
  EXPECT_EQ(article.author, "Dana Whitfield");
  EXPECT_EQ(texts_of(article, Kind::standfirst).size(), 1U);
  EXPECT_EQ(texts_of(article, Kind::body).size(), 3U);
}

TEST(HtmlPage, AParagraphThatStandsTwiceIsReadOnce) {
  EXPECT_THAT(body_of("<article>" + paragraphs({rain, sea, tide, rain}) + "</article>"),
              ElementsAre(rain, sea, tide));
}

TEST(HtmlPage, StructuredDataThatRepeatTheBeginningOnlyTellNothing) {
  const std::string body = std::string(rain) + " " + sea + " Nobody in the town believed ...";
  EXPECT_THAT(
      body_of("<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" +
              body + "\"}</script><div>" + paragraphs({rain, sea, tide}) + "</div>"),
      ElementsAre(rain, sea, tide));
}

TEST(HtmlPage, ShortPartsOfAnArticleStay) {
  EXPECT_THAT(
      body_of("<article><h1>High Water</h1>" + paragraphs({rain}) +
              "<p>Why?</p><p>Because.</p><ul><li>a stick</li><li>a hand</li></ul>"
              "<blockquote>Larger!</blockquote><table><tr><td>Night<td>4 m</table>" +
              paragraphs({tide}) + "</article>"),
      ElementsAre(rain, "Why?", "Because.", "a stick", "a hand", "Larger!", "Night 4 m", tide));
}

TEST(HtmlPage, AShortArticleIsNotLostBesideItsComments) {
  std::string comments;
  for (int i = 0; i < 20; ++i) {
    comments += "<li class=comment><p>" + std::string(i % 2 == 0 ? sea : tide) + "</p></li>";
  }
  EXPECT_THAT(body_of("<h1>High Water</h1><div><p>" + std::string(rain) +
                      "</p></div><ol id=comments>" + comments + "</ol>"),
              ElementsAre(rain));
}

TEST(HtmlPage, WhatIsHiddenIsNoText) {
  const Article article =
      read_html("<article>" + paragraphs({rain}) +
                "<p>The <span hidden>secret </span>stick, which was "
                "old and had belonged to his father and to his father's father before.</p><div "
                "style='display: none'><p>" +
                sea + "</p></div></article>");
  EXPECT_EQ(article.text.find("secret"), std::string::npos);
  EXPECT_EQ(article.text.find(sea), std::string::npos);
}

TEST(HtmlPage, TextForBrowsersWithoutScriptsCountsWhereThereIsNoOther) {
  EXPECT_THAT(body_of("<div id=root></div><noscript>" + paragraphs({rain}) + "</noscript>"),
              ElementsAre(rain));
}

TEST(HtmlPage, AQuotationThatIsSetOffIsBodyAlsoWhereItRepeatsTheText) {
  const Article article =
      read_html("<article>" + paragraphs({rain, sea}) +
                "<aside class=pullquote>“measured the quay with his stick”</aside>" +
                paragraphs({tide}) + "</article>");
  EXPECT_THAT(texts_of(article, Kind::body),
              ElementsAre(rain, sea, "“measured the quay with his stick”", tide));
}

TEST(HtmlPage, StructuredDataTellWhichTextIsTheArticle) {
  const std::string body = std::string(rain) + " " + sea + " " + tide;
  const Article article = read_html(
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":"
      "\"High Water\",\"articleBody\":\"" +
      body +
      "\",\"author\":[{\"name\":\"Dana Whitfield\"}],\"datePublished\":\"2021-03-14T06:00Z\","
      "\"articleSection\":\"Weather\"}]}</script><div><p>" +
      rain + "</p><p>" + sea + "</p><p>" + tide +
      "</p><p>Our readers know, from many years of reading us, that we never print a word "
      "without having been paid for it.</p></div>");
  EXPECT_EQ(article.title, "High Water");
  EXPECT_EQ(article.author, "Dana Whitfield");
  EXPECT_EQ(article.date, "2021-03-14T06:00Z");
  EXPECT_EQ(article.section, "Weather");
  EXPECT_THAT(texts_of(article, Kind::body), ElementsAre(rain, sea, tide));
}

TEST(HtmlPage, AListOfHeadlinesHasNoBody) {
  const Article article = read_html(
      "<h1>News</h1><ul><li><a href=/1>High Water</a><li><a href=/2>Low "
      "Water</a></ul>");
  EXPECT_THAT(texts_of(article, Kind::body), IsEmpty());
  EXPECT_FALSE(article.paragraphs.empty());
}

TEST(HtmlPage, WithoutSentencesEverythingIsBody) {
  EXPECT_THAT(body_of("<p>Rain"), ElementsAre("Rain"));
}

TEST(HtmlPage, MetadataComeFromWhereverTheyAreDeclared) {
  const struct {
    const char* html;
    std::string Article::*field;
    const char* value;
  } rows[] = {
      {"<title>High Water - The Harbour Post</title>", &Article::title, "High Water"},
      {"<meta property=og:title content='High &amp; Low'>", &Article::title, "High & Low"},
      {"<meta name=author content='Dana'>", &Article::author, "Dana"},
      {"<meta property=article:author content='https://x.example/dana'>", &Article::author, ""},
      {"<meta property=article:published_time content=2021-03-14T06:00:00Z>", &Article::date,
       "2021-03-14T06:00:00Z"},
      {"<meta name=date content='14. März 2021'>", &Article::date, "2021-03-14"},
      {"<time datetime=2021-03-14>yesterday</time>", &Article::date, "2021-03-14"},
      {"<meta property=article:section content=Weather>", &Article::section, "Weather"},
      {"<meta property=og:locale content=kk_KZ>", &Article::language, "kk"},
      {"<link rel=canonical href=https://x.example/1>", &Article::url, "https://x.example/1"},
      {"<link rel=canonical href=/1>", &Article::url, "https://origin.example/"},
      {"<meta property=og:url content='javascript:alert(1)'>", &Article::url,
       "https://origin.example/"},
      {"<script type=application/ld+json>{\"@type\":\"NewsArticle\",</script>", &Article::title,
       ""},
      {"<script type=application/ld+json>{\"@type\":[\"BlogPosting\"],\"headline\":\"High "
       "\n Water\"}</script>",
       &Article::title, "High Water"},
  };
  for (const auto& row : rows) {
    Article article;
    article.url = "https://origin.example/";
    read_html_page(decode_text(std::string(row.html) + "<p>" + rain), article, {});
    EXPECT_EQ(article.*row.field, row.value) << row.html;
  }
}

TEST(HtmlPage, TheCharsetIsDeclaredNearTheBeginning) {
  const struct {
    const char* html;
    const char* charset;
  } rows[] = {
      {"<meta charset=windows-1251>", "windows-1251"},
      {"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=GB18030'>", "gb18030"},
      {"<!-- <meta charset=x> --><p>none", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(html_declared_charset(row.html), row.charset) << row.html;
  }
}

TEST(HtmlHints, AreWholeWordsOfNames) {
  const struct {
    const char* attributes;
    HtmlHint::Set expected;
    HtmlHint::Set asked;
  } rows[] = {
      {"class=entry-content", HtmlHint::content, HtmlHint::content},
      {"class='x articleBody'", HtmlHint::content, HtmlHint::content},
      {"class=story-body__inner", HtmlHint::content, HtmlHint::content},
      {"itemprop=articleBody", HtmlHint::content, HtmlHint::content},
      {"class=entry-content-share", HtmlHint::navigation, HtmlHint::content | HtmlHint::navigation},
      {"class=has-sidebar", 0, HtmlHint::noise},
      {"class=shadow", 0, HtmlHint::noise},
      {"class='ad-slot'", HtmlHint::advert, HtmlHint::noise},
      {"class='sc-1 bOfAdX dAdGkL'", 0, HtmlHint::noise},
      {"id=onetrust-consent-sdk", HtmlHint::legal, HtmlHint::noise},
      {"class=topAdBox", HtmlHint::advert, HtmlHint::noise},
      {"class=elementor-widget-text", 0, HtmlHint::noise},
      {"class='widget widget_text'", HtmlHint::navigation, HtmlHint::noise},
      {"id=disqus_thread", HtmlHint::comment, HtmlHint::noise},
      {"hidden", HtmlHint::hidden, HtmlHint::noise},
      {"class='hidden md:block'", 0, HtmlHint::noise},
      {"style='color:red; display : none'", HtmlHint::hidden, HtmlHint::noise},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(html_hints(row.attributes) & row.asked, row.expected) << row.attributes;
  }
}

TEST(HtmlReader, ReadsOneArticleAFile) {
  const std::string html = "<h1>High Water</h1>" + paragraphs({rain, sea});
  auto reader = make_html_reader(
      std::make_unique<InputFile>(make_memory_stream(html), SourceOrigin{.path = "a.html"}), {});
  Article article;
  std::vector<Problem> problems;
  ASSERT_TRUE(reader->next(article, problems));
  EXPECT_EQ(article.id, "a.html");
  EXPECT_EQ(article.source_record, (Span{0, html.size()}));
  EXPECT_FALSE(reader->next(article, problems));
  EXPECT_TRUE(problems.empty());
}

TEST(HtmlReader, APageWithoutTextIsReported) {
  for (const char* html : {"<html><body></body></html>", "<script>var rain;</script>", "<p"}) {
    auto reader = make_html_reader(
        std::make_unique<InputFile>(make_memory_stream(html), SourceOrigin{.path = "a.html"}), {});
    Article article;
    std::vector<Problem> problems;
    EXPECT_FALSE(reader->next(article, problems)) << html;
    ASSERT_EQ(problems.size(), 1U) << html;
    EXPECT_THAT(problems[0].reason, StartsWith("it holds no text"));
  }
}

TEST(HtmlPage, HostilePagesTakeLittleTime) {
  const std::string pages[] = {
      repeated("<div class=content>", 30000) + rain,
      repeated("<article><h2>x</h2><p>" + std::string(rain), 5000),
      repeated("<aside class=pullquote>" + std::string(rain) + "</aside><p>" + tide, 3000),
      repeated("<div><h3><a href=x>x</a></h3>", 20000),
      "<p>" + repeated("<span class=ad>x", 30000),
      "<script type='application/ld+json'>" + repeated("[", 100000) + "</script><p>" + rain,
      repeated("<h1>High Water</h1>", 30000),
      repeated("<ul><li>", 20000) + repeated("<p>It rained, and it rained, and it rained.", 20000),
      "<div class='" + repeated("entry-content ", 50000) + "'><p>" + rain,
      paragraphs({rain, sea}) + "<ul>" + repeated("<li><a href=x>x</a>", 30000),
      "<div>" + repeated("<b class=author>x<b class=date>y", 20000),
      "<figure>" + repeated("<div><figure class=ad><h2>x</h2>", 20000) + "<h1>x",
  };
  for (const std::string& page : pages) {
    const double begin = processor_seconds();
    Article article;
    read_html_page(decode_text(page), article, {});
    EXPECT_LT(processor_seconds() - begin, 10.0) << page.substr(0, 40);
  }
}

}  // namespace
}  // namespace pilcrow
