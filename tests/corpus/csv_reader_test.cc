// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/support/encode.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

ReadResult read_csv(const std::string& bytes, const ReadOptions& options = {},
                    char separator = '\0') {
  ReadResult result =
      read_all(*make_csv_reader(memory_file(bytes, {.path = "x.csv"}), separator, options));
  expect_sources(result, bytes);
  return result;
}

std::vector<std::string> texts_of(const ReadResult& result) {
  std::vector<std::string> texts;
  for (const Article& article : result.articles) {
    texts.push_back(article.text);
  }
  return texts;
}

TEST(CsvReaderTest, TakesFieldsAndFacets) {
  const ReadResult result = read_csv(
      "ID,Headline,Body,Published,Byline,Desk,\n"
      "a,The  Sea,\"It rained.\n\nHe said \"\"no\"\".\",14 March 2021,Dana,asia,7\n");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.problems, IsEmpty());
  const Article& article = result.articles[0];
  EXPECT_EQ(article.id, "a");
  EXPECT_EQ(article.title, "The Sea");
  EXPECT_EQ(article.date, "2021-03-14");
  EXPECT_EQ(article.author, "Dana");
  EXPECT_THAT(article.facets, ElementsAre(Pair("Desk", "asia")));
  EXPECT_THAT(texts_of(article, ParagraphKind::body), ElementsAre("It rained.", "He said \"no\"."));
  EXPECT_EQ(article.source_encoding, SourceEncoding::csv_field);
  EXPECT_EQ(article.source_record, (Span{40, 106}));
}

TEST(CsvReaderTest, SeparatorsAndLineEndsAreThoseOfTheHeader) {
  const std::string expected = "Қар, жауды; иә";
  for (const char separator : {',', ';', '\t', '|'}) {
    for (const char* line_end : {"\n", "\r\n", "\r"}) {
      std::string bytes;
      for (const char byte : std::string_view("\xEF\xBB\xBF\"title\"~text~a$$T~\"^\"~1$U~x~2")) {
        bytes += byte == '~'   ? std::string(1, separator)
                 : byte == '$' ? std::string(line_end)
                 : byte == '^' ? expected
                               : std::string(1, byte);
      }
      const ReadResult result = read_csv(bytes);
      EXPECT_THAT(texts_of(result), ElementsAre(expected, "x")) << bytes;
      EXPECT_THAT(result.problems, IsEmpty()) << bytes;
    }
  }
}

TEST(CsvReaderTest, WithoutIdThePathAndTheLineServe) {
  const ReadResult result = read_csv("text\r\n\"a\r\nb\"\r\n\r\nc\r\n");
  ASSERT_EQ(result.articles.size(), 2U);
  EXPECT_EQ(result.articles[0].id, "x.csv:2");
  EXPECT_TRUE(result.articles[0].id_is_path);
  EXPECT_EQ(result.articles[1].id, "x.csv:5");
}

TEST(CsvReaderTest, RaggedRecordsAreReportedAndUsed) {
  const ReadResult result = read_csv("title,text,desk\nA\nB,x,y,z\nC,x,y,,\n\"D\",\"x\"y\",z\n");
  EXPECT_EQ(result.articles.size(), 4U);
  ASSERT_EQ(result.problems.size(), 2U);
  EXPECT_EQ(result.problems[0].where, "line 2");
  EXPECT_THAT(result.problems[0].reason, HasSubstr("1 cells, the header 3; the missing ones"));
  EXPECT_EQ(result.problems[1].where, "line 3");
  EXPECT_THAT(result.problems[1].reason, HasSubstr("4 cells, the header 3; the cells beyond"));
}

TEST(CsvReaderTest, AQuotationMarkThatIsNeverClosedIsNamedByItsLine) {
  const std::string bytes = "title,text\nA,x\n\"B\nb\",\"y\nC,z\n";
  for (const std::size_t bytes_max : {std::size_t{1000}, std::size_t{8}}) {
    const ReadResult result =
        read_csv(bytes, {.article_bytes_max = bytes_max == 8 ? 10U : bytes_max});
    EXPECT_THAT(texts_of(result), ElementsAre("x"));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].where, "line 4");
    EXPECT_THAT(result.problems[0].reason, HasSubstr("left out from line 3 on"));
  }
}

TEST(CsvReaderTest, ARecordThatIsTooLargeIsPassedOver) {
  const std::string large(3'000'000, 'x');
  std::string quoted = "\"";
  quoted.append(large).append("\n\n\"\"").append(large).append("\"");
  for (const std::string& field : {large, quoted}) {
    std::string bytes = "title,text\nA,x\nB,";
    bytes.append(field).append("\r\nC,z\n");
    const ReadResult result = read_csv(bytes, {.article_bytes_max = 1000});
    EXPECT_THAT(texts_of(result), ElementsAre("x", "z"));
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].where, "line 3");
    EXPECT_THAT(result.problems[0].reason, HasSubstr("more than 1000 bytes"));
  }
}

TEST(CsvReaderTest, NamesAreMapped) {
  const ReadResult result =
      read_csv("kop,inhoud,text\nA,x,y\n",
               {.fields = {{"title", "Kop"}, {"text", "INHOUD"}, {"date", "when"}}});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].title, "A");
  EXPECT_EQ(result.articles[0].text, "x");
  EXPECT_THAT(result.articles[0].facets, ElementsAre(Pair("text", "y")));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("'when'"));
  EXPECT_THAT(result.problems[0].reason, HasSubstr("kop, inhoud, text"));
}

TEST(CsvReaderTest, OfTwoColumnsWithOneNameTheLastCounts) {
  const ReadResult result = read_csv("text,text,k,k\na,b,c,d\n");
  EXPECT_THAT(texts_of(result), ElementsAre("b"));
  EXPECT_THAT(result.articles[0].facets, ElementsAre(Pair("k", "d")));
}

TEST(CsvReaderTest, AFileWithoutArticlesSaysWhy) {
  const struct {
    std::string bytes;
    const char* reason;  // Null: none.
  } rows[] = {
      {"", nullptr},
      {"\n\n", nullptr},
      {"title,text\n", nullptr},
      {"a,b\n1,2\n3,4\n", "no column for a text or a title"},
      {"\"title,text\nx", "never closed"},
      {"text\n \n", "neither text nor title"},
      {std::string(3000, 'x'), "more than 1000 bytes"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read_csv(row.bytes, {.article_bytes_max = 1000});
    EXPECT_THAT(result.articles, IsEmpty());
    ASSERT_EQ(result.problems.size(), row.reason == nullptr ? 0U : 1U) << row.bytes;
    if (row.reason != nullptr) {
      EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
    }
  }
}

// So much of it is UTF-8 that the broken parts are no other charset.
TEST(CsvReaderTest, InvalidUtf8IsReplacedAndStillFound) {
  std::string rest;
  for (int i = 0; i < 10; ++i) {
    rest += "Вода,Чистая вода стоит в колодце.\n";
  }
  const ReadResult result =
      read_csv("title,text\nEis,\"Schnee \xE4\xB8 am\n\n\"\"See\"\"\xFF.\"\n" + rest);
  ASSERT_EQ(result.articles.size(), 11U);
  EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::body),
              ElementsAre("Schnee \uFFFD am", "\"See\"\uFFFD."));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("parts replaced by U+FFFD: 2"));
}

TEST(CsvReaderTest, HostileInputIsHarmless) {
  std::string columns = "text";
  std::string cells = "x";
  for (int i = 0; i < 10'000; ++i) {
    columns += ",c" + std::to_string(i);
    cells += ",v";
  }
  const ReadResult wide = read_csv(columns + "\n" + cells + "\n");
  ASSERT_EQ(wide.articles.size(), 1U);
  EXPECT_EQ(wide.articles[0].facets.size(), 10'000U);

  const std::string rows[] = {
      std::string(100'000, ','),
      std::string(100'001, '"'),
      "text\n" + std::string(100'000, ','),
      "text\n" + std::string(100'001, '"'),
      std::string("text\na\0b\n", 9),
      std::string(1000, '\0'),
      std::string(1000, '\r'),
  };
  for (const std::string& row : rows) {
    const ReadResult result = read_csv(row);
    EXPECT_LE(result.articles.size(), 1U) << row.substr(0, 10);
    EXPECT_LE(result.problems.size(), 2U) << row.substr(0, 10);
  }
}

TEST(CsvReaderTest, OtherCharsetsAreFoundOutOnceForTheWholeFile) {
  struct Case {
    const char* charset;
    const char* csv;
    const char* text;
  };
  const Case cases[] = {
      {"windows-1251",
       "title,text\nПорт,\"В порту \"\"Заря\"\" всю зиму стояли паромы, и никто их не ждал.\"\n",
       "В порту \"Заря\" всю зиму стояли паромы, и никто их не ждал."},
      {"windows-1252",
       "title;text\nHafen;Die Fähren hören über Nacht auf zu läuten, und die Möwen gähnen.\n",
       "Die Fähren hören über Nacht auf zu läuten, und die Möwen gähnen."},
      {"GB18030", "title,text\n港口,渡船整个冬天都停在港口，没有人等它们，只有海鸥在桅杆上过夜。\n",
       "渡船整个冬天都停在港口，没有人等它们，只有海鸥在桅杆上过夜。"},
      {"UTF-16LE", "title,text\nHarbour,\"The ferries waited, all winter.\"\n",
       "The ferries waited, all winter."},
  };
  for (const Case& one : cases) {
    const ReadResult result = read_csv(encode(one.csv, one.charset));
    ASSERT_EQ(result.articles.size(), 1U) << one.charset;
    EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::body), ElementsAre(one.text));
    EXPECT_EQ(result.articles[0].source_charset, one.charset);
  }
}

TEST(CsvReaderTest, ACharsetThatIsAskedForIsTakenWhateverTheBytesAre) {
  EXPECT_THAT(texts_of(read_csv("text\n\xD0\xB4\n", {.charset = "windows-1251"})),
              ElementsAre("Рґ"));
}

}  // namespace
}  // namespace pilcrow
