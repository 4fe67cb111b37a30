// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_kinds.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "corpus/furniture.h"
#include "corpus/html/html_furniture.h"
#include "corpus/html/html_phrases.h"
#include "corpus/html/html_place.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

using Kind = ParagraphKind;

constexpr double few_links = 0.3;
constexpr double all_links_part = 0.85;

// Pages use headings for large type too.
bool is_paragraph(const HtmlPiece& piece) {
  constexpr std::size_t bytes_min = 120;
  return piece.text.size() >= bytes_min && !is_label(piece.text);
}

// "Read more: Is the Harbour Full?": a label and a link.
bool leads_elsewhere(const HtmlPiece& piece) {
  constexpr std::size_t bytes_max = 300;
  constexpr std::size_t label_bytes_max = 40;
  return piece.text.size() <= bytes_max && link_density(piece) > 0.5 &&
         std::string_view(piece.text).substr(0, label_bytes_max).find(':') !=
             std::string_view::npos;
}

class PieceTyper {
 public:
  PieceTyper(const HtmlDocument& document, const HtmlRegions& regions, const HtmlMetadata& metadata,
             const std::vector<std::size_t>& content, std::optional<std::size_t> title,
             const std::vector<char>& declared)
      : document_(document),
        regions_(regions),
        metadata_(metadata),
        title_(title),
        declared_(declared),
        kinds_(document.pieces.size(), Kind::navigation),
        inside_(document.pieces.size()),
        dropped_(document.pieces.size()),
        places_(document.pieces.size()) {
    for (const std::size_t root : content) {
      enter(root);
    }
  }

  std::vector<Kind> type() {
    drop_lists_of_links();
    find_ends();
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      kinds_[i] = inside_[i] != 0 ? kind_inside(i) : kind_outside(i);
    }
    type_after_labels();
    drop_repeated_paragraphs();
    settle_headings();
    type_head();
    if (title_) {
      kinds_[*title_] = Kind::headline;
    }
    refine_html_furniture(document_, regions_, metadata_, title_, kinds_);
    return std::move(kinds_);
  }

 private:
  const HtmlPiece& piece(std::size_t i) const { return document_.pieces[i]; }

  void enter(std::size_t root) {
    roots_.push_back(root);
    const HtmlNode& element = document_.nodes[root];
    for (std::size_t i = element.first_block; i < element.last_block; ++i) {
      if (regions_.is_usable(i) && document_.is_within(piece(i).node, root)) {
        inside_[i] = 1;
        places_[i] = html_place(document_, regions_, i, root);
      }
    }
  }

  // Link headings before each piece, so that those within an element are counted at once.
  std::vector<std::size_t> count_link_headings() const {
    std::vector<std::size_t> counts(kinds_.size() + 1);
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      const bool is_link_heading = inside_[i] != 0 && places_[i].heading &&
                                   link_density(piece(i)) > all_links_part && title_ != i;
      counts[i + 1] = counts[i] + (is_link_heading ? 1 : 0);
    }
    return counts;
  }

  // Parts of the content that are lists of links or of cards.
  void drop_lists_of_links() {
    const std::vector<std::size_t> headings = count_link_headings();
    for (const std::size_t root : roots_) {
      const std::size_t root_prose = regions_.sums(root).prose;
      for (std::size_t node = root + 1; node < document_.nodes[root].end;) {
        const HtmlNode& element = document_.nodes[node];
        const std::size_t cards = headings[element.last_block] - headings[element.first_block];
        if (roots_.size() == 1 && is_droppable(node, cards, root_prose)) {
          std::fill(dropped_.begin() + static_cast<std::ptrdiff_t>(element.first_block),
                    dropped_.begin() + static_cast<std::ptrdiff_t>(element.last_block), 1);
          node = element.end;
        } else {
          ++node;
        }
      }
    }
  }

  bool is_droppable(std::size_t node, std::size_t cards, std::size_t root_prose) const {
    constexpr std::size_t card_bytes_max = 400;
    const HtmlNode& element = document_.nodes[node];
    if (!is_block(element.tag) || is_heading(element.tag) || element.tag == HtmlTag::p ||
        element.tag == HtmlTag::li || element.tag == HtmlTag::td || element.tag == HtmlTag::tr ||
        (title_ && *title_ >= element.first_block && *title_ < element.last_block)) {
      return false;
    }
    const RegionSums sums = regions_.sums(node);
    if (sums.text == 0 || sums.prose * 3 > root_prose) {
      return false;
    }
    if (cards >= 2 && sums.prose < cards * card_bytes_max) {
      return true;
    }
    switch (element.tag) {
      case HtmlTag::ul:
      case HtmlTag::ol:
      case HtmlTag::dl:
        return sums.link_density() > 0.6 && sums.prose * 4 < sums.text;
      case HtmlTag::table:
      case HtmlTag::tbody:
        return sums.link_density() > 0.75;
      case HtmlTag::blockquote:
      case HtmlTag::pre:
        return false;
      default:
        return sums.link_density() > 0.5;
    }
  }

  bool is_solid(std::size_t i) const {
    return inside_[i] != 0 && dropped_[i] == 0 && is_prose(piece(i)) && !places_[i].heading &&
           (places_[i].kind == Kind::body || places_[i].kind == Kind::standfirst);
  }

  void find_ends() {
    first_ = kinds_.size();
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (is_solid(i) && (declared_.empty() || declared_[i] != 0)) {
        // The byline can stand between the standfirst and the text.
        const bool has_intro = first_ == last_ && places_[last_].kind == Kind::standfirst;
        first_ = has_intro ? i : std::min(first_, i);
        last_ = i;
      }
    }
    if (first_ == kinds_.size()) {
      first_ = 0;
      last_ = kinds_.size();
    }
  }

  Kind kind_inside(std::size_t i) const {
    const HtmlPiece& own = piece(i);
    const HtmlPlace& place = places_[i];
    if (dropped_[i] != 0) return Kind::related;
    if (place.kind == Kind::caption || place.kind == Kind::credit) return place.kind;
    const double links = link_density(own);
    const bool at_ends = i < first_ || i > last_;
    if ((place.heading && !is_paragraph(own)) || is_bold_heading(i)) return Kind::headline;
    if (is_html_offer(own)) return Kind::advert;
    if (!has_words(own.text)) return Kind::navigation;
    if (!place.list_item && leads_elsewhere(own)) return Kind::related;
    if (place.time && is_label(own.text)) return Kind::dateline;
    if (is_credit(own.text)) return Kind::credit;
    if (!place.row && !place.list_item) {
      const Kind evident = evident_kind(own.text);
      const bool is_sign = evident == Kind::byline || evident == Kind::dateline;
      const bool needs_end = is_sign || evident == Kind::legal;
      if (evident != Kind::body && (!needs_end || at_ends)) return evident;
    }
    if (at_ends && place.kind != Kind::body && place.kind != Kind::standfirst) return place.kind;
    if (place.list_item || place.row)
      return at_ends && links > few_links ? Kind::related : Kind::body;
    if (links > all_links_part) return Kind::related;
    return at_ends && !belongs_at_end(i) ? Kind::navigation : Kind::body;
  }

  // A line of its own in bold type.
  bool is_bold_heading(std::size_t i) const {
    const HtmlPlace& place = places_[i];
    const bool is_before = i + 1 == first_ && title_ && *title_ < i && place.kind == Kind::body;
    return (place.bold || place.titled) && !place.list_item && !place.row &&
           (i > first_ || is_before) && i < last_ && piece(i).link_bytes == 0 &&
           is_label(piece(i).text) && evident_kind(piece(i).text) == Kind::body;
  }

  // Of a short piece before the first paragraph or after the last one.
  bool belongs_at_end(std::size_t i) const {
    constexpr std::size_t sentence_bytes_min = 20;
    const HtmlPiece& own = piece(i);
    if (!declared_.empty()) {
      return declared_[i] != 0;
    }
    if (link_density(own) > few_links) {
      return false;
    }
    const bool is_sentence = own.text.size() >= sentence_bytes_min && !is_label(own.text);
    return is_sentence || (places_[i].paragraph && i > last_);
  }

  Kind kind_outside(std::size_t i) const {
    const HtmlPiece& own = piece(i);
    const Kind noise = regions_.noise(own.node);
    if (noise == Kind::comment || noise == Kind::legal || noise == Kind::advert) return noise;
    const HtmlPlace place = html_place(document_, regions_, i, 0);
    if (noise == Kind::body && place.kind != Kind::body && !place.heading) {
      const bool is_media = place.kind == Kind::caption || place.kind == Kind::credit;
      const bool is_after_title = !title_ || i > *title_ || place.kind != Kind::standfirst;
      if (is_media || (i < last_ && is_after_title)) return place.kind;
    }
    if (link_density(own) > all_links_part && i != title_) {
      return noise != Kind::body ? noise : i > first_ ? Kind::related : Kind::navigation;
    }
    const Kind evident = evident_kind(own.text);
    if (evident == Kind::credit && own.text.starts_with("©")) return Kind::legal;
    if (evident != Kind::body) return evident;
    if (noise != Kind::body) return noise;
    return i > first_ && first_ < kinds_.size() ? Kind::related : Kind::navigation;
  }

  // "Related articles", "Comments": what follows such a label goes with it.
  void type_after_labels() {
    Kind label = Kind::body;
    for (std::size_t i = first_; i < kinds_.size(); ++i) {
      if (inside_[i] == 0 || dropped_[i] != 0) {
        continue;
      }
      const Kind own = label_kind(piece(i).text);
      if (own != Kind::body && !places_[i].list_item && !places_[i].row) {
        kinds_[i] = own;
        const bool ends_all = own == Kind::comment && heads_comments(i);
        label = ends_all || own == Kind::related || own == Kind::navigation ? own : Kind::body;
        continue;
      }
      const bool goes_on =
          label == Kind::comment || (!is_solid(i) && !places_[i].heading &&
                                     (!places_[i].paragraph || link_density(piece(i)) > few_links));
      if (label != Kind::body && goes_on && kinds_[i] != Kind::caption) {
        kinds_[i] = label;
      } else {
        label = Kind::body;
      }
    }
  }

  // A count of comments beside the byline does not.
  bool heads_comments(std::size_t i) const {
    constexpr std::size_t article_bytes_min = 250;
    const std::size_t last_third = first_ + (last_ - std::min(first_, last_)) / 3 * 2;
    return (roots_.size() == 1 || (title_ && *title_ < first_)) &&
           link_density(piece(i)) < few_links && (places_[i].heading || i > last_third) &&
           regions_.sums(first_, i).prose >= article_bytes_min;
  }

  // Copies for other widths of the screen.
  void drop_repeated_paragraphs() {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] == Kind::body && is_prose(piece(i)) && !seen.insert(piece(i).text).second) {
        kinds_[i] = Kind::related;
      }
    }
  }

  // A heading stays where text of the article follows.
  void settle_headings() {
    bool has_text = false;
    for (std::size_t i = kinds_.size(); i-- > 0;) {
      if (inside_[i] == 0 || title_ == i) {
        continue;
      }
      if (kinds_[i] == Kind::headline) {
        kinds_[i] = has_text ? Kind::headline : Kind::related;
      } else if (kinds_[i] == Kind::body) {
        has_text = true;
      } else if (kinds_[i] == Kind::related || kinds_[i] == Kind::comment) {
        has_text = false;
      }
    }
  }

  // Between the title and the first paragraph: the standfirst.
  void type_head() {
    constexpr std::size_t named_bytes_min = 12;
    constexpr std::size_t standfirst_bytes_min = 40;
    constexpr std::size_t standfirst_bytes_max = 900;
    if (!title_) {
      return;
    }
    const std::string description = lower_case(metadata_.description).substr(0, 60);
    for (std::size_t i = *title_ + 1; i < std::min(first_ + 1, kinds_.size()); ++i) {
      const HtmlPiece& own = piece(i);
      const HtmlPlace place = html_place(document_, regions_, i, 0);
      const std::size_t bytes_min =
          place.kind == Kind::standfirst ? named_bytes_min : standfirst_bytes_min;
      if (own.text.size() < bytes_min || own.text.size() > standfirst_bytes_max ||
          own.link_bytes > 0 || place.list_item || !regions_.is_usable(i)) {
        continue;
      }
      const bool is_described = description.size() >= standfirst_bytes_min &&
                                lower_case(own.text).starts_with(description);
      const bool is_named = place.kind == Kind::standfirst;
      const bool is_loose = i < first_ && inside_[i] == 0 && kinds_[i] == Kind::navigation &&
                            (place.paragraph || place.heading) &&
                            (i == *title_ + 1 || !is_label(own.text));
      const bool is_subtitle = place.heading && i == *title_ + 1 && !is_label(own.text);
      // The first paragraph is often the description too.
      const bool is_text = kinds_[i] == Kind::body && !is_named;
      if (is_named || is_loose || is_subtitle || (is_described && !is_text)) {
        kinds_[i] = Kind::standfirst;
      }
    }
  }

  const HtmlDocument& document_;
  const HtmlRegions& regions_;
  const HtmlMetadata& metadata_;
  std::optional<std::size_t> title_;
  const std::vector<char>& declared_;
  std::vector<Kind> kinds_;
  std::vector<std::size_t> roots_;
  std::vector<char> inside_;
  std::vector<char> dropped_;
  std::vector<HtmlPlace> places_;
  std::size_t first_ = 0;  // The first and the last piece that is surely of the article.
  std::size_t last_ = 0;
};

}  // namespace

std::vector<ParagraphKind> type_html_pieces(const HtmlDocument& document,
                                            const HtmlRegions& regions,
                                            const HtmlMetadata& metadata,
                                            const std::vector<std::size_t>& content,
                                            std::optional<std::size_t> title,
                                            const std::vector<char>& declared) {
  return PieceTyper(document, regions, metadata, content, title, declared).type();
}

}  // namespace pilcrow
