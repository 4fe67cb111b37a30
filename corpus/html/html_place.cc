// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_place.h"

namespace pilcrow {
namespace {

using Hint = HtmlHint;

// Names of elements with more text around than a caption or byline has speak of something else.
constexpr std::size_t named_pieces_max = 4;
constexpr std::size_t named_bytes_max = 1200;
constexpr std::size_t byline_bytes_max = 300;

ParagraphKind named_kind(Hint::Set hints, std::size_t bytes) {
  if (bytes > byline_bytes_max) hints &= ~(Hint::byline | Hint::dateline);
  if ((hints & Hint::credit) != 0) return ParagraphKind::credit;
  if ((hints & Hint::caption) != 0) return ParagraphKind::caption;
  if ((hints & Hint::byline) != 0) return ParagraphKind::byline;
  if ((hints & Hint::dateline) != 0) return ParagraphKind::dateline;
  if ((hints & Hint::standfirst) != 0) return ParagraphKind::standfirst;
  if ((hints & Hint::kicker) != 0) return ParagraphKind::kicker;
  return ParagraphKind::body;
}

void take_tag(HtmlTag tag, HtmlPlace& place) {
  place.heading = place.heading || is_heading(tag);
  place.list_item = place.list_item || tag == HtmlTag::li || tag == HtmlTag::dd;
  place.bold = place.bold || tag == HtmlTag::bold;
  place.time = place.time || tag == HtmlTag::time;
  place.paragraph = place.paragraph || tag == HtmlTag::p || tag == HtmlTag::blockquote ||
                    tag == HtmlTag::pre || tag == HtmlTag::dt || tag == HtmlTag::dd;
}

}  // namespace

HtmlPlace html_place(const HtmlDocument& document, const HtmlRegions& regions, std::size_t piece,
                     std::size_t limit) {
  constexpr int levels_max = 24;
  HtmlPlace place;
  std::size_t node = document.pieces[piece].node;
  place.row = document.nodes[node].tag == HtmlTag::tr;
  for (int level = 0; level < levels_max && node != 0; ++level) {
    const HtmlNode& element = document.nodes[node];
    take_tag(element.tag, place);
    const Hint::Set hints = regions.hints(node);
    const bool is_alone = element.last_block - element.first_block == 1;
    place.titled = place.titled || (is_alone && (hints & Hint::title) != 0);
    const bool is_small = element.last_block - element.first_block <= named_pieces_max &&
                          regions.sums(node).text <= named_bytes_max;
    if (place.kind == ParagraphKind::body && node != limit) {
      if (is_small && (!is_heading(element.tag) || (hints & Hint::standfirst) != 0)) {
        const ParagraphKind named = named_kind(hints, regions.sums(node).text);
        const bool is_heading_of = place.heading && !is_heading(element.tag);
        place.kind = is_heading(element.tag) ? ParagraphKind::standfirst
                     : is_heading_of && named == ParagraphKind::standfirst ? ParagraphKind::body
                                                                           : named;
      }
      if (element.tag == HtmlTag::figcaption || element.tag == HtmlTag::caption ||
          (element.tag == HtmlTag::figure && !place.row && !place.paragraph)) {
        place.kind = ParagraphKind::caption;
      }
    }
    if (node == limit) {
      break;
    }
    node = element.parent;
  }
  return place;
}

}  // namespace pilcrow
