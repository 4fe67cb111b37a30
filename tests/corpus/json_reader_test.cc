// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/support/expect_sources.h"
#include "tests/support/read_memory.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ReadResult read_json(const std::string& bytes, const ReadOptions& options = {}) {
  ReadResult result = read_memory(make_json_reader, bytes, options, {.path = "news.json"});
  expect_sources(result, bytes);
  return result;
}

std::vector<std::string> titles_of(const ReadResult& result) {
  std::vector<std::string> titles;
  for (const Article& article : result.articles) {
    titles.push_back(article.title);
  }
  return titles;
}

TEST(JsonReaderTest, AListAnObjectAndAnObjectAroundAListAreRead) {
  const struct {
    const char* json;
    std::vector<std::string> titles;
  } rows[] = {
      {R"([{"title":"A","text":"x"},{"title":"B","text":"y"}])", {"A", "B"}},
      {"\xEF\xBB\xBF [\n  {\n    \"title\": \"A\"\n  } ,\n  {\"title\": \"B\"}\n]\n", {"A", "B"}},
      {R"({"title":"A","text":"x"})", {"A"}},
      {R"({"title":"A","authors":[{"name":"Aigül"}],"images":[{"title":"i"}],"text":"x"})", {"A"}},
      {R"({"title":"A"})", {"A"}},
      {R"({"status":"ok","tags":["t"],"articles":[{"title":"A"},{"title":"B"}],"next":{"a":[{}]}})",
       {"A", "B"}},
      {R"({"title":"Feed","items":[{"title":"A"}]} )", {"A"}},
      {R"({"response":{"docs":[{"title":"A"},{"title":"B"}],"start":0}})", {"A", "B"}},
      {"{\"title\":\"A\",\"text\":\"x\"}\n{\"title\":\"B\",\"text\":\"y\"}\n", {"A", "B"}},
      {R"([{"title":"A"}][{"title":"B"}])", {"A", "B"}},
      {R"([{"title":"A"},])", {"A"}},
      {"[]", {}},
      {"", {}},
      {" \n", {}},
  };
  for (const auto& row : rows) {
    const ReadResult result = read_json(row.json);
    EXPECT_EQ(titles_of(result), row.titles) << row.json;
    EXPECT_THAT(result.problems, IsEmpty()) << row.json;
  }
}

TEST(JsonReaderTest, WithoutIdThePathAndTheNumberOfTheElementServe) {
  const ReadResult result = read_json(R"([{"text":"x"},{"id":"b","text":"y"},{"text":"z"}])");
  ASSERT_EQ(result.articles.size(), 3U);
  EXPECT_EQ(result.articles[0].id, "news.json:1");
  EXPECT_TRUE(result.articles[0].id_is_path);
  EXPECT_EQ(result.articles[1].id, "b");
  EXPECT_FALSE(result.articles[1].id_is_path);
  EXPECT_EQ(result.articles[2].id, "news.json:3");
  EXPECT_EQ(result.articles[2].source_record, (Span{36, 48}));
}

TEST(JsonReaderTest, ATextMayBeAListOfParagraphs) {
  const ReadResult result = read_json(
      R"([{"paragraphs":["Қар жауды.", "", "Er sagte:\n\n\"Nein\" \u4e4c.", "Конец."]}])");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::body),
              ElementsAre("Қар жауды.", "Er sagte:", "\"Nein\" 乌.", "Конец."));
}

TEST(JsonReaderTest, NestedNamesAreMapped) {
  const ReadResult result = read_json(
      R"([{"meta":{"head":"A","by":[{"n":"Mei"},{"n":"Jonas"}]},"doc":{"full":"Зима.\n\nВесна."},)"
      R"("text":"a facet now"}])",
      {.fields = {{"title", "meta.head"}, {"author", "meta.by.n"}, {"text", "doc.full"}}});
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "A");
  EXPECT_EQ(article.author, "Mei, Jonas");
  EXPECT_THAT(texts_of(article, ParagraphKind::body), ElementsAre("Зима.", "Весна."));
  EXPECT_THAT(article.facets, ElementsAre(testing::Pair("text", "a facet now")));
  EXPECT_THAT(result.problems, IsEmpty());
}

TEST(JsonReaderTest, ABrokenElementIsNamedAndTheRestIsRead) {
  const struct {
    const char* json;
    std::vector<std::string> titles;
    std::vector<std::string> wheres;
  } rows[] = {
      {R"([{"title":"A"},{"title":},{"title":"C"}])", {"A", "C"}, {"byte 15"}},
      {R"([{"title":"A","x":[1},{"title":"C"}])", {"C"}, {"byte 1"}},
      {R"([{"title":"A"}},{"title":"C"}])", {"A", "C"}, {"byte 14"}},
      {R"([1, "two", [3, {"title":"no"}], null, {"title":"C"}, 5, 6])",
       {"C"},
       {"byte 1", "byte 53"}},
      {"[{\"title\":\"raw\nline\"},{\"title\":\"C\"}]", {"C"}, {"byte 1"}},
      {R"([{"a":1},{"title":"C"}])", {"C"}, {"byte 1"}},
      {R"([{"title":"A"},{"title":"B)", {"A"}, {"byte 15"}},
      {R"([{"title":"A"},)", {"A"}, {"byte 15"}},
      {R"({"articles":[{"title":"A"})", {"A"}, {"byte 26"}},
      {R"({"title":"A")", {}, {"byte 0"}},
      {"PNG\x1A", {}, {"byte 0"}},
      {R"([{"title":"A"}] x [{"title":"B"}])", {"A"}, {"byte 16"}},
  };
  for (const auto& row : rows) {
    const ReadResult result = read_json(row.json);
    EXPECT_EQ(titles_of(result), row.titles) << row.json;
    std::vector<std::string> wheres;
    for (const Problem& problem : result.problems) {
      wheres.push_back("byte " + std::to_string(problem.byte.value()));
      EXPECT_EQ(problem.source, "news.json");
    }
    EXPECT_EQ(wheres, row.wheres) << row.json;
  }
}

TEST(JsonReaderTest, AnElementThatIsTooLargeIsPassedOver) {
  const ReadResult result = read_json(
      "[{\"title\":\"A\"},{\"title\":\"" + std::string(3'000'000, 'x') + "\"},{\"title\":\"C\"}]",
      {.article_bytes_max = 1000});
  EXPECT_THAT(titles_of(result), ElementsAre("A", "C"));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].byte, 15U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("more than 1000 bytes"));
  EXPECT_EQ(result.articles[1].id, "news.json:3");
}

TEST(JsonReaderTest, AnObjectAroundAListMayBeLargerThanAnArticle) {
  std::string json = R"({"articles":[)";
  for (int i = 0; i < 5000; ++i) {
    json += (i == 0 ? "" : ",\n") + std::string(R"({"title":"A", "text":"Снег шёл до утра."})");
  }
  const ReadResult result = read_json(json + "]}", {.article_bytes_max = 1000});
  EXPECT_EQ(result.articles.size(), 5000U);
  EXPECT_THAT(result.problems, IsEmpty());
}

TEST(JsonReaderTest, HostileInputIsHarmless) {
  const std::string deep(100'000, '[');
  std::string deep_objects;
  for (int i = 0; i < 100'000; ++i) {
    deep_objects += "{\"a\":";
  }
  const std::string rows[] = {
      deep,
      "[" + deep + std::string(100'000, ']') + ",{\"title\":\"A\"}]",
      "[{\"title\":\"A\",\"x\":" + deep + std::string(100'000, ']') + "}]",
      deep_objects,
      "[{\"title\":\"A\",\"x\":" + deep_objects + "1" + std::string(100'001, '}') + "]",
      std::string(100'000, '}'),
      "[" + std::string(100'000, '}'),
      "[" + std::string(100'000, ','),
      "[" + std::string(100'000, '"'),
      "[{\"" + std::string(100'000, '\\'),
      std::string("[{\"title\":\"A\0\",\"text\":\"b\0c\"}]", 29),
      std::string("\xFF\xFE[\0{\0", 6),
  };
  for (const std::string& row : rows) {
    const ReadResult result = read_json(row);
    EXPECT_LE(result.articles.size(), 1U) << row.substr(0, 30);
    EXPECT_LE(result.problems.size(), 2U) << row.substr(0, 30);
  }
}

TEST(JsonReaderTest, InvalidUtf8IsReplacedAndStillFound) {
  const ReadResult result = read_json(
      "[{\"title\":\"caf\xE9\",\"text\":\"Eis\xC3.\n\\n\\n\"},{\"text\":\"\\u0041 \xE4\xB8 "
      "b\\n\\nc\xFF\"}]");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(texts_of(result.articles[0], ParagraphKind::body),
              ElementsAre("A \uFFFD b", "c\uFFFD"));
  EXPECT_THAT(result.problems.back().reason, HasSubstr("parts replaced by U+FFFD: 2"));
}

}  // namespace
}  // namespace pilcrow
