// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_blocks.h"

#include <utility>

#include "corpus/html/html_document.h"

namespace pilcrow {
namespace {

// By the innermost element that says so; deep nesting is no reason to look for long.
ParagraphKind structural_kind(const HtmlDocument& document, std::size_t node) {
  constexpr int levels_max = 32;
  for (int level = 0; level < levels_max && node != 0; ++level) {
    const HtmlTag tag = document.nodes[node].tag;
    if (is_heading(tag)) {
      return ParagraphKind::headline;
    }
    if (tag == HtmlTag::figcaption) {
      return ParagraphKind::caption;
    }
    node = document.nodes[node].parent;
  }
  return ParagraphKind::body;
}

}  // namespace

std::vector<HtmlBlock> read_html_blocks(std::string_view html) {
  HtmlDocument document = read_html_document(html);
  join_table_rows(document);
  std::vector<HtmlBlock> blocks;
  for (HtmlPiece& piece : document.pieces) {
    blocks.push_back(
        {structural_kind(document, piece.node), std::move(piece.text), std::move(piece.map)});
  }
  return blocks;
}

}  // namespace pilcrow
