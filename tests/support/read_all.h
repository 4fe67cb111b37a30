// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a source to its end.
#pragma once

#include <string>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct ReadResult {
  std::vector<Article> articles;
  std::vector<Problem> problems;
};

inline ReadResult read_all(ArticleReader& reader) {
  ReadResult result;
  Article article;
  while (reader.next(article, result.problems)) {
    result.articles.push_back(article);
  }
  return result;
}

inline ReadResult read_all(const std::string& path, const ReadOptions& options = {},
                           SourceFormat format = SourceFormat::automatic) {
  return read_all(*open_source(path, format, options));
}

inline std::string text_of(const Article& article, const Paragraph& paragraph) {
  return article.text.substr(paragraph.span.begin, paragraph.span.size());
}

// The texts of an article's paragraphs.
inline std::vector<std::string> texts_of(const Article& article) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : article.paragraphs) {
    texts.push_back(text_of(article, paragraph));
  }
  return texts;
}

// Those of one kind.
inline std::vector<std::string> texts_of(const Article& article, ParagraphKind kind) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == kind) {
      texts.push_back(text_of(article, paragraph));
    }
  }
  return texts;
}

}  // namespace pilcrow
