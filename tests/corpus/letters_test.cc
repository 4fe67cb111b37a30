// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/letters.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

struct LettersRow {
  const char* text;
  const char* expected;
};

TEST(LowerCase, KnowsLatinAndCyrillicAndLeavesTheRest) {
  constexpr LettersRow rows[] = {
      {"", ""},
      {"SUBSCRIBE", "subscribe"},
      {"ÄÖÜ ÉÇÑ ×ß", "äöü éçñ ×ß"},
      {"РЕКЛАМА ЁЯ", "реклама ёя"},
      {"ҚАЗАҚ ТІЛІ ҒӘҮҰҢӨҺ", "қазақ тілі ғәүұңөһ"},
      {"қазақ ё ÿ", "қазақ ё ÿ"},
      {"最新文章 ΑΒΓ", "最新文章 ΑΒΓ"},
      {"\xC3", "\xC3"},
  };
  for (const LettersRow& row : rows) {
    EXPECT_EQ(lower_case(row.text), row.expected);
  }
}

TEST(OneLine, CollapsesWhiteSpace) {
  constexpr LettersRow rows[] = {
      {"", ""},
      {" \n", ""},
      {"The Sea", "The Sea"},
      {"\tThe\r\n  Sea \n", "The Sea"},
  };
  for (const LettersRow& row : rows) {
    EXPECT_EQ(one_line(row.text), row.expected);
  }
}

}  // namespace
}  // namespace pilcrow
