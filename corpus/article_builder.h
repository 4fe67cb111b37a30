// SPDX-License-Identifier: GPL-2.0-or-later
// Fills the text and the paragraphs of an article from blocks of a format.
#pragma once

#include <string_view>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Appends paragraphs to an article, separated by blank lines.
class ArticleBuilder {
 public:
  // Both must outlive it.
  ArticleBuilder(Article& article, const ReadOptions& options)
      : article_(article), options_(options) {}

  // Adds a block: none for white space, several where it is longer than
  // ReadOptions::paragraph_bytes_max.  `text` is valid UTF-8, `map` leads from it to the source
  // that `outer` (if any) leads from to the bytes of the file.
  void add(ParagraphKind kind, std::string_view text, const OffsetMap& map,
           const OffsetMap* outer = nullptr);

 private:
  Article& article_;
  const ReadOptions& options_;
};

}  // namespace pilcrow
