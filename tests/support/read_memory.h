// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a source that is in memory, and checks the promise of its spans.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <utility>

#include "corpus/decode.h"
#include "corpus/formats/readers.h"
#include "corpus/formats/spelling.h"
#include "corpus/xml/xml_text.h"
#include "tests/support/read_all.h"

namespace pilcrow {

// What a paragraph's bytes spell, for the encodings of XML.
inline std::string spelled_by(const std::string& bytes, const Article& article) {
  const std::string text = decode_bytes(bytes, article.source_charset);
  switch (article.source_encoding) {
    case SourceEncoding::html:
      return html_text(text);
    case SourceEncoding::xml:
      return xml_text(text);
    case SourceEncoding::html_in_xml:
      return html_text(xml_character_data(text));
    case SourceEncoding::wikitext:
      return wikitext_text(text);
    default:
      return text;
  }
}

inline void expect_spelled(const std::string& bytes, const Article& article) {
  std::size_t end = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    ASSERT_LE(end, paragraph.span.begin);
    ASSERT_LT(paragraph.span.begin, paragraph.span.end);
    end = paragraph.span.end;
    ASSERT_LE(end, article.text.size());
    ASSERT_LT(paragraph.source.begin, paragraph.source.end);
    ASSERT_LE(paragraph.source.end, bytes.size());
    EXPECT_GE(paragraph.source.begin, article.source_record.begin);
    EXPECT_LE(paragraph.source.end, article.source_record.end);
    EXPECT_EQ(spelled_by(bytes.substr(paragraph.source.begin, paragraph.source.size()), article),
              article.text.substr(paragraph.span.begin, paragraph.span.size()));
  }
}

// Everything that a reader makes of `bytes`, which are checked against the spans.
inline ReadResult read_memory(ReaderPointer (*make)(InputPointer, const ReadOptions&),
                              const std::string& bytes, const ReadOptions& options = {}) {
  ReadResult result;
  const ReaderPointer reader =
      make(std::make_unique<InputFile>(make_memory_stream(bytes), SourceOrigin{.path = "x.xml"}),
           options);
  Article article;
  while (reader->next(article, result.problems)) {
    expect_spelled(bytes, article);
    result.articles.push_back(article);
  }
  return result;
}

}  // namespace pilcrow
