// SPDX-License-Identifier: GPL-2.0-or-later
// The paragraphs of a Markdown text, by their bytes.
#pragma once

#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct MarkdownBlock {
  enum class Type { paragraph, heading, code, row, html, image };

  Type type = Type::paragraph;
  unsigned level = 0;  // Of a heading.
  Span source = {};    // markdown_text of these bytes is its text.
};

// In the order of the text; none without text.  Nothing where the parser gives up, for want of
// memory or because the text is larger than it can count.
std::vector<MarkdownBlock> read_markdown_blocks(std::string_view text);

}  // namespace pilcrow
