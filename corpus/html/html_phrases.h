// SPDX-License-Identifier: GPL-2.0-or-later
// What a block of a page says by itself.
#pragma once

#include <string_view>

#include "corpus/html/html_document.h"

namespace pilcrow {

// The part of its text that is links.
double link_density(const HtmlPiece& piece);

// Characters, where ideographs count thrice since they say more than letters do.
std::size_t text_width(std::string_view text);

// More than stars, arrows or a pictogram.
bool has_words(std::string_view text);

// "Sign up for our newsletter.", "Подпишитесь на наш канал": what no article says.
bool is_html_offer(const HtmlPiece& piece);

// "« Back to the list", "下一篇：..."; without an arrow it is short, since titles begin so too.
bool is_pager(std::string_view text);

}  // namespace pilcrow
