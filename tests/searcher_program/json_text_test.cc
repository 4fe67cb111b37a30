// SPDX-License-Identifier: GPL-2.0-or-later
// What is written is what nlohmann's library would write, byte for byte.
#include "searcher/json_text.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace pilcrow {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

template <typename Value>
std::string written(const Value& value) {
  JsonText json(0);
  json.value(value);
  return json.take();
}

TEST(JsonText, EscapesWhatMustBe) {
  struct Row {
    std::string text;
    const char* json;
  };
  for (const Row& row :
       {Row{"", R"("")"}, Row{"harbour", R"("harbour")"}, Row{"\"a\\b/", R"("\"a\\b/")"},
        Row{"\b\f\n\r\t", R"("\b\f\n\r\t")"}, Row{{"\0\x1f\x7f", 3}, "\"\\u0000\\u001f\x7f\""},
        Row{"Ürümqi 乌鲁木齐 😀", "\"Ürümqi 乌鲁木齐 😀\""}, Row{"a\xFFz", "\"a\xEF\xBF\xBDz\""}}) {
    EXPECT_EQ(written(row.text), row.json);
    EXPECT_EQ(written(row.text), dumped(row.text));
  }
}

// Bytes at random, mostly such as begin, continue or break a sequence.
TEST(JsonText, ReplacesInvalidUtf8AsOthersDo) {
  constexpr std::string_view bytes =
      "a\"\x80\x8F\x90\x9F\xA0\xBF\xC0\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF4\xF5";
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = random() % 7; left > 0; --left) {
      text.push_back(bytes[random() % bytes.size()]);
    }
    ASSERT_EQ(written(text), dumped(text));
  }
}

TEST(JsonText, WritesNumbersThatReadBackTheSame) {
  EXPECT_EQ(written(std::uint64_t{18446744073709551615U}), "18446744073709551615");
  EXPECT_EQ(written(std::size_t{0}), "0");
  EXPECT_EQ(written(-7), "-7");
  EXPECT_EQ(written(true), "true");
  for (const double number : {0.0, 1.0, 0.1, -2.5, 1e-7, 1e15, 1e16, 13.378087, 1.0 / 3}) {
    EXPECT_EQ(written(number), dumped(number));
  }
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

TEST(JsonText, LaysOutObjectsAndArrays) {
  const Json tree = {{"empty", Json::object()},
                     {"none", Json::array()},
                     {"list", {1, "two", Json::array({true}), {{"three", 3.5}}}},
                     {"quote\"", false}};
  for (const std::size_t indent : {0U, 2U}) {
    JsonText json(indent);
    json.begin_object().key("empty").begin_object().end_object();
    json.key("none").begin_array().end_array();
    json.key("list").begin_array().value(1).value("two").begin_array().value(true).end_array();
    json.begin_object().field("three", 3.5).end_object().end_array();
    json.field("quote\"", false).end_object();
    EXPECT_EQ(json.take(), dumped(tree, indent == 0 ? -1 : 2));
  }
}

TEST(JsonText, GivesWhatItHasInPieces) {
  JsonText json(0);
  json.begin_array().value(1);
  EXPECT_EQ(json.take(), "[1");
  json.value(2).end_array().end_line();
  json.begin_object().end_object();
  EXPECT_EQ(json.take(), ",2]\n{}");
}

}  // namespace
}  // namespace pilcrow
