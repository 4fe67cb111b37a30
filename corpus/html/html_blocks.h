// SPDX-License-Identifier: GPL-2.0-or-later
// The blocks of text of a piece of HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

struct HtmlBlock {
  // headline for h1 to h6, caption for figcaption, else body: by structure alone.
  ParagraphKind kind = ParagraphKind::body;
  std::string text = {};
  OffsetMap map = {};  // From the text to the HTML.
};

// All blocks of a page or of a part of one, which is valid UTF-8, without looking for the main
// content.  None is empty; html_text of the bytes that a block comes from is its text.
std::vector<HtmlBlock> read_html_blocks(std::string_view html);

}  // namespace pilcrow
