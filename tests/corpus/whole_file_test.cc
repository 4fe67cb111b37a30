// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/whole_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

#include "tests/support/encode.h"

namespace pilcrow {
namespace {

using testing::HasSubstr;

struct WholeFileOutcome {
  std::optional<DecodedText> decoded;
  std::vector<Problem> problems;
};

WholeFileOutcome read_whole(std::string bytes, const std::string& origin_charset = "",
                            const ReadOptions& options = {},
                            std::string (*find_declared)(std::string_view) = nullptr) {
  InputFile file(make_memory_stream(std::move(bytes)),
                 SourceOrigin{.path = "rain.txt", .charset = origin_charset});
  WholeFileOutcome outcome;
  outcome.decoded = read_text(file, options, outcome.problems, find_declared);
  return outcome;
}

std::string koi8(std::string_view /*bytes*/) {
  return "koi8-r";
}

TEST(WholeFileTest, TheCharsetIsForcedElseOfTheOriginElseOfTheBytes) {
  const std::string bytes = encode("Дождь прошел", "KOI8-R");
  EXPECT_EQ(read_whole(bytes, "", {}, koi8).decoded->charset, "KOI8-R");
  EXPECT_EQ(read_whole(bytes, "cp1251", {}, koi8).decoded->charset, "windows-1251");
  EXPECT_EQ(read_whole(bytes, "cp1251", {.charset = "cp866"}, koi8).decoded->charset, "IBM866");
  EXPECT_EQ(read_whole("plain", "", {.charset = "UTF-8"}).decoded->charset, "");
}

TEST(WholeFileTest, NulBytesArePartOfWideCharactersOnly) {
  for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const WholeFileOutcome outcome = read_whole(encode("It rained, then it stopped.", charset));
    ASSERT_TRUE(outcome.decoded) << charset;
    EXPECT_EQ(outcome.decoded->text, "It rained, then it stopped.") << charset;
    EXPECT_TRUE(outcome.problems.empty()) << charset;
  }
  // A header of a picture, small numbers of 16 and 32 bits, and zeros alone.
  const std::string binaries[] = {
      {"PNG\0\0\0", 6},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\6\0\0\0", 29},
      {"\1\0\2\0\3\0\5\0\7\0\13\0\15\0", 14},
      {"\1\0\0\0\2\0\0\0a\0\0\0b\0\0\0", 16},
      std::string(1000, '\0'),
  };
  for (const std::string& binary : binaries) {
    const WholeFileOutcome outcome = read_whole(binary);
    EXPECT_FALSE(outcome.decoded);
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_THAT(outcome.problems[0].reason, HasSubstr("NUL bytes"));
  }
}

TEST(WholeFileTest, BrokenPartsAreReportedUnderTheNameOfTheCharset) {
  const WholeFileOutcome outcome = read_whole("\xD6\xD0\xFF\xB9\xFA", "", {.charset = "gbk"});
  ASSERT_TRUE(outcome.decoded);
  EXPECT_EQ(outcome.decoded->text, "中\uFFFD国");
  ASSERT_EQ(outcome.problems.size(), 1U);
  EXPECT_EQ(outcome.problems[0].reason,
            "it is not valid GB18030; parts replaced by U+FFFD: 1; the rest is indexed");
}

}  // namespace
}  // namespace pilcrow
