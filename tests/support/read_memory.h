// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a source that is in memory, and checks what every source promises.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <utility>

#include "corpus/formats/readers.h"
#include "corpus/input_file.h"
#include "tests/support/read_all.h"

namespace pilcrow {

inline InputPointer memory_file(std::string bytes, std::string path) {
  return std::make_unique<InputFile>(make_memory_stream(std::move(bytes)),
                                     SourceOrigin{.path = std::move(path)});
}

inline ReadResult read_all(ArticleReader& reader) {
  ReadResult result;
  Article article;
  while (reader.next(article, result.problems)) {
    result.articles.push_back(article);
  }
  EXPECT_FALSE(reader.next(article, result.problems));
  return result;
}

// Paragraphs are in order, and the bytes of each one's source, which are within the article's
// record, spell its text.
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

// All that a reader makes of `bytes`, with its sources checked.
inline ReadResult read_memory(ReaderPointer (*make)(InputPointer, const ReadOptions&),
                              const std::string& bytes, const ReadOptions& options = {}) {
  ReadResult result = read_all(*make(memory_file(bytes, "x.xml"), options));
  expect_sources(result, bytes);
  return result;
}

}  // namespace pilcrow
