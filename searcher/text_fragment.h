// SPDX-License-Identifier: GPL-2.0-or-later
// Addresses of passages: the part of a URL that makes a browser find a text.
#pragma once

#include <string>
#include <string_view>

#include "pilcrow/searcher.h"

namespace pilcrow {

// `text` with every byte that is not an ASCII letter, a digit or one of `kept` as %XX.
std::string percent_encoded(std::string_view text, std::string_view kept);

// The text directive that selects a paragraph (https://wicg.github.io/scroll-to-text-fragment/):
// ":~:text=" and the paragraph where it is short, else its first and last words.  Words of the
// neighbours in Hit::before and Hit::after are added where nothing can stand between them.  Empty
// for a text without words.
std::string text_directive(const Hit& hit);

// The article's URL, else a file: URL of its source, as it may stand in a document: without spaces,
// quotation marks, control characters or a text directive of its own.  Empty where there is
// neither, and for schemes that run something, such as javascript.
std::string article_address(const ArticleInfo& article);

// article_address with text_directive.
std::string passage_address(const Hit& hit);

}  // namespace pilcrow
