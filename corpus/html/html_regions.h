// SPDX-License-Identifier: GPL-2.0-or-later
// Which elements of a page are no part of its article, by what they say of themselves.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/html/html_document.h"
#include "corpus/html/html_hints.h"

namespace pilcrow {

// How much is believed; every next step finds more text where the one before finds too little.
enum class Strictness { words, tags, hidden };

// The title as it stands on the page.
std::optional<std::size_t> find_title_piece(const HtmlDocument& document, std::string_view title,
                                            std::string_view page_title);

// Sums over the pieces within an element.
struct RegionSums {
  std::size_t text = 0;
  std::size_t links = 0;  // Text of links.
  std::size_t prose = 0;  // Text of pieces that are long and have few links.
  std::size_t pieces = 0;

  double link_density() const {
    return text == 0 ? 0 : static_cast<double>(links) / static_cast<double>(text);
  }
};

class HtmlRegions {
 public:
  HtmlRegions(const HtmlDocument& document, std::optional<std::size_t> title,
              Strictness strictness);

  HtmlHint::Set hints(std::size_t node) const { return hints_[node]; }
  // What everything within an element is; body: nothing is said.
  ParagraphKind noise(std::size_t node) const { return noise_[node]; }
  bool is_hidden(std::size_t node) const { return hidden_[node] != 0; }
  bool is_usable(std::size_t piece) const {
    return noise_[document_.pieces[piece].node] == ParagraphKind::body &&
           hidden_[document_.pieces[piece].node] == 0;
  }
  // Of the usable pieces.
  RegionSums sums(std::size_t node) const;
  RegionSums sums(std::size_t first_piece, std::size_t last_piece) const;

 private:
  void read_hints(Strictness strictness);
  void mark_noise(Strictness strictness, std::optional<std::size_t> title, bool comments_only);
  void mark_cards(std::optional<std::size_t> title);
  bool is_card(std::size_t node) const;
  void sum_pieces();
  std::optional<ParagraphKind> own_noise(std::size_t node, Strictness strictness) const;
  std::optional<ParagraphKind> headed_kind(std::size_t node,
                                           std::optional<std::size_t> title) const;
  bool is_revoked(std::size_t node, ParagraphKind kind, std::optional<std::size_t> title) const;

  const HtmlDocument& document_;
  std::vector<HtmlHint::Set> hints_;
  std::vector<ParagraphKind> noise_;
  std::vector<char> hidden_;
  std::vector<RegionSums> sums_;  // Of the pieces before each.
};

// Nothing but a link.
bool is_link(const HtmlPiece& piece);

// Long enough, and with few enough links, to be part of an article.
bool is_prose(const HtmlPiece& piece);

}  // namespace pilcrow
