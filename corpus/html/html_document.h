// SPDX-License-Identifier: GPL-2.0-or-later
// A page as its elements and its blocks of text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/html_tokens.h"
#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Elements in the order of their beginnings; what is within one follows it.
struct HtmlNode {
  HtmlTag tag = HtmlTag::other;
  std::size_t parent = 0;
  std::size_t end = 0;          // Behind the last element within it.
  std::size_t first_block = 0;  // The blocks within it: [first_block, last_block).
  std::size_t last_block = 0;
  Span attributes = {};  // Of the page.
};

struct HtmlPiece {
  std::string text = {};
  OffsetMap map = {};
  std::size_t node = 0;        // The innermost element that holds all of it.
  std::size_t link_bytes = 0;  // Of the text.
};

struct HtmlDocument {
  std::string_view html = {};
  std::vector<HtmlNode> nodes = {};  // The first one is the page itself.
  std::vector<HtmlPiece> pieces = {};
  std::vector<HtmlToken> data = {};  // Elements without text that describe the page.

  bool is_within(std::size_t node, std::size_t ancestor) const {
    return node >= ancestor && node < nodes[ancestor].end;
  }
  std::string attribute(std::size_t node, std::string_view name) const {
    const Span span = nodes[node].attributes;
    return html_attribute(html.substr(span.begin, span.size()), name);
  }
};

// What the attributes of inline elements say of the text within.
struct HtmlInlineRules {
  // It is a block of its own.
  bool (*isolates)(std::string_view attributes) = nullptr;
  // It is a byline, a date and the like (each has its number) or none of them (0).  In a line that
  // is no running text such a sign begins a block where another one or some text came before.
  std::uint32_t (*sign)(HtmlTag tag, std::string_view attributes) = nullptr;
};

// Builds elements and blocks in linear time.
HtmlDocument read_html_document(std::string_view html, bool with_noscript = false,
                                const HtmlInlineRules& rules = {});

// Joins the cells of each row of data into one block.
void join_table_rows(HtmlDocument& document);

}  // namespace pilcrow
