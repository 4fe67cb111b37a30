// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a source that is in memory, and checks what every source promises.
#pragma once

#include <gtest/gtest.h>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "corpus/decode.h"
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

// The bytes of every paragraph's source must spell its text, and be within the article's record.
inline void expect_sources(const ReadResult& result, const std::string& bytes,
                           std::string (*undo)(std::string_view)) {
  for (const Article& article : result.articles) {
    for (const Paragraph& paragraph : article.paragraphs) {
      const Span& source = paragraph.source;
      EXPECT_LE(article.source_record.begin, source.begin);
      EXPECT_LE(source.end, article.source_record.end);
      const std::string spelling =
          decode_bytes(bytes.substr(source.begin, source.size()), article.source_charset);
      EXPECT_EQ(undo(spelling), article.text.substr(paragraph.span.begin, paragraph.span.size()));
    }
  }
}

}  // namespace pilcrow
