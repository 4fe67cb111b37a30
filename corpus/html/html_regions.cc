// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_regions.h"

#include <algorithm>

#include "corpus/furniture.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

using Hint = HtmlHint;

constexpr std::size_t prose_bytes_min = 80;
constexpr double prose_links_max = 0.4;

// Letters and digits only, so that quotation marks and dashes do not matter.
std::string bare(std::string_view text) {
  std::string result;
  for (const char byte : lower_case(text)) {
    if ((byte & 0x80) != 0 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      result += byte;
    }
  }
  return result;
}

bool is_heading_piece(const HtmlDocument& document, std::size_t node, bool first_only) {
  constexpr int levels_max = 8;
  for (int level = 0; level < levels_max && node != 0; ++level) {
    const HtmlTag tag = document.nodes[node].tag;
    if (tag == HtmlTag::h1 || (!first_only && is_heading(tag))) {
      return true;
    }
    node = document.nodes[node].parent;
  }
  return false;
}

}  // namespace

bool is_link(const HtmlPiece& piece) {
  return piece.link_bytes * 10 > piece.text.size() * 9;
}

bool is_prose(const HtmlPiece& piece) {
  return piece.text.size() >= prose_bytes_min &&
         static_cast<double>(piece.link_bytes) <
             prose_links_max * static_cast<double>(piece.text.size());
}

std::optional<std::size_t> find_title_piece(const HtmlDocument& document, std::string_view title,
                                            std::string_view page_title) {
  constexpr std::size_t title_bytes_max = 500;
  constexpr std::size_t part_bytes_min = 8;
  const std::string wanted = bare(title);
  const std::string page = bare(page_title);
  std::optional<std::size_t> best;
  int best_rank = 0;
  for (std::size_t i = 0; i < document.pieces.size(); ++i) {
    const HtmlPiece& piece = document.pieces[i];
    if (piece.text.size() > title_bytes_max) {
      continue;
    }
    const bool is_first = is_heading_piece(document, piece.node, true);
    const bool is_any = is_first || is_heading_piece(document, piece.node, false);
    const std::string text = is_any || piece.text.size() == title.size() ? bare(piece.text) : "";
    const bool equal = !text.empty() && text == wanted;
    const bool part =
        text.size() >= part_bytes_min &&
        ((text.size() * 2 >= wanted.size() && wanted.find(text) != std::string::npos) ||
         page.starts_with(text));
    const int rank = equal && is_first                   ? 6
                     : equal && is_any                   ? 5
                     : part && is_first                  ? 4
                     : equal && piece.link_bytes == 0    ? 3
                     : part && is_any                    ? 2
                     : is_first && piece.link_bytes == 0 ? 1
                                                         : 0;
    if (rank > best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

HtmlRegions::HtmlRegions(const HtmlDocument& document, std::optional<std::size_t> title,
                         Strictness strictness)
    : document_(document),
      hints_(document.nodes.size()),
      noise_(document.nodes.size(), ParagraphKind::body),
      hidden_(document.nodes.size()) {
  read_hints(strictness);
  sum_pieces();
  // First the comments, since there can be more of them than of the article.
  for (const bool comments_only : {true, false}) {
    mark_noise(strictness, title, comments_only);
    sum_pieces();
  }
  mark_cards(title);
  sum_pieces();
}

// Another article's title, which leads there, and a little text.
bool HtmlRegions::is_card(std::size_t node) const {
  constexpr std::size_t link_bytes_min = 12;
  constexpr std::size_t pieces_max = 6;
  constexpr std::size_t bytes_max = 700;
  const HtmlNode& element = document_.nodes[node];
  const std::size_t pieces = element.last_block - element.first_block;
  if (pieces < 2 || pieces > pieces_max || !is_block(element.tag)) {
    return false;
  }
  const HtmlPiece& first = document_.pieces[element.first_block];
  return first.text.size() >= link_bytes_min && is_link(first) && sums(node).text <= bytes_max;
}

// Elements that are cards but for a few, and hold the smaller part of the text.
void HtmlRegions::mark_cards(std::optional<std::size_t> title) {
  constexpr std::size_t cards_min = 3;
  for (std::size_t node = 1; node < document_.nodes.size(); ++node) {
    const HtmlNode& element = document_.nodes[node];
    const bool has_title = title && *title >= element.first_block && *title < element.last_block;
    if (has_title || element.last_block - element.first_block < 2 * cards_min ||
        sums(node).prose * 2 > sums(0).prose) {
      continue;
    }
    std::size_t cards = 0;
    std::size_t children = 0;
    for (std::size_t child = node + 1; child < element.end; child = document_.nodes[child].end) {
      children += sums(child).text > 0 ? 1 : 0;
      cards += is_card(child) ? 1 : 0;
    }
    if (cards >= cards_min && cards * 4 >= children * 3) {
      std::replace(noise_.begin() + static_cast<std::ptrdiff_t>(node),
                   noise_.begin() + static_cast<std::ptrdiff_t>(element.end), ParagraphKind::body,
                   ParagraphKind::related);
    }
  }
}

void HtmlRegions::mark_noise(Strictness strictness, std::optional<std::size_t> title,
                             bool comments_only) {
  for (std::size_t node = 1; node < document_.nodes.size(); ++node) {
    const ParagraphKind around = noise_[document_.nodes[node].parent];
    if (noise_[node] == ParagraphKind::comment) {
      continue;
    }
    const std::optional<ParagraphKind> headed = headed_kind(node, title);
    const std::optional<ParagraphKind> own = headed ? headed : own_noise(node, strictness);
    const bool counts = own && (*own == ParagraphKind::comment || !comments_only);
    // Comments stay comments, whatever parts they have.
    const bool is_new = counts && around != ParagraphKind::comment &&
                        (around != ParagraphKind::body || !is_revoked(node, *own, title));
    noise_[node] = is_new ? *own : around;
  }
}

void HtmlRegions::read_hints(Strictness strictness) {
  for (std::size_t node = 1; node < document_.nodes.size(); ++node) {
    const HtmlNode& element = document_.nodes[node];
    if (element.attributes.size() > 2) {
      hints_[node] =
          html_hints(document_.html.substr(element.attributes.begin, element.attributes.size()));
    }
    const bool is_whole = element.tag == HtmlTag::body || element.tag == HtmlTag::html;
    const bool hides =
        strictness != Strictness::hidden && !is_whole && (hints_[node] & Hint::hidden) != 0;
    hidden_[node] = hidden_[element.parent] != 0 || hides ? 1 : 0;
  }
}

void HtmlRegions::sum_pieces() {
  sums_.assign(document_.pieces.size() + 1, {});
  for (std::size_t i = 0; i < document_.pieces.size(); ++i) {
    RegionSums sums = sums_[i];
    const HtmlPiece& piece = document_.pieces[i];
    if (is_usable(i)) {
      sums.text += piece.text.size();
      sums.links += piece.link_bytes;
      sums.prose += is_prose(piece) ? piece.text.size() : 0;
      ++sums.pieces;
    }
    sums_[i + 1] = sums;
  }
}

RegionSums HtmlRegions::sums(std::size_t first_piece, std::size_t last_piece) const {
  const RegionSums& begin = sums_[first_piece];
  const RegionSums& end = sums_[last_piece];
  return {end.text - begin.text, end.links - begin.links, end.prose - begin.prose,
          end.pieces - begin.pieces};
}

RegionSums HtmlRegions::sums(std::size_t node) const {
  return sums(document_.nodes[node].first_block, document_.nodes[node].last_block);
}

std::optional<ParagraphKind> HtmlRegions::own_noise(std::size_t node, Strictness strictness) const {
  const HtmlTag tag = document_.nodes[node].tag;
  switch (tag) {
    case HtmlTag::html:
    case HtmlTag::body:
    case HtmlTag::main:
      return std::nullopt;
    case HtmlTag::nav:
    case HtmlTag::amp_sidebar:
    case HtmlTag::option:
    case HtmlTag::form:
      return ParagraphKind::navigation;
    case HtmlTag::amp_ad:
    case HtmlTag::dialog:
      return ParagraphKind::advert;
    default:
      break;
  }
  const Hint::Set hints = hints_[node];
  const bool is_content = (hints & Hint::content) != 0;
  if (strictness == Strictness::words || (hints & Hint::comment) != 0) {
    if ((hints & Hint::comment) != 0 && !is_content) return ParagraphKind::comment;
    if ((hints & Hint::pull_quote) != 0) return std::nullopt;
    if (!is_content && !is_heading(tag)) {
      if ((hints & Hint::related) != 0) return ParagraphKind::related;
      if ((hints & Hint::advert) != 0) return ParagraphKind::advert;
      if ((hints & Hint::legal) != 0) return ParagraphKind::legal;
      // What is quoted from a social network is part of the text.
      if ((hints & Hint::navigation) != 0 && tag != HtmlTag::blockquote) {
        return ParagraphKind::navigation;
      }
    }
  }
  if (tag == HtmlTag::footer) return ParagraphKind::navigation;
  if (tag == HtmlTag::aside) return ParagraphKind::related;
  return std::nullopt;
}

// "12 Comments" or "Related Articles" after an article, and what follows in the same element.
std::optional<ParagraphKind> HtmlRegions::headed_kind(std::size_t node,
                                                      std::optional<std::size_t> title) const {
  constexpr std::size_t label_bytes_max = 60;
  constexpr std::size_t article_bytes_min = 150;
  const HtmlNode& element = document_.nodes[node];
  const std::size_t first = element.first_block;
  if (!title || first <= *title || element.last_block < first + 2 ||
      document_.pieces[first].text.size() > label_bytes_max ||
      !is_heading_piece(document_, document_.pieces[first].node, false) ||
      sums(*title + 1, first).prose < article_bytes_min) {
    return std::nullopt;
  }
  const ParagraphKind kind = label_kind(document_.pieces[first].text);
  const bool ends_article = kind == ParagraphKind::comment || kind == ParagraphKind::related;
  return ends_article ? std::optional(kind) : std::nullopt;
}

// A name that is said of most of the article is not what it seems.
bool HtmlRegions::is_revoked(std::size_t node, ParagraphKind kind,
                             std::optional<std::size_t> title) const {
  constexpr std::size_t rest_bytes_min = 400;
  const RegionSums all = sums(0);
  const RegionSums inside = sums(node);
  const HtmlNode& element = document_.nodes[node];
  const bool has_title = title && *title >= element.first_block && *title < element.last_block;
  if (has_title && inside.prose * 5 >= all.prose && inside.prose > 0) {
    return true;
  }
  if (kind == ParagraphKind::comment) {
    return all.prose - inside.prose < rest_bytes_min && inside.prose > 2 * rest_bytes_min &&
           (hints_[node] & Hint::positive) != 0;
  }
  const bool is_certain = element.tag == HtmlTag::nav || element.tag == HtmlTag::footer;
  return !is_certain && inside.prose * 2 > all.prose;
}

}  // namespace pilcrow
