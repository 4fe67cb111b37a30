// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown's text, as the library md4c reports it.
#pragma once

#include <md4c.h>
#include <string>
#include <string_view>

namespace pilcrow {

// Tables, lists of tasks and strike-through; bare addresses stay text.
inline constexpr unsigned markdown_dialect =
    MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH;

// Adds a piece of text as it reads: entities decoded, breaks and the tags of blocks a space, other
// tags nothing.
void add_markdown_text(std::string& text, MD_TEXTTYPE type, std::string_view piece);

// `text` on one line: each run of white space, that of Unicode's which stands around paragraphs
// included, is one space, and there is none at the ends.
std::string collapse_space(std::string_view text);

}  // namespace pilcrow
