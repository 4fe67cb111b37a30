// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_spans.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

namespace pilcrow {
namespace {

TEST(FindJsonString, FindsTheValueInTheOutermostObject) {
  const struct {
    std::string json;
    const char* spelling;  // Null: not found.
  } rows[] = {
      {R"({"text":"a"})", "a"},
      {R"( { "id" : 1 , "text" : "a b" } )", "a b"},
      {R"({"text":""})", ""},
      {R"({"text":"say \"text\": no"})", R"(say \"text\": no)"},
      {R"({"x":{"text":"inner"},"text":"outer"})", "outer"},
      {R"({"x":["text"],"text":"outer"})", "outer"},
      {R"({"x":"text","text":"a"})", "a"},
      {R"({"text":"first","text":"last"})", "last"},
      {R"({"text":"ends with \\"})", R"(ends with \\)"},
      {R"({"text":7})", nullptr},
      {R"({"x":{"text":"inner"}})", nullptr},
      {R"({"id":"text"})", nullptr},
      {R"({})", nullptr},
      {R"({"x":[{"y":[]}],"text":"outer"})", "outer"},
      {R"({"text":"first","te\u0078t":"last"})", nullptr},
  };
  for (const auto& row : rows) {
    const auto found = find_json_string(row.json, "text");
    ASSERT_EQ(found.has_value(), row.spelling != nullptr) << row.json;
    if (found) {
      EXPECT_EQ(row.json.substr(found->begin, found->size()), row.spelling) << row.json;
    }
  }
}

TEST(JsonStringMap, EveryCharacterIsFoundAgain) {
  const std::string spelling = R"(a\n\"\\\/\u00e9é\u4e4c乌\ud83d\ude00😀\u0041 end)";
  const std::string decoded = nlohmann::json::parse('"' + spelling + '"');
  for (std::size_t begin = 0; begin < decoded.size(); ++begin) {
    if ((static_cast<unsigned char>(decoded[begin]) & 0xC0) == 0x80) {
      continue;
    }
    JsonStringMap map(spelling);
    const std::size_t at = map.spelled(begin);
    const std::string rest = nlohmann::json::parse('"' + spelling.substr(at) + '"');
    EXPECT_EQ(rest, decoded.substr(begin)) << begin;
  }
}

}  // namespace
}  // namespace pilcrow
