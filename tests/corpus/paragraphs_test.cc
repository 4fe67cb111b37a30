// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <algorithm>
#include <string>
#include <vector>

#include "corpus/utf8.h"
#include "pilcrow/article.h"

namespace pilcrow {
namespace {

std::vector<std::string> split(const std::string& text, std::size_t bytes_max = 1000) {
  std::vector<std::string> paragraphs;
  for (const Paragraph& paragraph : split_paragraphs(text, bytes_max)) {
    EXPECT_EQ(paragraph.span, paragraph.source);
    EXPECT_EQ(paragraph.kind, ParagraphKind::body);
    paragraphs.push_back(text.substr(paragraph.span.begin, paragraph.span.size()));
  }
  return paragraphs;
}

using Strings = std::vector<std::string>;

TEST(SplitParagraphs, SeparatesThemAtBlankLines) {
  const struct {
    std::string text;
    Strings paragraphs;
  } rows[] = {
      {"", {}},
      {" \n\t\n", {}},
      {"one", {"one"}},
      {"one\n\ntwo", {"one", "two"}},
      {"one\nstill one\n\n\n\ntwo\n", {"one\nstill one", "two"}},
      {"one\r\n\r\ntwo\r\n", {"one", "two"}},
      {"one\r\rtwo", {"one", "two"}},
      {"one\n \t\u00A0\u3000\ntwo", {"one", "two"}},
      {"\n\n  one  \n\n", {"one"}},
      {"\u3000一\n\n二", {"一", "二"}},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(split(row.text), row.paragraphs);
  }
}

TEST(SplitParagraphs, CutsLongOnesWhereItHurtsLeast) {
  EXPECT_EQ(split("It rained a lot. It stopped.", 20),
            (Strings{"It rained a lot.", "It stopped."}));
  EXPECT_EQ(split("no sentence ends in here", 12), (Strings{"no sentence", "ends in here"}));
  EXPECT_EQ(split("下雨了。雨停了。", 14), (Strings{"下雨了。", "雨停了。"}));
  EXPECT_EQ(split("一二三四", 7), (Strings{"一二", "三四"}));
}

TEST(SplitParagraphs, KeepsEveryByteThatIsNotWhiteSpace) {
  std::string text;
  for (int i = 0; i < 500; ++i) {
    text += i % 7 == 0 ? "\n\n" : i % 3 == 0 ? " \u3000" : "слово.";
  }
  const auto squeezed = [](const std::string& from) {
    std::string kept;
    for (const Paragraph& paragraph : split_paragraphs(from, 4)) {
      kept += from.substr(paragraph.span.begin, paragraph.span.size());
    }
    return kept;
  };
  EXPECT_EQ(squeezed(text), squeezed(squeezed(text)));
}

// Found in review: each cut went back over all of a run of continuation bytes.
TEST(SplitParagraphs, WhatIsNoUtf8IsCutInLinearTime) {
  const std::string text(3'000'000, '\x80');
  std::size_t end = 0;
  for (const Paragraph& paragraph : split_paragraphs(text)) {
    EXPECT_EQ(paragraph.span.begin, end);
    EXPECT_EQ(paragraph.span.size(),
              std::min(ReadOptions{}.paragraph_bytes_max, text.size() - end));
    end = paragraph.span.end;
  }
  EXPECT_EQ(end, text.size());
}

TEST(SplitParagraphs, AFiftyMegabyteParagraphIsCutIntoValidPieces) {
  std::string text;
  while (text.size() < 50'000'000) {
    text += "длинное";
  }
  const std::vector<Paragraph> paragraphs = split_paragraphs(text);
  EXPECT_GT(paragraphs.size(), 3000U);
  std::size_t end = 0;
  for (const Paragraph& paragraph : paragraphs) {
    EXPECT_EQ(paragraph.span.begin, end);
    EXPECT_LE(paragraph.span.size(), ReadOptions{}.paragraph_bytes_max);
    end = paragraph.span.end;
  }
  EXPECT_EQ(end, text.size());
  EXPECT_TRUE(is_valid_utf8(
      std::string_view(text).substr(paragraphs[1].span.begin, paragraphs[1].span.size())));
}

}  // namespace
}  // namespace pilcrow
