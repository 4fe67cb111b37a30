// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::StartsWith;

// Reads under the usual names.
std::string read_fields(std::string_view json, Article& article) {
  FieldNames names(ReadOptions{});
  FieldValues values(names);
  std::string reason = read_json_fields(json, names, values, article);
  values.fill(article);
  return reason;
}

TEST(ReadJsonFields, TakesScalarsOfTheOutermostObjectOnly) {
  Article article;
  EXPECT_EQ(read_fields(R"({"id":12345678901234567890,"x":{"id":"inner","y":[{"title":"z"}]},)"
                        R"("pages":1.50,"n":-3,"free":false,"none":null,"list":["a"]})",
                        article),
            "");
  EXPECT_EQ(article.id, "12345678901234567890");
  EXPECT_EQ(article.title, "");
  EXPECT_THAT(article.facets,
              ElementsAre(Pair("free", "false"), Pair("n", "-3"), Pair("pages", "1.50")));
}

TEST(ReadJsonFields, OfTwoWithOneKeyTheLastCounts) {
  Article article;
  EXPECT_EQ(read_fields(R"({"text":"a","text":"b","k":"a","k":null,"j":"a","j":{}})", article), "");
  EXPECT_EQ(article.text, "b");
  EXPECT_THAT(article.facets, IsEmpty());
}

TEST(ReadJsonFields, TellsShortlyWhatIsWrong) {
  const struct {
    std::string json;
    const char* reason;
  } rows[] = {
      {"[{\"id\":1}]", "it is no JSON object"},
      {"7", "it is no JSON object"},
      {"{\"id\":1} x", "it is no valid JSON: "},
      {"{\"id\":1e999}", "it is no valid JSON: number overflow"},
      {"{\"text\":\"" + std::string(100'000, 'x'), "it is no valid JSON: syntax error"},
      {"{\"id\":1" + std::string(100'000, '0') + "e999}", "it is no valid JSON: number overflow"},
      {std::string(1'000'000, '['), "it is no valid JSON: "},
  };
  for (const auto& row : rows) {
    Article article;
    const std::string reason = read_fields(row.json, article);
    EXPECT_THAT(reason, StartsWith(row.reason)) << row.json.substr(0, 40);
    EXPECT_LT(reason.size(), 200U);
  }
}

}  // namespace
}  // namespace pilcrow
