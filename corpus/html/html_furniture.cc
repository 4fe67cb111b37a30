// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_furniture.h"

#include <algorithm>
#include <string>

#include "corpus/dates.h"
#include "corpus/furniture.h"
#include "corpus/html/html_phrases.h"
#include "corpus/html/html_place.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

using Kind = ParagraphKind;
using Hint = HtmlHint;

constexpr double all_links = 0.85;
// So many elements around a piece are looked at.
constexpr int levels_max = 24;

// Parts of a page, as bits.
constexpr unsigned char in_nav = 1;
constexpr unsigned char in_header = 2;
constexpr unsigned char in_footer = 4;

std::ptrdiff_t digits(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char byte) { return byte >= '0' && byte <= '9'; });
}

class FurnitureTyper {
 public:
  FurnitureTyper(const HtmlDocument& document, const HtmlRegions& regions,
                 const HtmlMetadata& metadata, std::optional<std::size_t> title,
                 std::vector<Kind>& kinds)
      : document_(document),
        regions_(regions),
        title_(title),
        author_(lower_case(metadata.author.substr(0, metadata.author.find(',')))),
        section_(lower_case(metadata.section)),
        site_(lower_case(metadata.site)),
        kinds_(kinds),
        first_(kinds.size()) {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (kinds[i] == Kind::body) {
        first_ = std::min(first_, i);
        last_ = i;
      }
    }
    note_parts();
    sum_widths();
  }

  void type() {
    for (std::size_t i = kinds_.size(); i-- > 0;) {
      if (kinds_[i] != Kind::body && kinds_[i] != Kind::headline && i != title_) {
        kinds_[i] = refined(i);
      }
    }
  }

 private:
  void note_parts() {
    parts_.assign(document_.nodes.size(), 0);
    for (std::size_t node = 1; node < parts_.size(); ++node) {
      const HtmlTag tag = document_.nodes[node].tag;
      const bool is_footer =
          tag == HtmlTag::footer || (regions_.hints(node) & (Hint::footer | Hint::legal)) != 0;
      const unsigned own = tag == HtmlTag::nav ? in_nav : tag == HtmlTag::header ? in_header : 0;
      parts_[node] = static_cast<unsigned char>(parts_[document_.nodes[node].parent] | own |
                                                (is_footer ? in_footer : 0));
    }
  }

  void sum_widths() {
    widths_.assign(kinds_.size() + 1, 0);
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      widths_[i + 1] = widths_[i] + text_width(piece(i).text);
    }
  }

  const HtmlPiece& piece(std::size_t i) const { return document_.pieces[i]; }
  std::size_t pieces_in(std::size_t node) const {
    return document_.nodes[node].last_block - document_.nodes[node].first_block;
  }
  std::size_t parent(std::size_t node) const { return document_.nodes[node].parent; }

  Kind refined(std::size_t i) const {
    const HtmlPlace place = html_place(document_, regions_, i, 0);
    const bool is_media = place.kind == Kind::caption || place.kind == Kind::credit;
    if (is_media) return is_credit_of_media(i) ? Kind::credit : kinds_[i];
    if (kinds_[i] == Kind::comment || heads_comments(i, place)) return Kind::comment;
    if (is_site_header(i)) return Kind::navigation;
    if (const auto legal = legal_kind(i)) return *legal;
    if (kinds_[i] == Kind::credit && byline_author(piece(i).text).empty()) return Kind::credit;
    if (const auto sign = kind_in_head(i, place)) return *sign;
    if (is_byline_at_end(i)) return Kind::byline;
    if (is_html_offer(piece(i)) || is_in_offer(i)) return Kind::advert;
    return kinds_[i] == Kind::related || kinds_[i] == Kind::navigation ? link_kind(i, place)
                                                                       : kinds_[i];
  }

  // The hints of the elements around a piece that have few other pieces.
  Hint::Set hints_around(std::size_t i, std::size_t pieces_max) const {
    Hint::Set hints = 0;
    std::size_t node = piece(i).node;
    for (int level = 0; level < levels_max && node != 0; ++level, node = parent(node)) {
      const HtmlNode& element = document_.nodes[node];
      const bool has_title =
          title_ && i != title_ && *title_ >= element.first_block && *title_ < element.last_block;
      if (has_title || element.last_block - element.first_block > pieces_max) {
        break;
      }
      hints |= regions_.hints(node);
    }
    return hints;
  }

  bool is_within(std::size_t i, unsigned char part) const {
    return (parts_[piece(i).node] & part) != 0;
  }
  bool is_within_footer(std::size_t i) const { return is_within(i, in_footer); }

  // Beside the caption of a figure, or called so.
  bool is_credit_of_media(std::size_t i) const {
    if (is_credit(piece(i).text)) {
      return true;
    }
    constexpr std::size_t figure_pieces_max = 4;
    std::size_t node = piece(i).node;
    for (int level = 0; level < levels_max && node != 0; ++level, node = parent(node)) {
      const HtmlNode& element = document_.nodes[node];
      if (element.tag == HtmlTag::figcaption) {
        return false;
      }
      if (element.tag == HtmlTag::figure) {
        return is_label(piece(i).text) && pieces_in(node) <= figure_pieces_max && has_caption(node);
      }
      const bool is_alone = element.last_block - element.first_block == 1;
      if (is_alone && (regions_.hints(node) & (Hint::credit | Hint::byline | Hint::legal)) != 0) {
        return (regions_.hints(node) & Hint::caption) == 0;
      }
    }
    return false;
  }

  bool has_caption(std::size_t figure) const {
    for (std::size_t node = figure + 1; node < document_.nodes[figure].end; ++node) {
      const HtmlNode& element = document_.nodes[node];
      if (element.tag == HtmlTag::figcaption && element.last_block > element.first_block) {
        return true;
      }
    }
    return false;
  }

  bool heads_comments(std::size_t i, const HtmlPlace& place) const {
    const bool is_open = kinds_[i] == Kind::navigation || kinds_[i] == Kind::related;
    return is_open && place.heading && i > last_ && i + 1 < kinds_.size() &&
           kinds_[i + 1] == Kind::comment && link_density(piece(i)) < all_links;
  }

  // A banner with the site's name is no advert.
  bool is_site_header(std::size_t i) const {
    constexpr std::size_t pieces_max = 4;
    if (kinds_[i] != Kind::advert || !title_ || i > *title_) {
      return false;
    }
    std::size_t node = piece(i).node;
    for (int level = 0; level < levels_max && node != 0; ++level, node = parent(node)) {
      const HtmlNode& element = document_.nodes[node];
      if (element.last_block > *title_ || element.last_block - element.first_block > pieces_max) {
        return false;
      }
      for (std::size_t inner = node; inner < element.end; ++inner) {
        if (document_.nodes[inner].tag == HtmlTag::h1) {
          return true;
        }
      }
    }
    return false;
  }

  std::optional<Kind> legal_kind(std::size_t i) const {
    const HtmlPiece& own = piece(i);
    const bool is_link = link_density(own) > all_links && is_label(own.text);
    const bool is_copyright = own.text.find("©") != std::string::npos &&
                              (kinds_[i] == Kind::credit || is_within_footer(i));
    if (is_copyright || (is_legal(own.text) && !is_link)) return Kind::legal;
    if (is_link && (is_legal(own.text) || kinds_[i] == Kind::legal)) return Kind::navigation;
    if (kinds_[i] == Kind::advert && mentions_cookies(own.text)) return Kind::legal;
    const bool is_open = kinds_[i] == Kind::navigation || kinds_[i] == Kind::related;
    const bool is_notice = is_open && i > last_ && is_within_footer(i) && is_sentence(i) &&
                           !is_html_offer(own) && regions_.noise(own.node) != Kind::related;
    return is_notice ? std::optional(Kind::legal) : std::nullopt;
  }

  // Not "Topics:", and not what stands below the title of another article.
  bool is_sentence(std::size_t i) const {
    constexpr std::size_t width_min = 30;
    constexpr std::size_t title_width_min = 24;
    const HtmlPiece& own = piece(i);
    const bool is_below_title = i > 0 && link_density(piece(i - 1)) > all_links &&
                                text_width(piece(i - 1).text) >= title_width_min;
    return !is_label(own.text) && text_width(own.text) >= width_min && own.text.back() != ':' &&
           link_density(own) < 0.5 && !is_below_title;
  }

  static bool mentions_cookies(const std::string& text) {
    const std::string lower = lower_case(text);
    return lower.find("cookie") != std::string::npos || lower.find("куки") != std::string::npos ||
           lower.find("çerez") != std::string::npos;
  }

  // Near enough to the title to be of the same article.
  bool shares_head(std::size_t i, std::size_t pieces_max) const {
    std::size_t node = piece(i).node;
    for (int level = 0; level < levels_max && *title_ >= document_.nodes[node].last_block;
         ++level) {
      node = parent(node);
    }
    const HtmlTag tag = document_.nodes[node].tag;
    return node != 0 && tag != HtmlTag::body && tag != HtmlTag::html &&
           *title_ - document_.nodes[node].first_block <= pieces_max;
  }

  std::optional<Kind> kind_in_head(std::size_t i, const HtmlPlace& place) const {
    constexpr std::size_t before_title_max = 4;
    const bool is_before = title_ && i < *title_;
    if (i >= first_ || (is_before && !shares_head(i, before_title_max)) ||
        kinds_[i] == Kind::standfirst) {
      return std::nullopt;
    }
    if (is_dateline(i, place)) return Kind::dateline;
    if (title_ && is_kicker(i)) return Kind::kicker;
    return is_byline(i) ? std::optional(Kind::byline) : std::nullopt;
  }

  bool is_dateline(std::size_t i, const HtmlPlace& place) const {
    constexpr std::size_t bytes_max = 80;
    constexpr std::size_t pieces_max = 2;
    constexpr std::ptrdiff_t digits_min = 3;
    const std::string& text = piece(i).text;
    const bool is_called = (hints_around(i, pieces_max) & Hint::dateline) != 0;
    return text.size() <= bytes_max &&
           (place.time || !parse_date_line(text).empty() ||
            (is_called && kinds_[i] == Kind::dateline) ||
            (is_called && digits(text) >= digits_min && (hints_around(i, 1) & Hint::byline) == 0));
  }

  bool is_byline(std::size_t i) const {
    constexpr std::size_t bytes_max = 150;
    constexpr std::size_t pieces_max = 4;
    const std::string& text = piece(i).text;
    if (text.size() > bytes_max || !is_label(text)) return false;
    if (names_author(text) || !byline_author(text).empty()) return true;
    return (hints_around(i, pieces_max) & Hint::byline) != 0 && digits(text) == 0 &&
           has_words(text) && label_kind(text) == Kind::body &&
           (hints_around(i, 1) & Hint::noise) == 0;
  }

  bool names_author(const std::string& text) const {
    constexpr std::size_t name_bytes_min = 4;
    constexpr std::size_t other_bytes_max = 60;
    return author_.size() >= name_bytes_min && text.size() <= author_.size() + other_bytes_max &&
           lower_case(text).find(author_) != std::string::npos;
  }

  bool is_byline_at_end(std::size_t i) const {
    constexpr std::size_t pieces_after_max = 8;
    const bool is_open = kinds_[i] == Kind::navigation || kinds_[i] == Kind::related;
    return is_open && i > last_ && i - last_ <= pieces_after_max &&
           regions_.noise(piece(i).node) != Kind::related &&
           !byline_author(piece(i).text).empty() && first_ < kinds_.size();
  }

  // A few words right before the title, or the section's name.
  bool is_kicker(std::size_t i) const {
    constexpr std::size_t bytes_max = 80;
    constexpr std::size_t pieces_before = 2;
    const std::string lower = lower_case(piece(i).text);
    if (lower.size() > bytes_max || !is_label(lower) || lower == site_ || lower == author_ ||
        label_kind(lower) != Kind::body || is_within(i, in_nav)) {
      return false;
    }
    const bool is_near = i < *title_ && shares_head(i, pieces_before);
    if (!section_.empty() && lower == section_) {
      return is_near || i > *title_;
    }
    const bool is_called = (hints_around(i, pieces_before) & Hint::kicker) != 0;
    const bool is_path =
        lower.find_first_of(">/|") != std::string::npos || lower.find("»") != std::string::npos ||
        lower.find("«") != std::string::npos || lower.find("←") != std::string::npos;
    return is_near && !is_path && (is_called || regions_.noise(piece(i).node) == Kind::body);
  }

  // In a box that asks for money or subscribers; titles of articles there are still related.
  bool is_in_offer(std::size_t i) const {
    constexpr std::size_t pieces_max = 12;
    const bool is_open = kinds_[i] == Kind::navigation || kinds_[i] == Kind::related;
    const bool is_title = link_density(piece(i)) > all_links && !is_menu(i);
    return is_open && !is_title && (hints_around(i, pieces_max) & Hint::offer) != 0;
  }

  Kind link_kind(std::size_t i, const HtmlPlace& place) const {
    constexpr std::size_t title_width_min = 24;
    const HtmlPiece& own = piece(i);
    const Kind noise = regions_.noise(own.node);
    const Kind label = label_kind(own.text);
    const bool is_link = link_density(own) > all_links;
    if (label == Kind::comment || label == Kind::advert) return label;
    if (kinds_[i] == Kind::navigation) {
      const bool is_title = is_link && place.heading && text_width(own.text) >= title_width_min;
      const bool is_aside = i > last_ && !is_within_footer(i) && !is_within(i, in_nav);
      if (is_title && is_aside) return Kind::related;
      const bool heads = label == Kind::related || (label != Kind::body && place.heading);
      return heads && heads_related(i) ? Kind::related : Kind::navigation;
    }
    if (is_link && is_pager(own.text)) return Kind::navigation;
    if (label == Kind::related || noise == Kind::related) {
      return label == Kind::navigation && !heads_related(i) ? Kind::navigation : Kind::related;
    }
    const bool is_before = i < first_ && first_ < kinds_.size();
    if (is_before || label == Kind::navigation || is_within(i, in_header)) {
      return heads_related(i) && i > first_ ? Kind::related : Kind::navigation;
    }
    return is_link && is_menu(i) ? Kind::navigation : Kind::related;
  }

  // The next piece was typed before.
  bool heads_related(std::size_t i) const {
    return link_density(piece(i)) < all_links && i + 1 < kinds_.size() &&
           kinds_[i + 1] == Kind::related && i > last_;
  }

  // Titles of articles are longer than the items of a menu.
  bool is_menu(std::size_t i) const {
    constexpr std::size_t item_width_max = 18;
    std::size_t node = piece(i).node;
    for (int level = 0; level < levels_max && pieces_in(node) < 2; ++level) {
      node = parent(node);
    }
    const HtmlNode& list = document_.nodes[node];
    const bool is_list =
        list.tag == HtmlTag::ul || list.tag == HtmlTag::ol || list.tag == HtmlTag::tr;
    if (!is_list) {
      return text_width(piece(i).text) <= item_width_max;
    }
    const std::size_t sum = widths_[list.last_block] - widths_[list.first_block];
    return sum <= item_width_max * (list.last_block - list.first_block);
  }

  const HtmlDocument& document_;
  const HtmlRegions& regions_;
  std::optional<std::size_t> title_;
  std::string author_;  // In small letters, as the next ones.
  std::string section_;
  std::string site_;
  std::vector<Kind>& kinds_;
  std::vector<unsigned char> parts_;  // By node.
  std::vector<std::size_t> widths_;   // Of the pieces before each.
  std::size_t first_;                 // Of the body.
  std::size_t last_ = 0;
};

}  // namespace

void refine_html_furniture(const HtmlDocument& document, const HtmlRegions& regions,
                           const HtmlMetadata& metadata, std::optional<std::size_t> title,
                           std::vector<ParagraphKind>& kinds) {
  FurnitureTyper(document, regions, metadata, title, kinds).type();
}

}  // namespace pilcrow
