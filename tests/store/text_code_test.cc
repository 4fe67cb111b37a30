// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/text_code.h"

#include <gtest/gtest.h>
#include <random>

namespace pilcrow {
namespace {

using namespace std::string_literals;

void expect_to_come_back(const std::string& text) {
  const CodedText coded = code_text(text);
  EXPECT_LE(coded.bytes.size(), text.size());
  if (!coded.is_coded) {
    EXPECT_EQ(coded.bytes, text);
    return;
  }
  EXPECT_EQ(decode_text(coded.bytes, text.size()), text);
}

TEST(TextCode, TextsComeBackWhateverTheyAre) {
  for (const std::string& text :
       {""s, "a"s, " "s, "\0"s, "Railways"s, "ABC-123.4"s, "Қазақстан теміржолы"s, "铁路"s, "سكك"s,
        "\xff\xfe\x80"s, std::string(5000, ' '), std::string(5000, '\xf7')}) {
    expect_to_come_back(text);
  }
  std::mt19937 random(1);
  const std::string letters = "aaeeiotnsrh  ,.AZ09\xd0\xb0\xd1\x80\xe2\x80\x99\n\0\xc3\xff"s;
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 200, ' ');
    for (char& byte : text) {
      byte = round % 2 == 0 ? letters[random() % letters.size()] : static_cast<char>(random());
    }
    expect_to_come_back(text);
  }
}

TEST(TextCode, EveryByteComesBackAfterEveryOther) {
  for (int first = 0; first < 256; ++first) {
    std::string text;
    for (int second = 0; second < 256; ++second) {
      text += {static_cast<char>(first), static_cast<char>(second)};
    }
    // What is hard to code is kept as it is, unless enough of another kind follows.
    for (int words = 0; words < 1000; ++words) {
      text += "the ";
    }
    expect_to_come_back(text);
    EXPECT_TRUE(code_text(text).is_coded);
  }
}

TEST(TextCode, TextsOfManyLanguagesTakeAboutHalfTheRoom) {
  for (const char* text :
       {"The railway station was opened by the minister of transport in the autumn of that year.",
        "Железнодорожная станция была открыта министром транспорта осенью того же года.",
        "Теміржол стансасын сол жылдың күзінде көлік министрі ашты.",
        "Der Bahnhof wurde im Herbst dieses Jahres vom Minister für Verkehr eröffnet.",
        "افتتح وزير النقل محطة السكة الحديدية في خريف ذلك العام."}) {
    EXPECT_LT(code_text(text).bytes.size(), 0.6 * static_cast<double>(std::string(text).size()))
        << text;
  }
}

TEST(TextCode, WhatIsNoCodeIsNoticed) {
  const std::string text = "The railway station was opened by the minister of transport.";
  const std::string code = code_text(text).bytes;
  EXPECT_EQ(decode_text(code.substr(0, code.size() - 1), text.size()), std::nullopt);
  EXPECT_EQ(decode_text("", 1), std::nullopt);
  EXPECT_EQ(decode_text(code, std::size_t{1} << 60), std::nullopt);
  // Whatever the bytes are, nothing but a text or nothing comes of them.
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    std::string damaged = code;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    const std::optional<std::string> decoded = decode_text(damaged, text.size());
    EXPECT_TRUE(!decoded || decoded->size() == text.size());
  }
}

}  // namespace
}  // namespace pilcrow
