// SPDX-License-Identifier: GPL-2.0-or-later
// Our own word rules give exactly what ICU's give.
#include <gmock/gmock.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "analysis/word_breaker.h"

namespace pilcrow {
namespace {

class WordRules : public testing::Test {
 protected:
  void expect_same(std::string_view text) {
    const std::vector<Span> ours = breaker_.find_words(text).words;
    ASSERT_EQ(ours, breaker_.find_words_by_icu(text).words) << '[' << text << ']';
  }

  // Strings of up to `length_max` units of an alphabet.
  void expect_same_at_random(const std::vector<std::string>& alphabet, std::size_t length_max,
                             int rounds) {
    std::mt19937 random(20'260'101);
    for (int round = 0; round < rounds; ++round) {
      std::string text;
      for (std::size_t left = random() % length_max + 1; left > 0; --left) {
        text += alphabet[random() % alphabet.size()];
      }
      ASSERT_NO_FATAL_FAILURE(expect_same(text));
    }
  }

 private:
  WordBreaker breaker_;
};

std::vector<std::string> units_of(std::string_view ascii) {
  std::vector<std::string> units;
  for (const char byte : ascii) {
    units.emplace_back(1, byte);
  }
  return units;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(WordRules, AgreeOnAdversarialAscii) {
  expect_same_at_random(units_of("aB19_'.,:;@\" -\n\t"), 14, 200'000);
}

TEST_F(WordRules, AgreeOnAllAscii) {
  std::vector<std::string> alphabet;
  for (char byte = 0; byte >= 0 && byte < 127; ++byte) {
    alphabet.emplace_back(1, byte);
  }
  expect_same_at_random(alphabet, 24, 100'000);
}

TEST_F(WordRules, AgreeOnMixedScripts) {
  std::vector<std::string> alphabet = units_of("ab12_'.,:; \n\"@-");
  for (const char* unit :
       {"é",      "ß",        "Ж",      "қ",  "ω",      "“",       "”",      "’",
        "‘",      "—",        "…",      "·",  "\u00A0", "\u202F",  "\u00AD", "\u0301",
        "\u200D", "\u200B",   "\u2060", "א",  "״",      "ب",       "\u064E", "٣",
        "،",      "क",        "ि",      "ก",  "ั",       "ภาษาไทย", "ລາວ",    "ខ្មែរ",
        "中",     "北京",     "か",     "カ", "ー",     "한",      "국",     "😀",
        "❤",      "👍🏽", "🇰",      "Ⅳ",  "²",      "①",       "ª",      "ʼ",
        "ʻ",      "˂",        "՟",      "＿", "Ａ",     "５",      "\x80",   "\xE2\x80",
        "\xC3"}) {
    alphabet.emplace_back(unit);
  }
  expect_same_at_random(alphabet, 12, 200'000);
}

// Each character beside each kind of neighbour.
TEST_F(WordRules, AgreeOnEveryCharacter) {
  for (UChar32 character = 0; character < 0x20000; ++character) {
    if (U_IS_SURROGATE(character)) {
      continue;
    }
    std::string c;
    icu::UnicodeString(character).toUTF8String(c);
    std::string text = c;
    for (const std::string neighbour : {"a", "1", "_", "é", "٣", "."}) {
      // N stands for the neighbour, C for the character.
      for (const char sign : std::string_view(" NCN CN NC N'C C.N C,C CC")) {
        text += sign == 'N' ? neighbour : sign == 'C' ? c : std::string(1, sign);
      }
    }
    ASSERT_NO_FATAL_FAILURE(expect_same(text)) << std::hex << character;
  }
}

TEST_F(WordRules, AgreeOnTheSampleArticles) {
  const std::filesystem::path folder = PILCROW_SOURCE_DIR "/corpus/sample";
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << "there are no articles in " << folder;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      ASSERT_NO_FATAL_FAILURE(expect_same(read_file(entry.path()))) << entry.path();
    }
  }
}

TEST_F(WordRules, AgreeOnTheTextThatTheEnvironmentNames) {
  const char* path = std::getenv("PILCROW_TEXT");
  if (path == nullptr) {
    GTEST_SKIP() << "set PILCROW_TEXT to the path of a text, the larger the better";
  }
  ASSERT_NO_FATAL_FAILURE(expect_same(read_file(path)));
}

}  // namespace
}  // namespace pilcrow
