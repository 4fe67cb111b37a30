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

ReadResult read_feed(const std::string& xml, const ReadOptions& options = {}) {
  ReadResult result = read_memory(make_feed_reader, xml, options, {.path = "x.xml"});
  expect_sources(result, xml);
  return result;
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n"
         "<channel><title>Steppe &amp; Sea</title><link>https://example.org/</link>\n"
         "<image><title>Logo</title></image><language>ru-RU</language>\n" +
         items + "</channel></rss>\n";
}

TEST(FeedReaderTest, AnItemOfRssIsAnArticle) {
  const std::string xml =
      rss("<item><title>Лёд сошёл &amp;amp; вода пришла</title>\n"
          "<link>https://example.org/1</link><guid isPermaLink=\"false\">tag:1</guid>\n"
          "<dc:creator><![CDATA[Нина Орлова]]></dc:creator><category>Климат</category>\n"
          "<category>Вода</category><category><![CDATA[Горы]]></category>\n"
          "<pubDate>Tue, 24 Nov 2026 10:00:00 +0600</pubDate>\n"
          "<description>Коротко.</description>\n"
          "<content:encoded><![CDATA[<h2>Река</h2><p>Лёд <b>сошёл</b>\r\nза ночь &mdash; и "
          "&amp;lt;всё&amp;gt;.</p>\n"
          "<figure><img src=\"a.jpg\"><figcaption>Берег весной.</figcaption></figure>"
          "<p>Вода&nbsp;пришла.</p>]]></content:encoded></item>");
  const ReadResult result = read_feed(xml);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.problems, IsEmpty());
  const Article& article = result.articles[0];
  EXPECT_EQ(article.id, "tag:1");
  EXPECT_FALSE(article.id_is_path);
  EXPECT_EQ(article.title, "Лёд сошёл & вода пришла");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.author, "Нина Орлова");
  EXPECT_EQ(article.section, "Климат");
  EXPECT_EQ(article.facets.at("categories"), "Вода; Горы");
  EXPECT_EQ(article.facets.at("site"), "Steppe & Sea");
  EXPECT_EQ(article.date, "2026-11-24T10:00:00+06:00");
  EXPECT_EQ(article.language, "ru");
  EXPECT_EQ(article.source_path, "x.xml");
  EXPECT_EQ(article.source_encoding, SourceEncoding::html);
  EXPECT_THAT(xml.substr(article.source_record.begin), StartsWith("<item>"));
  EXPECT_THAT(xml.substr(article.source_record.end), StartsWith("</channel>"));
  EXPECT_THAT(texts_of(article, ParagraphKind::headline), ElementsAre("Река"));
  EXPECT_THAT(texts_of(article, ParagraphKind::caption), ElementsAre("Берег весной."));
  EXPECT_THAT(texts_of(article, ParagraphKind::body),
              ElementsAre("Лёд сошёл за ночь — и &lt;всё&gt;.", "Вода пришла."));
}

TEST(FeedReaderTest, EscapedHtmlIsReadThroughBothRules) {
  const ReadResult result = read_feed(
      rss("<item><title>Tea</title><description>&lt;p&gt;Salt &amp;amp; milk, &amp;eacute;t&#233; "
          "5 &amp;lt; 6&lt;/p&gt;\n&lt;p&gt;Tea "
          "&lt;i&gt;again&lt;/i&gt;.&lt;/p&gt;</description></item>"));
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.source_encoding, SourceEncoding::html_in_xml);
  EXPECT_THAT(texts_of(article, ParagraphKind::body),
              ElementsAre("Salt & milk, été 5 < 6", "Tea again."));
  EXPECT_EQ(article.id, "x.xml:1");
  EXPECT_TRUE(article.id_is_path);
}

TEST(FeedReaderTest, CdataInPiecesIsOneText) {
  const ReadResult result =
      read_feed(rss("<item><title>t</title><description>Before <![CDATA[the <b>ice</b>]]> and "
                    "<![CDATA[after it]]>.</description></item>"));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].source_encoding, SourceEncoding::html_in_xml);
  EXPECT_EQ(result.articles[0].text, "Before the ice and after it.");
}

TEST(FeedReaderTest, AnEntryOfAtomHasATypeOfText) {
  const std::string head =
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title type='html'>Der "
      "&lt;b&gt;See&lt;/b&gt;</title><author><name>Alle</name></author>";
  const std::string meta =
      "<title>Hafen &amp; Meer</title><id>urn:7</id><link rel='self' href='https://example.org/s'/>"
      "<link href='https://example.org/7'/><published>2026-03-14T08:00:00Z</published>"
      "<updated>2026-03-15T08:00:00Z</updated><author><name>Jonas Keller</name>"
      "<email>j@example.org</email></author><category term='w' label='Wasser'/>";
  const struct {
    std::string content;
    SourceEncoding encoding;
    std::vector<std::string> body;
  } rows[] = {
      {"<content type='xhtml'><div xmlns='x'><p>Ein <em>Hafen</em> wartet.</p><p>Auf &#228;"
       "lteres.</p></div></content>",
       SourceEncoding::html,
       {"Ein Hafen wartet.", "Auf älteres."}},
      {"<content type='html'>&lt;p&gt;Ein Hafen&lt;/p&gt;</content>",
       SourceEncoding::html_in_xml,
       {"Ein Hafen"}},
      {"<content type='text'>Ein &lt;Hafen&gt; &amp;\n wartet.\n\n Und wartet.</content>",
       SourceEncoding::xml,
       {"Ein <Hafen> & wartet.", "Und wartet."}},
      {"<summary>Ein Hafen<![CDATA[ wartet &]]> hofft.</summary>",
       SourceEncoding::xml,
       {"Ein Hafen wartet & hofft."}},
      {"<content type='image/png'>iVBORw0KGgo=</content><summary>Bild.</summary>",
       SourceEncoding::xml,
       {"Bild."}},
  };
  for (const auto& row : rows) {
    std::string xml = head;
    xml.append("<entry>").append(meta).append(row.content).append("</entry></feed>");
    const ReadResult result = read_feed(xml);
    ASSERT_EQ(result.articles.size(), 1U) << row.content;
    EXPECT_THAT(result.problems, IsEmpty());
    const Article& article = result.articles[0];
    EXPECT_EQ(article.id, "urn:7");
    EXPECT_EQ(article.title, "Hafen & Meer");
    EXPECT_EQ(article.url, "https://example.org/7");
    EXPECT_EQ(article.author, "Jonas Keller");
    EXPECT_EQ(article.date, "2026-03-14T08:00:00Z");
    EXPECT_EQ(article.section, "Wasser");
    EXPECT_EQ(article.language, "de");
    EXPECT_EQ(article.facets.at("site"), "Der See");
    EXPECT_EQ(article.source_encoding, row.encoding) << row.content;
    EXPECT_EQ(texts_of(article, ParagraphKind::body), row.body);
  }
}

TEST(FeedReaderTest, OldAndPrefixedFormsAreRead) {
  const ReadResult rdf = read_feed(
      "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='c'><title>新闻"
      "</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel>"
      "<item rdf:about='https://example.org/9'><title>冰川</title><description>冰川退了。"
      "</description><dc:date>2020-08-28</dc:date><dc:subject>气候</dc:subject>"
      "<media:title>x</media:title><itunes:author>y</itunes:author></item></rdf:RDF>");
  ASSERT_EQ(rdf.articles.size(), 1U);
  EXPECT_EQ(rdf.articles[0].id, "https://example.org/9");
  EXPECT_EQ(rdf.articles[0].date, "2020-08-28");
  EXPECT_EQ(rdf.articles[0].section, "气候");
  EXPECT_EQ(rdf.articles[0].author, "");
  EXPECT_EQ(rdf.articles[0].title, "冰川");
  EXPECT_EQ(rdf.articles[0].facets.at("site"), "新闻");

  const ReadResult atom = read_feed(
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry xml:lang='kk'><a:title>Су</a:title>"
      "<a:content>Су келді.</a:content></a:entry></a:feed>");
  ASSERT_EQ(atom.articles.size(), 1U);
  EXPECT_EQ(atom.articles[0].title, "Су");
  EXPECT_EQ(atom.articles[0].text, "Су келді.");
  EXPECT_EQ(atom.articles[0].language, "kk");
}

TEST(FeedReaderTest, ADateThatCannotBeReadIsAFacet) {
  const ReadResult result =
      read_feed(rss("<item><title>t</title><pubDate>gestern</pubDate></item>"
                    "<item><title>u</title><author>a@example.org (Ann Lee)</author></item>"));
  ASSERT_EQ(result.articles.size(), 2U);
  EXPECT_EQ(result.articles[0].date, "");
  EXPECT_EQ(result.articles[0].facets.at("date"), "gestern");
  EXPECT_EQ(result.articles[1].author, "Ann Lee");
}

TEST(FeedReaderTest, LongTextsAreCutAndStillExact) {
  std::string html;
  for (int i = 0; i < 500; ++i) {
    html += "Das Eis &amp;uuml;ber dem Fluss ist &lt;b&gt;d&#252;nn&lt;/b&gt; geworden. ";
  }
  const ReadResult result =
      read_feed(rss("<item><title>t</title><description>" + html + "</description></item>"),
                {.paragraph_bytes_max = 200});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_GT(result.articles[0].paragraphs.size(), 50U);
}

TEST(FeedReaderTest, WhatIsNoFeedSaysSo) {
  for (const std::string xml : {"", " \n", "Just text.", "<html><body>x</body></html>", "<",
                                "<<<>>>", "<?xml version='1.0'?>"}) {
    const ReadResult result = read_feed(xml);
    EXPECT_THAT(result.articles, IsEmpty()) << xml;
    ASSERT_EQ(result.problems.size(), 1U) << xml;
    EXPECT_THAT(result.problems[0].reason, HasSubstr("it is no feed")) << xml;
  }
  EXPECT_THAT(read_feed(rss("")).problems, IsEmpty());
  EXPECT_THAT(read_feed("<feed/>").problems, IsEmpty());
}

TEST(FeedReaderTest, WhatIsBrokenIsReadAsFarAsItGoes) {
  const struct {
    std::string items;
    std::vector<std::string> titles;
    const char* reason;
  } rows[] = {
      {"<item><title>a</title></item><item><title>b</title>", {"a"}, "the file ends within it"},
      {"<item><title>a</title><item><title>b</title></item>", {"a", "b"}, "it has no end tag"},
      {"<item><title>a<link>l</link></item>", {"a"}, "a tag in it has no end"},
      {"<item><title>a</b></title></i></item>", {"a"}, ""},
      {"<item><link>l</link></item><item/>", {}, "it has neither text nor title"},
      {"<item><title>a \xFF b</title></item>", {"a \uFFFD b"}, "parts replaced by U+FFFD: 1"},
      {"<item><title>" + std::string(2000, 'x') + "</title></item><item><title>b</title></item>",
       {"b"},
       "it has more than 1000 bytes; left out"},
  };
  for (const auto& row : rows) {
    const std::string xml =
        "<rss><channel><title>Вода пришла в город ночью, лёд сошёл к утру, и река снова пошла на "
        "север, как шла она каждую весну до плотины.</title>" +
        row.items +
        (row.titles.size() == 1 && row.items.ends_with("</title>") ? "" : "</channel></rss>");
    const ReadResult result = read_feed(xml, {.article_bytes_max = 1000});
    std::vector<std::string> titles;
    for (const Article& article : result.articles) {
      titles.push_back(article.title);
    }
    EXPECT_EQ(titles, row.titles) << row.items.substr(0, 100);
    ASSERT_EQ(result.problems.empty(), std::string(row.reason).empty()) << row.items.substr(0, 100);
    if (!result.problems.empty()) {
      EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
      EXPECT_EQ(result.problems[0].source, "x.xml");
    }
  }
}

TEST(FeedReaderTest, EveryCutOfAFeedIsReadSafely) {
  const std::string xml = rss(
      "<item><title>a</title><content:encoded><![CDATA[<p>b &amp; c</p>]]></content:encoded></item>"
      "<item><title>d</title><description>&lt;p&gt;e &amp;amp; f&lt;/p&gt;</description></item>");
  for (std::size_t size = 0; size < xml.size(); ++size) {
    EXPECT_LE(read_feed(xml.substr(0, size)).articles.size(), 2U);
    std::string damaged = xml;
    for (const char byte : {'<', '>', '&', '"', '\0', '\xD0'}) {
      damaged[size] = byte;
      read_feed(damaged);
    }
  }
}

TEST(FeedReaderTest, EntitiesAreNeverExpandedNorFetched) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"ha\">";
  for (int i = 1; i < 100; ++i) {
    const std::string before = "&e" + std::to_string(i - 1) + ";";
    bomb.append("<!ENTITY e").append(std::to_string(i)).append(" \"");
    bomb.append(before).append(before).append("\">");
  }
  bomb +=
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><item><title>t</title><description>"
      "&e99; &file;</description></item></rss>";
  const ReadResult result = read_feed(bomb);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "&e99; &file;");
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("it declares entities of its own"));
}

TEST(FeedReaderTest, DeepNestingIsHarmless) {
  std::string deep;
  std::string ends;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<div>";
    ends += "</div>";
  }
  const ReadResult result =
      read_feed("<feed>" + deep + "<entry><title>t</title><content type='xhtml'>" + deep + "end" +
                ends + "</content></entry></feed>");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "end");
}

TEST(FeedReaderTest, OtherCharsetsAreDecodedAndSpansNameTheirBytes) {
  // "Вода пришла в город, и лёд сошёл." in windows-1251.
  const std::string text =
      "\xC2\xEE\xE4\xE0 \xEF\xF0\xE8\xF8\xEB\xE0 \xE2 \xE3\xEE\xF0\xEE\xE4, \xE8 \xEB\xB8\xE4 "
      "\xF1\xEE\xF8\xB8\xEB.";
  const std::string xml =
      "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>\xCB\xB8\xE4</title>"
      "<description>" +
      text + "</description></item><item><title>ASCII</title></item></channel></rss>";
  const ReadResult result = read_feed(xml);
  ASSERT_EQ(result.articles.size(), 2U);
  EXPECT_EQ(result.articles[0].source_charset, "windows-1251");
  EXPECT_EQ(result.articles[0].title, "Лёд");
  EXPECT_EQ(result.articles[0].text, "Вода пришла в город, и лёд сошёл.");
  const Span source = result.articles[0].paragraphs.at(0).source;
  EXPECT_EQ(xml.substr(source.begin, source.size()), text);
}

TEST(FeedReaderTest, Utf16IsDecodedWhole) {
  const std::u16string wide =
      u"<?xml version='1.0' encoding='UTF-16'?><rss><channel><item><title>冰</title>"
      u"<description>&lt;p&gt;冰川 &amp;amp; 湖。&lt;/p&gt;</description></item></channel></rss>";
  std::string xml = "\xFF\xFE";
  for (const char16_t unit : wide) {
    xml += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
  }
  const ReadResult result = read_feed(xml);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "冰川 & 湖。");
  EXPECT_EQ(result.articles[0].source_charset, "UTF-16LE");
  EXPECT_THAT(read_feed(xml, {.article_bytes_max = 100}).problems.at(0).reason,
              HasSubstr("it has more than 100 bytes"));
}

TEST(FeedReaderTest, ACharsetThatIsAskedForIsTakenWhateverTheBytesAre) {
  const ReadResult result =
      read_feed(rss("<item><title>\xD0\xB4</title></item>"), {.charset = "windows-1251"});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].title, "Рґ");
}

}  // namespace
}  // namespace pilcrow
