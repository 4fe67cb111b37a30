// SPDX-License-Identifier: GPL-2.0-or-later
// Which elements of a page hold its article.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/html/html_regions.h"

namespace pilcrow {

// The elements whose pieces make the article, in order and none within another; empty where the
// page has no usable text.  `declared` is what find_declared_pieces gave.
std::vector<std::size_t> find_html_content(const HtmlDocument& document, const HtmlRegions& regions,
                                           const std::vector<char>& declared,
                                           std::optional<std::size_t> title);

// For each piece, 1 where its text stands in `declared_body`, 2 where it is too short to be sure;
// empty where that is not the text of the page.
std::vector<char> find_declared_pieces(const HtmlDocument& document, const HtmlRegions& regions,
                                       std::string_view declared_body);

}  // namespace pilcrow
