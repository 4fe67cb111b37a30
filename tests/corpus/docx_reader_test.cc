// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "tests/support/archives.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string document(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" + body +
         "</w:body></w:document>";
}

std::string run(const std::string& text) {
  return "<w:r><w:t>" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& text, const std::string& style = "") {
  const std::string properties =
      style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
  return "<w:p>" + properties + run(text) + "</w:p>";
}

// Reads, and holds every paragraph against the bytes that it names.
ReadResult read_docx(const std::string& xml, Members others = {}, const ReadOptions& options = {}) {
  others.emplace_back("word/document.xml", xml);
  ReadResult result = read_memory(make_docx_reader, pack("zip", "none", others), options,
                                  {.path = "a.zip", .member = "a.docx"});
  for (const Article& article : result.articles) {
    EXPECT_EQ(article.id, "a.zip/a.docx");
    EXPECT_EQ(article.source_member, "a.docx/word/document.xml");
    EXPECT_EQ(article.source_encoding, SourceEncoding::docx);
  }
  expect_sources(result, xml);
  return result;
}

std::vector<std::string> body(const std::string& xml) {
  const ReadResult result = read_docx(xml);
  return result.articles.empty() ? std::vector<std::string>()
                                 : texts_of(result.articles[0], ParagraphKind::body);
}

TEST(DocxReaderTest, RunsOfAParagraphAreJoinedAndWhatIsNoTextIsLeftOut) {
  const struct {
    std::string xml;
    std::vector<std::string> texts;
  } rows[] = {
      {paragraph("It rained."), {"It rained."}},
      {"<w:p>" + run("The fer") + "<w:bookmarkStart/>" + run("ry left") + "</w:p>",
       {"The ferry left"}},
      {"<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t xml:space=\"preserve\"> "
       "three</w:t></w:r></w:p>",
       {"one two three"}},
      {paragraph("Fish &amp; chips &#8212; &lt;5&gt; &unknown; <![CDATA[&amp;]]>"),
       {"Fish & chips — <5> &unknown; &amp;"}},
      {paragraph("<![CDATA[ a < b ]]>") + paragraph("a<![CDATA[  ]]>b<!-- no -->"),
       {"a < b", "a b"}},
      {"<w:p>" + run("before") + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>" +
           "<w:moveFrom>" + run("moved") + "</w:moveFrom><w:ins>" + run(" and after") +
           "</w:ins></w:p>",
       {"before and after"}},
      {"<w:p>" + run("See ") + "<w:r><w:instrText>PAGEREF _x</w:instrText></w:r>" + run("page 7") +
           "</w:p>",
       {"See page 7"}},
      {"<w:p>" + run("well") + "<w:r><w:noBreakHyphen/></w:r>" + run("known") + "</w:p>",
       {"well-known"}},
      {"<w:p>" + run("A") + "<mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraph("box") +
           "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraph("box") +
           "</w:txbxContent></mc:Fallback></mc:AlternateContent>" + run("tail") + "</w:p>",
       {"A box tail"}},
      {"<w:tbl><w:tr><w:tc>" + paragraph("Ili") + "</w:tc><w:tc>" + paragraph("1439") +
           paragraph("km") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("Chu") +
           "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
       {"Ili 1439 km", "Chu"}},
      {paragraph("&#160;水在流。\u3000") + paragraph("Су ағады.") + paragraph(" "),
       {"水在流。", "Су ағады."}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(body(document(row.xml)), row.texts) << row.xml;
  }
}

TEST(DocxReaderTest, StylesTellWhatAParagraphIsInAnyLanguageOfTheProgram) {
  const std::string styles =
      "<w:styles><w:docDefaults><w:lang w:val=\"de-DE\"/></w:docDefaults>"
      "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
      "<w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
      "<w:style w:styleId=\"Mein\"><w:name w:val=\"Mein\"/><w:basedOn "
      "w:val=\"berschrift1\"/></w:style>"
      "<w:style w:styleId=\"Schleife\"><w:basedOn w:val=\"Schleife\"/></w:style></w:styles>";
  const ReadResult result = read_docx(
      document(paragraph("Wo der Apfel herkommt", "Titel") + paragraph("Ein Tal", "berschrift1") +
               paragraph("Er reift.", "Schleife") + paragraph("Ein Berg", "Mein") +
               paragraph("Ein Apfel", "Caption") + paragraph("Er fällt.")),
      {{"word/styles.xml", styles}});
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Wo der Apfel herkommt");
  EXPECT_EQ(article.language, "de");
  EXPECT_THAT(texts_of(article, ParagraphKind::headline),
              ElementsAre("Wo der Apfel herkommt", "Ein Tal", "Ein Berg"));
  EXPECT_THAT(texts_of(article, ParagraphKind::caption), ElementsAre("Ein Apfel"));
  EXPECT_THAT(texts_of(article, ParagraphKind::body), ElementsAre("Er reift.", "Er fällt."));
}

TEST(DocxReaderTest, PropertiesOfTheFileBecomeFacts) {
  const ReadResult result =
      read_docx(document(paragraph("Он идёт две ночи.")),
                {{"docProps/core.xml",
                  "<cp:coreProperties><dc:title>Поезд &amp; море</dc:title><dc:creator>Павел "
                  "Лисин</dc:creator><dcterms:created>2021-05-12T08:00:00Z</dcterms:created>"
                  "<dc:language>ru-RU</dc:language><cp:keywords>поезда</cp:keywords>"
                  "</cp:coreProperties>"}});
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Поезд & море");
  EXPECT_EQ(article.author, "Павел Лисин");
  EXPECT_EQ(article.date, "2021-05-12T08:00:00Z");
  EXPECT_EQ(article.language, "ru");
  EXPECT_EQ(article.facets.at("keywords"), "поезда");
}

TEST(DocxReaderTest, PiecesOfALongParagraphNameTheirBytes) {
  std::string xml;
  for (int i = 0; i < 60; ++i) {
    xml +=
        run("Rain &amp; wind, ") + "<w:r><w:tab/></w:r>" + run("day " + std::to_string(i) + ". ");
  }
  const ReadResult result =
      read_docx(document("<w:p>" + xml + "</w:p>"), {}, {.paragraph_bytes_max = 100});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_GT(result.articles[0].paragraphs.size(), 10U);
  EXPECT_EQ(texts_of(result.articles[0], ParagraphKind::body)[0].find("Rain & wind, day 0."), 0U);
}

TEST(DocxReaderTest, WhatIsBrokenIsLeftOutAndSaysWhy) {
  const std::string whole =
      pack("zip", "none", {{"word/document.xml", document(paragraph("It rained."))}});
  std::string damaged = whole;
  damaged[60] = static_cast<char>(~damaged[60]);
  const struct {
    std::string bytes;
    const char* reason;
  } rows[] = {
      {"", "zip file is broken"},
      {"It rained.", "zip file is broken"},
      {whole.substr(0, 60), "zip file is broken"},
      {pack("zip", "none", {{"word/other.xml", "<x/>"}}), "it has no word/document.xml"},
      {pack("zip", "none", {{"word/document.xml", ""}}), "it holds no text"},
      {pack("zip", "none", {{"word/document.xml", document("<w:p/>")}}), "it holds no text"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read_memory(make_docx_reader, row.bytes);
    EXPECT_TRUE(result.articles.empty()) << row.reason;
    ASSERT_EQ(result.problems.size(), 1U) << row.reason;
    EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
  }
  read_memory(make_docx_reader, damaged);
}

TEST(DocxReaderTest, ADocumentThatEndsEarlyIsReadAsFarAsItGoesAndReported) {
  const std::string xml = document(paragraph("It rained.") + paragraph("It stopped."));
  for (std::size_t size = 0; size < xml.size(); ++size) {
    const ReadResult result = read_docx(xml.substr(0, size));
    EXPECT_EQ(result.problems.size(), 1U) << size;
  }
}

// Whatever the tags, in whatever order, a paragraph's bytes spell its text.
TEST(DocxReaderTest, EveryParagraphOfAnyMixtureIsSpelledByItsBytes) {
  const std::vector<std::string> parts = {"<w:p>",
                                          "</w:p>",
                                          "<w:t>",
                                          "</w:t>",
                                          "<w:tr>",
                                          "</w:tr>",
                                          "<w:tc>",
                                          "</w:tc>",
                                          "<w:del>",
                                          "</w:del>",
                                          "<mc:Fallback>",
                                          "</mc:Fallback>",
                                          "<w:tab/>",
                                          "<w:br/>",
                                          "<w:noBreakHyphen/>",
                                          "&amp;",
                                          "&#160;",
                                          "&x;",
                                          "<!-- c -->",
                                          "<",
                                          "&",
                                          "\u3000",
                                          " ",
                                          "\n",
                                          "word. ",
                                          "été",
                                          "水",
                                          "<w:p/>",
                                          "<w:pStyle w:val=\"Title\"/>",
                                          "<?p?>"};
  std::mt19937 random(20211124);  // NOLINT: the same mixtures at each run.
  for (int i = 0; i < 2000 && !HasFailure(); ++i) {
    std::string xml = "<w:document>";
    const std::size_t size = 1 + random() % 40;
    for (std::size_t j = 0; j < size; ++j) {
      xml += parts[random() % parts.size()];
    }
    SCOPED_TRACE(xml);
    read_docx(xml, {}, {.paragraph_bytes_max = i % 2 == 0 ? std::size_t{16} << 10 : 20});
  }
}

TEST(DocxReaderTest, HostileFilesAreBounded) {
  const std::string bomb = document(paragraph(std::string(std::size_t{66} << 20, 'x')));
  const ReadResult unpacked = read_docx(bomb, {}, {.expansion_max = 2});
  EXPECT_TRUE(unpacked.articles.empty());
  ASSERT_EQ(unpacked.problems.size(), 1U);
  EXPECT_THAT(unpacked.problems[0].reason, HasSubstr("unpacks to more than is sound"));
  const ReadResult large =
      read_docx(document(paragraph(std::string(200000, 'x'))), {}, {.article_bytes_max = 100000});
  ASSERT_EQ(large.problems.size(), 1U);

  const std::string entities =
      "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" + document(paragraph("&b;"));
  EXPECT_THAT(body(entities), ElementsAre("&b;"));

  std::string nested;
  for (int i = 0; i < 100000; ++i) {
    nested += "<w:p><w:del><w:tr>";
  }
  EXPECT_THAT(body(document(paragraph("It rained.") + nested)), ElementsAre("It rained."));
}

}  // namespace
}  // namespace pilcrow
