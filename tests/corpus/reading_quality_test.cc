// SPDX-License-Identifier: GPL-2.0-or-later
// The bar that reading is held to over the pages of tests/data/pages.
#include <gtest/gtest.h>
#include <cstddef>
#include <string>
#include <vector>

#include "pilcrow/error.h"
#include "tests/support/read_all.h"
#include "tests/support/reading_judge.h"

namespace pilcrow {
namespace {

const std::vector<JudgedPage>& pages() {
  static const std::vector<JudgedPage> all = judged_pages(PILCROW_SOURCE_DIR "/tests/data/pages");
  return all;
}

// One that can't be opened fails the test and holds nothing, so that the others are still judged.
std::vector<Article> articles_of(const JudgedPage& page) {
  try {
    return read_all(page.path.string()).articles;
  } catch (const Error& error) {
    ADD_FAILURE() << page.path << ": " << error.what();
    return {};
  }
}

TEST(ReadingQuality, BodyAndFurnitureAreToldApart) {
  ASSERT_GE(pages().size(), 48U);
  ReadingScore total;
  for (const JudgedPage& page : pages()) {
    total += judge_articles(articles_of(page), page.expected);
  }
  EXPECT_GE(total.body.precision(), 0.98);
  EXPECT_GE(total.body.recall(), 0.98);
  EXPECT_GE(total.furniture.value(), 0.95);
}

std::string text_at(const Article& article, const Span& span) {
  return article.text.substr(span.begin, span.size());
}

std::string text_of_source(const Article& article, const Span& source) {
  return source_text(read_source(article.source_path, article.source_member, source),
                     article.source_encoding, article.source_charset);
}

TEST(ReadingQuality, EveryParagraphIsFoundAgainInItsSource) {
  std::size_t paragraphs = 0;
  for (const JudgedPage& page : pages()) {
    for (const Article& article : articles_of(page)) {
      for (const Paragraph& paragraph : article.paragraphs) {
        EXPECT_EQ(text_of_source(article, paragraph.source), text_at(article, paragraph.span))
            << page.path << ", article " << article.id;
        ++paragraphs;
      }
    }
  }
  EXPECT_GT(paragraphs, 48U);
}

}  // namespace
}  // namespace pilcrow
