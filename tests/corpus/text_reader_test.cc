// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cstdlib>

#include "tests/support/encode.h"
#include "tests/support/expect_error.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_all.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class TextReaderTest : public testing::Test {
 protected:
  ReadResult read(std::string_view bytes, const ReadOptions& options = {}) {
    write_file(path_, bytes);
    return read_all(path_, options);
  }

  TemporaryPath folder_;
  std::string path_ = folder_ / "article.txt";
};

TEST_F(TextReaderTest, AFileIsOneArticleUnderItsPath) {
  const ReadResult result = read("The Sea\n\nIt rained.\n\nIt stopped.\n");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.id, path_);
  EXPECT_TRUE(article.id_is_path);
  EXPECT_EQ(article.source_path, path_);
  EXPECT_EQ(article.source_record, (Span{0, 33}));
  EXPECT_EQ(article.title, "The Sea");
  EXPECT_THAT(texts_of(article, ParagraphKind::body), ElementsAre("It rained.", "It stopped."));
  expect_sources(article, read_file(path_));
}

TEST_F(TextReaderTest, SpansCountFromTheBeginningOfTheFileAlsoAfterAByteOrderMark) {
  const ReadResult result = read("\xEF\xBB\xBFIt rained.\r\n\r\nIt stopped.");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_TRUE(result.problems.empty());
  expect_sources(result, read_file(path_));
}

TEST_F(TextReaderTest, InvalidUtf8IsReplacedAndReported) {
  const std::string sentence = "Шёл дождь, и никто не спешил домой, потому что дома тоже капало.";
  const ReadResult result = read(sentence + "\n\n" + sentence + " \xFF" + sentence);
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.source_charset, "");
  EXPECT_THAT(texts_of(article, ParagraphKind::body),
              ElementsAre(sentence, sentence + " \uFFFD" + sentence));
  const std::size_t size = sentence.size();
  EXPECT_EQ(article.paragraphs[1].source, (Span{size + 2, 3 * size + 4}));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("parts replaced by U+FFFD: 1"));
  expect_sources(article, read_file(path_));
}

TEST_F(TextReaderTest, OtherCharsetsAreReadAndNamed) {
  const struct {
    std::string bytes;
    const char* charset;
    const char* last;
  } rows[] = {
      {"It r\xE4ined.\n\nIt \xFF\xFEstopped.", "windows-1252", "It ÿþstopped."},
      {std::string("\xFF\xFEh\0i\0.\0", 8), "UTF-16LE", "hi."},
      {encode("Шёл дождь.\n\nДождь прошёл.", "UTF-16BE"), "UTF-16BE", "Дождь прошёл."},
      {encode("Шёл дождь.\r\n\r\nДождь прошёл.", "windows-1251"), "windows-1251", "Дождь прошёл."},
      {encode("雨が降った。\n\n雨はやんだ。", "ISO-2022-JP"), "ISO-2022-JP", "雨はやんだ。"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read(row.bytes);
    ASSERT_EQ(result.articles.size(), 1U) << row.charset;
    EXPECT_TRUE(result.problems.empty()) << row.charset;
    EXPECT_EQ(result.articles[0].source_charset, row.charset);
    EXPECT_EQ(texts_of(result.articles[0], ParagraphKind::body).back(), row.last);
    EXPECT_EQ(result.articles[0].source_record, (Span{0, row.bytes.size()})) << row.charset;
    expect_sources(result, read_file(path_));
  }
}

TEST_F(TextReaderTest, ACharsetThatIsAskedForIsTaken) {
  const ReadResult result = read("It r\xC3\xA4ined.", {.charset = "latin1"});
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "It rÃ¤ined.");
  EXPECT_EQ(result.articles[0].source_charset, "windows-1252");
  expect_error(ErrorCode::invalid_argument, "did you mean 'windows-1252'",
               [&] { read("It rained.", {.charset = "window-1252"}); });
}

TEST_F(TextReaderTest, WhatIsNoTextIsLeftOutAndSaysWhy) {
  const struct {
    std::string bytes;
    const char* reason;
  } rows[] = {
      {"", "it holds no text"},
      {" \n\n\t", "it holds no text"},
      {std::string("PNG\0\0\0", 6), "NUL bytes"},
      {std::string("\xFF\xFE \0\n\0", 6), "it holds no text"},
      {std::string(101, 'x'), "it has more than 100 bytes"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read(row.bytes, {.article_bytes_max = 100});
    EXPECT_TRUE(result.articles.empty()) << row.reason;
    ASSERT_EQ(result.problems.size(), 1U) << row.reason;
    EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason));
    EXPECT_EQ(result.problems[0].source, path_);
  }
}

TEST_F(TextReaderTest, AStrayNulIsReplacedAndReported) {
  std::string bytes = "It rained.\n\nIt sto";
  bytes += '\0';
  for (int i = 0; i < 20; ++i) {
    bytes += "pped and rained. ";
  }
  const ReadResult result = read(bytes);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::body)[1], StartsWith("It sto\uFFFDpped"));
  EXPECT_EQ(result.articles[0].paragraphs[1].source.begin, 12U);
  EXPECT_EQ(result.problems.size(), 1U);
}

TEST_F(TextReaderTest, NamesOfOtherFormatsAreBelieved) {
  path_ = folder_ / "scan.PNG";
  const ReadResult result = read("no picture");
  EXPECT_TRUE(result.articles.empty());
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("it is no text but .png"));
}

TEST_F(TextReaderTest, WhatCannotBeOpenedIsAnErrorThatNamesIt) {
  expect_error(ErrorCode::not_found, "open /none.txt: No such file or directory",
               [] { open_source("/none.txt"); });
  expect_error(ErrorCode::invalid_argument, "it is a folder",
               [&] { open_source(folder_.path().string()); });
}

TEST(SampleCorpus, IsReadRight) {
  constexpr struct {
    const char* file;
    const char* title;
    const char* section;
    const char* author;
    const char* date;
    std::size_t body;
  } rows[] = {
      {"de-aepfel-almaty", "Wo der Apfel herkommt", "Landwirtschaft", "Lena Brandt", "2020-10-04",
       4},
      {"de-aralsee-hafen", "Ein Hafen wartet auf sein Meer", "Wasser", "Jonas Keller", "2021-03-21",
       4},
      {"en-aral-harbour", "A Harbour Waits for Its Sea", "Water", "Dana Whitfield", "2021-03-14",
       5},
      {"en-khorgos-railway", "At Khorgos, the Railway Changes Its Gauge and Its Mind", "Trade",
       "Tom Ashgrove", "2021-05-06", 5},
      {"en-school-languages", "Three Languages, One Timetable", "Education", "Martin Oakes",
       "2020-09-01", 5},
      {"en-tuyuksu-glacier", "The Glacier Above Almaty Has a Diary", "Climate", "Dana Whitfield",
       "2020-08-19", 5},
      {"en-wheat-harvest", "A Late Wheat Harvest Tests the Steppe", "Agriculture", "Martin Oakes",
       "2020-10-03", 4},
      {"fr-election-locale", "Une élection locale au bord du lac Balkhach", "Politique",
       "Claire Fontenay", "2021-01-11", 4},
      {"kk-aral-tenizi", "Арал теңізі қайтып келеді", "Су", "Ерлан Мұқанов", "2021-03-22", 4},
      {"kk-uriimzhi-zholy", "Үрімжіге баратын темір жол", "Сауда", "Айгүл Сәрсенова", "2021-05-18",
       4},
      {"ru-doroga-urumchi", "Поезд до Урумчи идёт две ночи", "Торговля", "Павел Лисин",
       "2021-05-12", 4},
      {"ru-ledniki-almaty", "Ледник над Алматы ведёт дневник", "Климат", "Нина Орлова",
       "2020-08-25", 5},
      {"zh-alamutu-bingchuan", "阿拉木图上方的冰川", "气候", "王芳", "2020-08-28", 4},
      {"zh-huoerguosi-tielu", "开往乌鲁木齐的列车", "贸易", "李明", "2021-05-20", 4},
  };
  for (const auto& row : rows) {
    const ReadResult result =
        read_all(std::string(PILCROW_SOURCE_DIR "/corpus/sample/") + row.file + ".txt");
    ASSERT_EQ(result.articles.size(), 1U) << row.file;
    EXPECT_TRUE(result.problems.empty()) << row.file;
    const Article& article = result.articles[0];
    EXPECT_EQ(article.title, row.title);
    EXPECT_EQ(article.section, row.section) << row.file;
    EXPECT_EQ(article.author, row.author) << row.file;
    EXPECT_EQ(article.date, row.date) << row.file;
    EXPECT_EQ(texts_of(article, ParagraphKind::body).size(), row.body) << row.file;
    EXPECT_EQ(texts_of(article, ParagraphKind::standfirst).size(), 1U) << row.file;
    EXPECT_EQ(texts_of(article, ParagraphKind::caption).size(), 1U) << row.file;
    EXPECT_EQ(texts_of(article, ParagraphKind::credit).size(), 1U) << row.file;
  }
}

// The customer's own article, which is not ours to copy into a test.
TEST(SeedArticle, IsReadRight) {
  const char* data = std::getenv("PILCROW_DATA");
  if (data == nullptr || !std::filesystem::exists(std::string(data) + "/seed/article.txt")) {
    GTEST_SKIP() << "set PILCROW_DATA to the folder that holds seed/article.txt";
  }
  const std::string path = std::string(data) + "/seed/article.txt";
  const ReadResult result = read_all(path);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_TRUE(result.problems.empty());
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Kazakhstan and the Xinjiang Problem");
  EXPECT_EQ(article.section, "Crossroads Asia");
  EXPECT_THAT(texts_of(article, ParagraphKind::standfirst),
              ElementsAre(StartsWith("Ethnic Kazakhs have opened the window")));
  EXPECT_THAT(texts_of(article, ParagraphKind::caption),
              ElementsAre(StartsWith("In this March 31")));
  EXPECT_THAT(texts_of(article, ParagraphKind::credit), ElementsAre(StartsWith("Credit: ")));
  const std::vector<std::string> body = texts_of(article, ParagraphKind::body);
  ASSERT_EQ(body.size(), 18U);
  EXPECT_THAT(body.front(), StartsWith("Ethnic Kazakhs have served as a critical window"));
  EXPECT_THAT(body.back(), StartsWith("“The political obstacles to holding China accountable"));
  const std::string bytes = read_file(path);
  for (const Paragraph& paragraph : article.paragraphs) {
    EXPECT_EQ(bytes.substr(paragraph.source.begin, paragraph.source.size()),
              article.text.substr(paragraph.span.begin, paragraph.span.size()));
  }
}

}  // namespace
}  // namespace pilcrow
