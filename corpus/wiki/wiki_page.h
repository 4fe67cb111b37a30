// SPDX-License-Identifier: GPL-2.0-or-later
// The paragraphs of a page in MediaWiki's markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct WikiBlock {
  ParagraphKind kind = ParagraphKind::body;
  Span span = {};  // Of the markup; read_wiki_text tells what it shows.
};

struct WikiPage {
  std::vector<WikiBlock> blocks = {};
  std::vector<std::string> categories = {};
};

WikiPage read_wiki_page(std::string_view text);

}  // namespace pilcrow
