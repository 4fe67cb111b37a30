// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a source to its end.
#pragma once

#include <optional>
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

// The texts of an article's paragraphs, of one kind or of all.
inline std::vector<std::string> texts_of(const Article& article,
                                         std::optional<ParagraphKind> kind = {}) {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == kind.value_or(paragraph.kind)) {
      texts.push_back(article.text.substr(paragraph.span.begin, paragraph.span.size()));
    }
  }
  return texts;
}

}  // namespace pilcrow
