// SPDX-License-Identifier: GPL-2.0-or-later
// A page as an article: its main content, furniture, and what it declares.
#pragma once

#include "corpus/decode.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Fills the text, the paragraphs and the metadata of `article`; ids and paths stay as they are, and
// so do url and date unless the page declares them.  False where the page has no text.
bool read_html_page(const DecodedText& page, Article& article, const ReadOptions& options);

}  // namespace pilcrow
