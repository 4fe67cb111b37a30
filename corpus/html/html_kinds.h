// SPDX-License-Identifier: GPL-2.0-or-later
// What each block of a page is.
#pragma once

#include <optional>
#include <vector>

#include "corpus/html/html_metadata.h"
#include "corpus/html/html_regions.h"

namespace pilcrow {

// The kind of each piece.  `content` are the elements that hold the article, `title` is the piece
// that is its title, `declared` tells the pieces that structured data repeat (empty: none do).
std::vector<ParagraphKind> type_html_pieces(const HtmlDocument& document,
                                            const HtmlRegions& regions,
                                            const HtmlMetadata& metadata,
                                            const std::vector<std::size_t>& content,
                                            std::optional<std::size_t> title,
                                            const std::vector<char>& declared);

}  // namespace pilcrow
