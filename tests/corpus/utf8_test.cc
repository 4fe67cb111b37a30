// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/utf8.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

struct Utf8Row {
  const char* text;
  const char* repaired;
  std::size_t replaced;
};

// Ill-formed parts as Unicode 15, section 3.9 counts them: the longest beginning of a character, or
// one byte.
constexpr Utf8Row utf8_rows[] = {
    {"", "", 0},
    {"plain ASCII that is longer than eight bytes", "plain ASCII that is longer than eight bytes",
     0},
    {"Үрімжі 乌鲁木齐 😀", "Үрімжі 乌鲁木齐 😀", 0},
    {"caf\xE9", "caf\uFFFD", 1},
    {"\x80", "\uFFFD", 1},
    {"\xC0\xAF", "\uFFFD\uFFFD", 2},
    {"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD", 3},
    {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
    {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
    {"\xE4\xB9 a", "\uFFFD a", 1},
    {"\xF0\x9F\x98", "\uFFFD", 1},
    {"twelve bytes\xFFtwelve bytes", "twelve bytes\uFFFDtwelve bytes", 1},
};

TEST(Utf8, RepairsWhatIsIllFormedAndNothingElse) {
  for (const Utf8Row& row : utf8_rows) {
    std::size_t replaced = 0;
    EXPECT_EQ(repair_utf8(row.text, replaced), row.repaired);
    EXPECT_EQ(replaced, row.replaced) << row.repaired;
    EXPECT_EQ(is_valid_utf8(row.text), row.replaced == 0) << row.repaired;
    EXPECT_TRUE(is_valid_utf8(row.repaired));
  }
}

}  // namespace
}  // namespace pilcrow
