// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cstdlib>

#include "tests/support/expect_error.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Lines at the places of a page, from the top; "" is a gap between paragraphs.
using PdfPage = std::vector<std::string>;

std::string object(std::string& pdf, std::vector<std::size_t>& places, const std::string& body) {
  places.push_back(pdf.size());
  const std::string number = std::to_string(places.size());
  pdf += number + " 0 obj\n" + body + "\nendobj\n";
  return number + " 0 R";
}

std::string stream_of(const PdfPage& page) {
  std::string drawing = "BT /F1 12 Tf 14 TL 72 760 Td\n";
  for (const std::string& line : page) {
    drawing += line.empty() ? "T* T*\n" : "(" + line + ") Tj T*\n";
  }
  drawing += "ET";
  return "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "\nendstream";
}

std::string make_pdf(const std::vector<PdfPage>& pages, const std::string& info = "<< >>") {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  object(pdf, places, "<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    kids += std::to_string(5 + 2 * i) + " 0 R ";
  }
  object(pdf, places,
         "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  object(pdf, places,
         "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const PdfPage& page : pages) {
    const std::string content = object(pdf, places, stream_of(page));
    object(pdf, places,
           "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
           ">> >> /Contents " +
               content + " >>");
  }
  const std::string facts = object(pdf, places, info);
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    std::string digits = std::to_string(place);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return pdf + "trailer\n<< /Size " + std::to_string(places.size() + 1) + " /Root 1 0 R /Info " +
         facts + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

class PdfReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    if (run_program({"pdftotext", "-v"}, {.output_bytes_max = 1000}).outcome ==
        ProgramResult::Outcome::absent) {
      GTEST_SKIP() << "install poppler-utils";
    }
  }

  // Reads, and holds every paragraph against the bytes that it names.
  ReadResult read(const std::string& bytes, const ReadOptions& options = {}) {
    write_file(path_, bytes);
    ReadResult result = read_memory(make_pdf_reader, "", options, {.path = path_});
    for (const Article& article : result.articles) {
      EXPECT_EQ(article.source_member, "pdftotext");
      EXPECT_EQ(article.source_encoding, SourceEncoding::plain);
    }
    if (!result.articles.empty()) {
      expect_sources(result, pdf_text(path_));
    }
    return result;
  }

  TemporaryPath folder_;
  std::string path_ = folder_ / "-report.pdf";
};

TEST_F(PdfReaderTest, ParagraphsAreTheBytesThatPdftotextWrites) {
  const ReadResult result =
      read(make_pdf({{"The Harbour", "", "It rained on the harbour", "all day long.", "",
                      "Une \\351cluse s'ouvrit."}},
                    "<< /Author (Dana Whitfield) /CreationDate (D:20210314080000Z) /Title "
                    "(Microsoft Word - harbour.doc) /Keywords (rain, sea) >>"));
  EXPECT_TRUE(result.problems.empty());
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.id, path_);
  EXPECT_EQ(article.title, "The Harbour");
  EXPECT_EQ(article.author, "Dana Whitfield");
  EXPECT_EQ(article.date.substr(0, 10), "2021-03-14");
  EXPECT_EQ(article.facets.at("keywords"), "rain, sea");
  EXPECT_THAT(texts_of(article, ParagraphKind::headline), ElementsAre("The Harbour"));
  EXPECT_THAT(texts_of(article, ParagraphKind::body),
              ElementsAre("It rained on the harbour\nall day long.", "Une écluse s'ouvrit."));
}

TEST_F(PdfReaderTest, WhatRecursAtTheEdgesOfPagesIsFurniture) {
  std::vector<PdfPage> pages;
  const std::vector<std::string> things = {"rain", "boats", "nets and ropes", "the long winter"};
  for (std::size_t i = 0; i < things.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    pages.push_back({"Annual Report 2021", "", "This part tells of " + things[i] + ".",
                     "It goes on for a while.", "", "Page " + number + " of 4", number});
  }
  const ReadResult result = read(make_pdf(pages, "<< /Title (Boats) >>"));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].title, "Boats");
  EXPECT_EQ(texts_of(result.articles[0], ParagraphKind::navigation).size(), 12U);
  const std::vector<std::string> body = texts_of(result.articles[0], ParagraphKind::body);
  ASSERT_EQ(body.size(), 4U);
  EXPECT_EQ(body[3], "This part tells of the long winter.\nIt goes on for a while.");
}

TEST_F(PdfReaderTest, ALabelThatHeadsAllPagesIsTheTitleWhereTheFileTellsNone) {
  const ReadResult result = read(make_pdf({{"Boats", "", "One is red, and it leaks.", "", "\\225"},
                                           {"Boats", "", "The other is blue.", "", "2"},
                                           {"Boats", "", "Neither has a name.", "", "3"}}));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].title, "Boats");
  EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::headline), ElementsAre("Boats"));
  EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::navigation),
              ElementsAre("•", "Boats", "2", "Boats", "3"));
}

TEST_F(PdfReaderTest, AFileWithinAnotherIsReadThroughACopy) {
  const ReadResult result = read_memory(make_pdf_reader, make_pdf({{"It rained all day long."}}),
                                        {}, {.path = "a.zip", .member = "b.pdf"});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].id, "a.zip/b.pdf");
  EXPECT_EQ(result.articles[0].source_member, "b.pdf/pdftotext");
}

TEST_F(PdfReaderTest, WhatCannotBeReadIsReportedAndSaysWhy) {
  const std::string whole = make_pdf({{"It rained all day long, and then it stopped."}});
  const struct {
    std::string bytes;
    const char* reason;
  } rows[] = {
      {"", "pdftotext can't read it: "},
      {"It rained.", "pdftotext can't read it: "},
      {make_pdf({{}}), "it holds no text"},
      {whole, "its text has more than 10 bytes"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read(row.bytes, {.article_bytes_max = 10});
    EXPECT_TRUE(result.articles.empty()) << row.reason;
    ASSERT_EQ(result.problems.size(), 1U) << row.reason;
    EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
  }
  expect_error(ErrorCode::io, "pdftotext can't read it", [] { pdf_text("/none.pdf"); });
}

TEST_F(PdfReaderTest, AnAbsentProgramIsReportedOnce) {
  const std::string search_path = std::getenv("PATH");
  ::setenv("PATH", "/none", 1);
  const std::vector<Problem> first = read("").problems;
  const std::vector<Problem> second = read("").problems;
  ::setenv("PATH", search_path.c_str(), 1);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_THAT(first[0].reason, HasSubstr("install poppler-utils"));
  EXPECT_TRUE(second.empty());
}

}  // namespace
}  // namespace pilcrow
