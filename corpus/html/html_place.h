// SPDX-License-Identifier: GPL-2.0-or-later
// Where in the structure of a page a block stands.
#pragma once

#include "corpus/html/html_regions.h"

namespace pilcrow {

// What the elements around a piece say, the innermost first.
struct HtmlPlace {
  bool heading = false;
  bool list_item = false;
  bool paragraph = false;                    // Of running text: p, blockquote, pre and the like.
  bool row = false;                          // Of a table of data.
  bool bold = false;                         // All of it.
  bool time = false;                         // All of it.
  bool titled = false;                       // It is called a title.
  ParagraphKind kind = ParagraphKind::body;  // By a name close around it; body: none.
};

// Looks up to the element `limit`.
HtmlPlace html_place(const HtmlDocument& document, const HtmlRegions& regions, std::size_t piece,
                     std::size_t limit);

}  // namespace pilcrow
