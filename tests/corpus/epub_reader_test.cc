// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

#include "tests/support/archives.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string container =
    "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\" "
    "media-type=\"application/oebps-package+xml\"/></rootfiles></container>";

std::string package(const std::string& manifest, const std::string& spine,
                    const std::string& more = "") {
  return "<package><metadata><dc:title>Seen und Flüsse</dc:title><dc:creator>Lena "
         "Brandt</dc:creator><dc:date>2021-03-14</dc:date><dc:language>de-DE</dc:language>"
         "</metadata><manifest>" +
         manifest + "</manifest><spine>" + spine + "</spine>" + more + "</package>";
}

std::string item(const std::string& id, const std::string& href, const std::string& more = "") {
  return "<item id=\"" + id + "\" href=\"" + href + "\" media-type=\"application/xhtml+xml\"" +
         more + "/>";
}

std::string itemref(const std::string& id, const std::string& more = "") {
  return "<itemref idref=\"" + id + "\"" + more + "/>";
}

std::string xhtml_page(const std::string& body) {
  return "<?xml version=\"1.0\"?><html><head><title>x</title></head><body>" + body +
         "</body></html>";
}

// Reads, and holds every paragraph against the bytes that it names.
ReadResult read_epub(const Members& content, const ReadOptions& options = {}) {
  ReadResult result =
      read_memory(make_epub_reader, pack("zip", "none", content), options, {.path = "book.epub"});
  for (const Article& article : result.articles) {
    const auto member = std::find_if(content.begin(), content.end(), [&](const auto& one) {
      return one.first == article.source_member;
    });
    EXPECT_NE(member, content.end()) << article.source_member;
    EXPECT_EQ(article.id, "book.epub/" + article.source_member);
    expect_sources(article, member->second);
  }
  return result;
}

TEST(EpubReaderTest, AChapterIsAnArticleInTheOrderOfTheSpine) {
  const ReadResult result = read_epub({
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml", container},
      {"OEBPS/text/two.xhtml",
       xhtml_page("<p>Der Hafen wartet.</p><p>Er wartet &amp; schweigt.</p>")},
      {"OEBPS/text/ein s.xhtml", xhtml_page("<h1>Der <i>See</i></h1><p>Das Wasser kam zurück.</p>"
                                            "<figure><figcaption>Ein Boot</figcaption></figure>")},
      {"OEBPS/cover.xhtml", xhtml_page("<p>Seen und Flüsse</p>")},
      {"OEBPS/note.xhtml", xhtml_page("<p>Eine Anmerkung.</p>")},
      {"OEBPS/empty.xhtml", xhtml_page("<img src='x.png'/>")},
      {"OEBPS/nav.xhtml",
       xhtml_page("<nav><ol><li><a href=\"text/ein%20s.xhtml\">Eins</a></li><li><a "
                  "href=\"text/two.xhtml#top\">Der <b>Hafen</b></a></li></ol></nav>")},
      {"OEBPS/book.opf",
       package(item("one", "text/ein%20s.xhtml") + item("two", "text/two.xhtml") +
                   item("cover", "cover.xhtml") + item("note", "note.xhtml") +
                   item("empty", "empty.xhtml") +
                   item("nav", "nav.xhtml", " properties=\"nav scripted\""),
               itemref("cover") + itemref("nav") + itemref("one") + itemref("two") +
                   itemref("one") + itemref("empty") + itemref("none") +
                   itemref("note", " linear=\"no\""),
               "<guide><reference type=\"cover\" href=\"cover.xhtml\"/></guide>")},
  });
  EXPECT_TRUE(result.problems.empty());
  ASSERT_EQ(result.articles.size(), 2U);
  const Article& one = result.articles[0];
  EXPECT_EQ(one.source_member, "OEBPS/text/ein s.xhtml");
  EXPECT_EQ(one.title, "Der See");
  EXPECT_EQ(one.section, "Seen und Flüsse");
  EXPECT_EQ(one.author, "Lena Brandt");
  EXPECT_EQ(one.date, "2021-03-14");
  EXPECT_EQ(one.language, "de");
  EXPECT_EQ(one.source_encoding, SourceEncoding::html);
  EXPECT_THAT(texts_of(one, ParagraphKind::headline), ElementsAre("Der See"));
  EXPECT_THAT(texts_of(one, ParagraphKind::body), ElementsAre("Das Wasser kam zurück."));
  EXPECT_THAT(texts_of(one, ParagraphKind::caption), ElementsAre("Ein Boot"));
  EXPECT_EQ(result.articles[1].title, "Der Hafen");
  EXPECT_THAT(texts_of(result.articles[1], ParagraphKind::body),
              ElementsAre("Der Hafen wartet.", "Er wartet & schweigt."));
}

TEST(EpubReaderTest, LabelsOfTheSecondEditionAreTitles) {
  const ReadResult result = read_epub(
      {{"META-INF/container.xml", container},
       {"OEBPS/a.html", xhtml_page("<p>Он идёт две ночи.</p>")},
       {"OEBPS/toc.ncx",
        "<ncx><docTitle><text>Книга</text></docTitle><navMap><navPoint><navLabel><text>Поезд "
        "&amp; море</text></navLabel><content src=\"a.html#p1\"/></navPoint></navMap></ncx>"},
       {"OEBPS/book.opf", package("<item id=\"toc\" href=\"toc.ncx\" "
                                  "media-type=\"application/x-dtbncx+xml\"/>" +
                                      item("a", "a.html"),
                                  itemref("a"))}});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].title, "Поезд & море");
}

TEST(EpubReaderTest, WhatCannotBeReadIsReportedOnce) {
  const std::string good = xhtml_page("<p>It rained.</p>");
  const std::string encryption = "<encryption><EncryptedData><EncryptionMethod Algorithm=\"";
  const Members book = {{"META-INF/container.xml", container},
                        {"OEBPS/book.opf", package(item("a", "a.html"), itemref("a"))},
                        {"OEBPS/a.html", good}};
  const auto with = [&](const std::string& algorithm) {
    Members content = book;
    content.emplace_back("META-INF/encryption.xml",
                         encryption + algorithm + "\"/></EncryptedData></encryption>");
    return content;
  };
  EXPECT_EQ(read_epub(with("http://www.idpf.org/2008/embedding")).articles.size(), 1U);
  const struct {
    Members content;
    const char* reason;
  } rows[] = {
      {with("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), "it is encrypted"},
      {{{"mimetype", "application/epub+zip"}}, "it has no META-INF/container.xml"},
      {{{"META-INF/container.xml", "<container/>"}}, "names no package document"},
      {{{"META-INF/container.xml", container}}, "it has no OEBPS/book.opf"},
      {{book[0], {"OEBPS/book.opf", ""}}, "it holds no text"},
      {{book[0], book[1], {"OEBPS/a.html", ""}}, "it holds no text"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read_epub(row.content);
    EXPECT_TRUE(result.articles.empty()) << row.reason;
    ASSERT_EQ(result.problems.size(), 1U) << row.reason;
    EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
  }
}

TEST(EpubReaderTest, AChapterThatIsMissingOrTooLargeDoesNotEndTheBook) {
  const ReadResult result = read_epub(
      {{"META-INF/container.xml", container},
       {"OEBPS/book.opf", package(item("a", "a.html") + item("b", "b.html") + item("c", "c.html"),
                                  itemref("a") + itemref("b") + itemref("c"))},
       {"OEBPS/b.html", xhtml_page("<p>" + std::string(200000, 'x') + "</p>")},
       {"OEBPS/c.html", xhtml_page("<p>It rained.</p>")}},
      {.article_bytes_max = 100000});
  ASSERT_EQ(result.articles.size(), 1U);
  ASSERT_EQ(result.problems.size(), 2U);
  EXPECT_EQ(result.problems[0].where, "OEBPS/a.html");
  EXPECT_THAT(result.problems[1].reason, HasSubstr("has more than 100000 bytes; left out"));
}

TEST(EpubReaderTest, BytesThatAreNoZipFileOrHalfAOneAreLeftOut) {
  const std::string whole = pack("zip", "none",
                                 {{"META-INF/container.xml", container},
                                  {"OEBPS/book.opf", package(item("a", "a.html"), itemref("a"))},
                                  {"OEBPS/a.html", xhtml_page("<p>It rained.</p>")}});
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    const ReadResult result = read_memory(make_epub_reader, whole.substr(0, size));
    EXPECT_TRUE(result.articles.empty());
    EXPECT_EQ(result.problems.size(), 1U) << size;
  }
}

}  // namespace
}  // namespace pilcrow
