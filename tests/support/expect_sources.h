// SPDX-License-Identifier: GPL-2.0-or-later
// Checks what every source promises: that its paragraphs are found again in it.
#pragma once

#include <gtest/gtest.h>
#include <cstddef>
#include <string>

#include "pilcrow/article.h"
#include "tests/support/read_all.h"

namespace pilcrow {

// Paragraphs are in order, and the bytes of each one's source, which are within the article's
// record, spell its text.  `bytes` are those of Article::source_member.
inline void expect_sources(const Article& article, const std::string& bytes) {
  std::size_t end = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    const Span& source = paragraph.source;
    ASSERT_LE(end, paragraph.span.begin);
    ASSERT_LT(paragraph.span.begin, paragraph.span.end);
    end = paragraph.span.end;
    ASSERT_LE(end, article.text.size());
    ASSERT_LT(source.begin, source.end);
    EXPECT_LE(article.source_record.begin, source.begin);
    EXPECT_LE(source.end, article.source_record.end);
    ASSERT_LE(source.end, bytes.size());
    EXPECT_EQ(source_text(bytes.substr(source.begin, source.size()), article.source_encoding,
                          article.source_charset),
              article.text.substr(paragraph.span.begin, paragraph.span.size()));
  }
}

inline void expect_sources(const ReadResult& result, const std::string& bytes) {
  for (const Article& article : result.articles) {
    expect_sources(article, bytes);
  }
}

// The same of articles from files, by what they say of where they are from.
inline void expect_sources(const ReadResult& result) {
  for (const Article& article : result.articles) {
    for (const Paragraph& paragraph : article.paragraphs) {
      EXPECT_EQ(
          source_text(read_source(article.source_path, article.source_member, paragraph.source),
                      article.source_encoding, article.source_charset),
          article.text.substr(paragraph.span.begin, paragraph.span.size()))
          << article.id;
    }
  }
}

}  // namespace pilcrow
