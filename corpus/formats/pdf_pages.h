// SPDX-License-Identifier: GPL-2.0-or-later
// The pages of a PDF's text, and what stands at their edges.
#pragma once

#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// Lines at the edge of a page, or all that is between them.
struct PdfBlock {
  bool is_furniture = false;
  Span span = {};
};

// Divides the text, whose pages form feeds separate.  Furniture are page numbers, and lines that
// recur, but for their digits, at the edges of more than half of three or more pages.
std::vector<PdfBlock> read_pdf_pages(std::string_view text);

}  // namespace pilcrow
