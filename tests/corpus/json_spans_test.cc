// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_spans.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/formats/spelling.h"

namespace pilcrow {
namespace {

TEST(FindJsonStrings, FindsTheValueInTheOutermostObject) {
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
      {R"({"text":"first","te\u0078t":"last"})", "last"},
  };
  for (const auto& row : rows) {
    const auto found = find_json_strings(row.json, "text");
    ASSERT_EQ(found.size(), row.spelling != nullptr ? 1U : 0U) << row.json;
    if (!found.empty()) {
      EXPECT_EQ(row.json.substr(found[0].begin, found[0].size()), row.spelling) << row.json;
    }
  }
}

TEST(FindJsonStrings, FollowsNamesThroughObjectsAndLists) {
  const struct {
    std::string json;
    std::vector<std::string> spellings;
  } rows[] = {
      {R"({"a":{"b":"x"}})", {"x"}},
      {R"({"a":{"c":{"b":"x"}},"b":"y"})", {}},
      {R"({"a":[{"b":"x"},7,{"c":"y","b":["z","w"]}]})", {"x", "z", "w"}},
      {R"({"a":{"b":"x"},"a":{"b":"y"}})", {"y"}},
      {R"({"a":{"b":"x"},"a":{}})", {}},
      {R"({"a":{"b":"x"},"a":null})", {}},
      {R"({"a.b":"x"})", {"x"}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> spellings;
    for (const Span& span : find_json_strings(row.json, "a.b")) {
      spellings.push_back(row.json.substr(span.begin, span.size()));
    }
    EXPECT_EQ(spellings, row.spellings) << row.json;
  }
}

TEST(DecodeJsonString, EveryCharacterIsFoundAgain) {
  const std::string spelling = R"(a\n\"\\\/\u00e9é\u4e4c乌\ud83d\ude00😀\u0041 end)";
  const std::string decoded = nlohmann::json::parse('"' + spelling + '"');
  OffsetMap map;
  ASSERT_EQ(decode_json_string(spelling, map), decoded);
  for (std::size_t begin = 0; begin < decoded.size(); ++begin) {
    if ((static_cast<unsigned char>(decoded[begin]) & 0xC0) == 0x80) {
      continue;
    }
    const Span rest = map.source({begin, decoded.size()});
    EXPECT_EQ(json_string_text(spelling.substr(rest.begin, rest.size())), decoded.substr(begin));
  }
}

TEST(DecodeJsonString, WhatIsNoTextIsReplacedAndWhatIsNoEscapeStays) {
  const struct {
    const char* spelling;
    const char* text;
  } rows[] = {
      {"\\u0000", "\uFFFD"},
      {"\\ud800x", "\uFFFDx"},
      {"\\udc00", "\uFFFD"},
      {"\\u12", "\\u12"},
      {"\\ud800\\u0041", "\uFFFDA"},
      {"\\", "\\"},
      {"\\q", "\\q"},
      {"", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(json_string_text(row.spelling), row.text) << row.spelling;
  }
}

TEST(JsonEndFinder, FindsTheEndOfAValueInPieces) {
  const struct {
    std::string bytes;
    std::size_t end;
  } rows[] = {
      {R"({"a":"}"},)", 9},
      {R"({"a":[1}, {})", 8},
      {R"({"a":"\"}"} )", 11},
      {R"({"a":{}}})", 8},
      {"12 ,{}", 3},
      {R"([1,{"a":[]}] ,{})", 13},
      {R"("]{" ])", 5},
      {"}},", 1},
      {"{\"a\":", std::string::npos},
  };
  for (const auto& row : rows) {
    for (std::size_t piece = 1; piece < 5; ++piece) {
      JsonEndFinder finder;
      std::size_t at = 0;
      std::size_t end = JsonEndFinder::npos;
      while (at < row.bytes.size() && end == JsonEndFinder::npos) {
        end = finder.feed(std::string_view(row.bytes).substr(at, piece));
        at += end == JsonEndFinder::npos ? piece : end;
      }
      EXPECT_EQ(end == JsonEndFinder::npos ? end : at, row.end) << row.bytes << piece;
    }
  }
}

}  // namespace
}  // namespace pilcrow
