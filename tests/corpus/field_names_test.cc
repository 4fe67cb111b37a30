// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/field_names.h"

#include <gmock/gmock.h>

#include "corpus/json_fields.h"
#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

Article read_fields(const std::string& json, const ReadOptions& options = {}) {
  FieldNames names(options);
  FieldValues values(names);
  Article article;
  EXPECT_EQ(read_json_fields(json, names, values, article), "") << json;
  values.fill(article);
  return article;
}

TEST(FieldNamesTest, UsualNamesAreKnown) {
  const struct {
    const char* json;
    std::string Article::*field;
    const char* value;
  } rows[] = {
      {R"({"body":"x"})", &Article::text, "x"},
      {R"({"articleBody":"x"})", &Article::text, "x"},
      {R"({"headline":"x"})", &Article::title, "x"},
      {R"({"byline":"Dana"})", &Article::author, "Dana"},
      {R"({"authors":["Айгүл","Jonas"]})", &Article::author, "Айгүл, Jonas"},
      {R"({"authors":[{"name":"王芳","id":1},{"name":"Li"}]})", &Article::author, "王芳, Li"},
      {R"({"author":{"name":"Dana","url":"u"}})", &Article::author, "Dana"},
      {R"({"authors":[]})", &Article::author, ""},
      {R"({"published_at":"2021-03-14T10:00:00Z"})", &Article::date, "2021-03-14T10:00:00Z"},
      {R"({"pubDate":"14 марта 2021"})", &Article::date, "2021-03-14"},
      {R"({"pubDate":"Sun, 14 Mar 2021 10:00:00 +0600"})", &Article::date,
       "2021-03-14T10:00:00+06:00"},
      {R"({"category":"Wasser"})", &Article::section, "Wasser"},
      {R"({"link":"https://example.org/1"})", &Article::url, "https://example.org/1"},
      {R"({"lang":"en-US"})", &Article::language, "en"},
      {R"({"_id":7})", &Article::id, "7"},
      {R"({"guid":"g"})", &Article::id, "g"},
      {R"({"Title":"x"})", &Article::title, ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read_fields(row.json).*row.field, row.value) << row.json;
  }
}

TEST(FieldNamesTest, OfSeveralUsualNamesTheFirstWithAValueCountsAndTheOthersAreFacets) {
  const Article article = read_fields(
      R"({"created_at":"2021-01-01","date":"2021-03-14","body":"b","text":null,"headline":"h"})");
  EXPECT_EQ(article.date, "2021-03-14");
  EXPECT_EQ(article.text, "b");
  EXPECT_THAT(article.facets, ElementsAre(Pair("created_at", "2021-01-01")));
}

TEST(FieldNamesTest, AMappedNameGoesBeforeAUsualOneOfAnotherField) {
  const Article article =
      read_fields(R"({"title":"Su","link":"u","text":"x"})", {.fields = {{"section", "title"}}});
  EXPECT_EQ(article.section, "Su");
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.url, "u");
}

TEST(FieldNamesTest, ALaterMemberWithTheSameKeyReplacesWhatWasNested) {
  EXPECT_EQ(read_fields(R"({"author":{"name":"A"},"author":{"name":"B"}})").author, "B");
  EXPECT_EQ(read_fields(R"({"author":{"name":"A"},"author":null})").author, "");
  EXPECT_EQ(read_fields(R"({"authors":["A","B"],"authors":["C"]})").author, "C");
}

TEST(FieldNamesTest, CaseCountsOnlyWhereItShould) {
  const FieldNames exact(ReadOptions{});
  const FieldNames ignored(ReadOptions{}, FieldNames::Case::ignored);
  EXPECT_EQ(exact.find("TITLE"), FieldNames::none);
  EXPECT_EQ(ignored.find("TITLE"), ignored.find("title"));
  EXPECT_NE(ignored.find("TITLE"), FieldNames::none);
}

TEST(FieldNamesTest, AMappedNameThatNeverOccursIsNamed) {
  const ReadOptions options{.fields = {{"text", "bdoy"}, {"title", "head"}}};
  FieldNames names(options);
  std::vector<Problem> problems;
  names.add_missing("a.jsonl", problems);
  EXPECT_TRUE(problems.empty());
  for (const char* name : {"head", "body", "body", "desk"}) {
    names.note(name);
  }
  names.add_missing("a.jsonl", problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].source, "a.jsonl");
  EXPECT_THAT(problems[0].reason, HasSubstr("'bdoy'"));
  EXPECT_THAT(problems[0].reason, HasSubstr("head, body, desk"));
}

TEST(FieldNamesTest, AFieldThatDoesNotExistIsAnError) {
  expect_error(ErrorCode::invalid_argument, "map field 'txt' to 'body': there is no such field",
               [] {
                 FieldNames(ReadOptions{.fields = {{"txt", "body"}}});
               });
}

}  // namespace
}  // namespace pilcrow
