// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_tokens.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "corpus/formats/spelling.h"

namespace pilcrow {
namespace {

// What nlohmann finds, one string each.
class Recorder : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::vector<std::string> events = {};

  bool null() override { return add("null"); }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& spelling) override {
    return add(spelling);
  }
  bool string(string_t& value) override { return add("s" + value); }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return add("{"); }
  bool key(string_t& value) override { return add("k" + value); }
  bool end_object() override { return add("}"); }
  bool start_array(std::size_t /*size*/) override { return add("["); }
  bool end_array() override { return add("]"); }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    return false;
  }

 private:
  bool add(std::string event) {
    events.push_back(std::move(event));
    return true;
  }
};

std::vector<std::string> events_of(std::string_view json, const JsonTokens& found) {
  std::vector<std::string> events;
  for (const JsonToken& token : found.tokens()) {
    const std::string_view spelling = json.substr(token.span.begin, token.span.size());
    EXPECT_EQ(token.has_escapes, spelling.find('\\') != std::string_view::npos);
    std::string event = token.kind == JsonToken::Kind::key      ? "k"
                        : token.kind == JsonToken::Kind::string ? "s"
                                                                : "";
    event += event.empty() ? std::string(spelling) : json_string_text(spelling);
    events.push_back(std::move(event));
  }
  return events;
}

// Whether it was taken; then it must say what nlohmann says.
bool takes(const std::string& json) {
  JsonTokens tokens;
  if (!tokens.read(json)) {
    return false;
  }
  Recorder recorder;
  EXPECT_TRUE(nlohmann::json::sax_parse(json, &recorder)) << json;
  EXPECT_EQ(events_of(json, tokens), recorder.events) << json;
  return true;
}

TEST(JsonTokens, TakesWhatArticlesAreMadeOf) {
  EXPECT_TRUE(
      takes(R"({"id": "a", "title": "Sea \u00e9\ud83d\ude00\n", "text": ["One.", "Two."]})"));
  EXPECT_TRUE(takes(R"( {"n": [0, -1, 12.50, 999999999999999999, -0.5], "o": {"t": true, "f": false,
      "x": null}, "e": {}, "l": []} )"));
  EXPECT_TRUE(takes("\"Көпір\\\"\\\\\""));
  EXPECT_TRUE(takes("7"));
}

TEST(JsonTokens, LeavesToAWholeParserWhatIsWrongOrUnusual) {
  for (const char* json : {"",
                           " ",
                           "{",
                           "}",
                           "[1,]",
                           "{\"a\":1,}",
                           "{\"a\" 1}",
                           "{a:1}",
                           "[1 2]",
                           "1 2",
                           "tru",
                           "-0",
                           "01",
                           "1e3",
                           "1.",
                           ".5",
                           "-",
                           "1234567890123456789",
                           "0.1234567890123456",
                           "\"\x01\"",
                           "\"\\q\"",
                           "\"\\u12\"",
                           "\"\\u0000\"",
                           "\"\\udc00\"",
                           "\"\\ud800\"",
                           "\"\\ud800\\u0041\"",
                           "\"\xC3\"",
                           "\"open",
                           "\"\\\"",
                           "[}",
                           "{]",
                           "\xEF\xBB\xBF{}"}) {
    EXPECT_FALSE(takes(json)) << json;
  }
}

TEST(JsonTokens, AgreesWithAWholeParserAtRandom) {
  const std::vector<std::string> units = {
      "{",       "}",       "[",       "]",    ":",       ",",
      "\"",      "\"a\"",   "\"b\":",  "\\",   "\\n",     "\\u00e9",
      "\\ud83d", "\\ude00", "\\u0000", "12",   "-",       "0",
      ".5",      "e1",      "true",    "null", "false",   " ",
      "\n",      "\t",      "é",       "\xC3", "\"x\\\"", "text of more than eight bytes",
      "{\"k\":", "[1,"};
  std::mt19937 random(20'260'301);
  int taken = 0;
  for (int round = 0; round < 300'000; ++round) {
    std::string json;
    for (std::size_t left = random() % 7 + 1; left > 0; --left) {
      json += units[random() % units.size()];
    }
    taken += takes(json) ? 1 : 0;
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(taken, 1000);
}

}  // namespace
}  // namespace pilcrow
