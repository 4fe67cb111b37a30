// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_document.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/html/html_collector.h"

namespace pilcrow {
namespace {

// So many open elements are looked at for the one that a tag ends.
constexpr std::size_t search_depth_max = 256;

bool is_table_part(HtmlTag tag) {
  return tag == HtmlTag::td || tag == HtmlTag::th || tag == HtmlTag::tr || tag == HtmlTag::tbody ||
         tag == HtmlTag::thead || tag == HtmlTag::tfoot || tag == HtmlTag::caption;
}

// What a start tag ends, up to the element that bounds the search.
struct ImpliedEnd {
  bool (*ends)(HtmlTag open);
  bool (*bounds)(HtmlTag open);
};

bool bounds_paragraph(HtmlTag open) {
  return is_table_part(open) || open == HtmlTag::table;
}
bool bounds_item(HtmlTag open) {
  return open == HtmlTag::ul || open == HtmlTag::ol || bounds_paragraph(open);
}
bool bounds_row(HtmlTag open) {
  return open == HtmlTag::table;
}

constexpr ImpliedEnd paragraph_end = {[](HtmlTag open) { return open == HtmlTag::p; },
                                      bounds_paragraph};
constexpr ImpliedEnd item_end = {[](HtmlTag open) { return open == HtmlTag::li; }, bounds_item};
constexpr ImpliedEnd definition_end = {
    [](HtmlTag open) { return open == HtmlTag::dd || open == HtmlTag::dt; },
    [](HtmlTag open) { return open == HtmlTag::dl || bounds_paragraph(open); }};
constexpr ImpliedEnd cell_end = {
    [](HtmlTag open) { return open == HtmlTag::td || open == HtmlTag::th; },
    [](HtmlTag open) { return open == HtmlTag::table || open == HtmlTag::tr; }};
constexpr ImpliedEnd row_end = {[](HtmlTag open) { return open == HtmlTag::tr; }, bounds_row};
constexpr ImpliedEnd link_end = {[](HtmlTag open) { return open == HtmlTag::a; },
                                 [](HtmlTag open) { return is_block(open); }};
constexpr ImpliedEnd heading_end = {
    [](HtmlTag open) { return is_heading(open); },
    [](HtmlTag open) { return is_block(open) && !is_heading(open); }};

// An anchor that names a place is none, and often left open.
bool is_link(std::string_view attributes) {
  return !html_attribute(attributes, "href").empty() ||
         (html_attribute(attributes, "name").empty() && html_attribute(attributes, "id").empty());
}

class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view html, const HtmlInlineRules& rules)
      : collector_(html), rules_(rules) {
    document_.html = html;
    document_.nodes.push_back({HtmlTag::html});
    open_.push_back(0);
    is_open_.push_back(true);
  }

  void read(const HtmlToken& token) {
    switch (token.type) {
      case HtmlToken::Type::text:
        add_text(token.span);
        break;
      case HtmlToken::Type::start:
        start(token);
        break;
      case HtmlToken::Type::end:
        end(token.tag);
        break;
      case HtmlToken::Type::skipped:
        if (token.tag == HtmlTag::script || token.tag == HtmlTag::title) {
          document_.data.push_back(token);
        }
        break;
    }
  }

  HtmlDocument take() {
    end_block();
    close_down_to(0);
    document_.nodes[0].end = document_.nodes.size();
    document_.nodes[0].last_block = document_.pieces.size();
    return std::move(document_);
  }

 private:
  void add_text(Span span) {
    const std::size_t before = collector_.text_size();
    collector_.add(span);
    const std::size_t added = collector_.text_size() - before;
    if (added == 0) {
      return;
    }
    break_count_ = 0;
    if (before == 0) {
      piece_.node = open_.back();
    } else {
      while (!is_open_[piece_.node]) {
        piece_.node = document_.nodes[piece_.node].parent;
      }
    }
    piece_.link_bytes += link_ != 0 ? added : 0;
  }

  void end_block() {
    break_count_ = 0;
    sign_ = 0;
    if (!collector_.empty()) {
      piece_.text = collector_.take_text();
      piece_.map = collector_.take_map();
      document_.pieces.push_back(std::exchange(piece_, {}));
    }
    collector_.take_map();
  }

  void start(const HtmlToken& token) {
    if (token.tag == HtmlTag::br) {
      add_break();
      return;
    }
    if (token.tag == HtmlTag::meta || token.tag == HtmlTag::link) {
      document_.data.push_back(token);
    }
    if (is_block(token.tag)) {
      end_block();
    }
    if (is_void(token.tag)) {
      return;
    }
    close_implied(token.tag);
    open(token);
  }

  void add_break() {
    collector_.separate();
    if (++break_count_ == 2 || sign_ != 0) {
      end_block();
    }
  }

  void close_implied(HtmlTag tag) {
    if (is_block(tag)) {
      apply(paragraph_end);
    }
    if (tag == HtmlTag::li) {
      apply(item_end);
    } else if (tag == HtmlTag::dd || tag == HtmlTag::dt) {
      apply(definition_end);
    } else if (tag == HtmlTag::td || tag == HtmlTag::th) {
      apply(cell_end);
    } else if (tag == HtmlTag::tr) {
      apply(row_end);
    } else if (tag == HtmlTag::a) {
      apply(link_end);
    } else if (is_heading(tag)) {
      apply(heading_end);
    }
  }

  void apply(const ImpliedEnd& implied) {
    const std::size_t lowest =
        open_.size() > search_depth_max ? open_.size() - search_depth_max : 1;
    for (std::size_t depth = open_.size(); depth-- > lowest;) {
      const HtmlTag tag = document_.nodes[open_[depth]].tag;
      if (implied.ends(tag)) {
        close_down_to(depth);
        return;
      }
      if (implied.bounds(tag)) {
        return;
      }
    }
  }

  void open(const HtmlToken& token) {
    HtmlNode node;
    node.tag = token.tag;
    node.parent = open_.back();
    node.attributes = token.attributes;
    const std::string_view attributes =
        document_.html.substr(token.attributes.begin, token.attributes.size());
    const bool is_inline = !is_block(token.tag) && attributes.size() > 2;
    const bool is_isolated = is_inline && rules_.isolates != nullptr && rules_.isolates(attributes);
    if (is_isolated) {
      end_block();
    } else if (is_inline && rules_.sign != nullptr) {
      meet_sign(rules_.sign(token.tag, attributes));
    }
    node.first_block = document_.pieces.size();
    if (token.tag == HtmlTag::a && is_link(attributes)) {
      link_ = document_.nodes.size();
    }
    isolated_.push_back(is_isolated);
    is_open_.push_back(true);
    open_.push_back(document_.nodes.size());
    document_.nodes.push_back(node);
  }

  void meet_sign(std::uint32_t sign) {
    constexpr std::size_t label_bytes_max = 16;  // "By", "Published on".
    constexpr std::size_t line_bytes_max = 160;
    const std::size_t bytes = collector_.text_size();
    if (sign == 0 || sign == sign_ || bytes > line_bytes_max || is_in_running_text()) {
      return;
    }
    if (bytes > 0 && (sign_ != 0 || bytes > label_bytes_max)) {
      end_block();
    }
    sign_ = sign;
  }

  bool is_in_running_text() const {
    std::size_t depth = open_.size() - 1;
    const std::size_t lowest = depth - std::min(depth, search_depth_max);
    while (depth > lowest && !is_block(document_.nodes[open_[depth]].tag)) {
      --depth;
    }
    const HtmlTag tag = document_.nodes[open_[depth]].tag;
    return tag == HtmlTag::p || tag == HtmlTag::li || tag == HtmlTag::dd || tag == HtmlTag::td ||
           tag == HtmlTag::blockquote || tag == HtmlTag::figcaption || is_heading(tag);
  }

  void end(HtmlTag tag) {
    if (tag == HtmlTag::br) {
      add_break();
    }
    if (is_block(tag)) {
      end_block();
    }
    if (is_void(tag) || tag == HtmlTag::html || tag == HtmlTag::body) {
      return;
    }
    link_ = tag == HtmlTag::a ? 0 : link_;
    const std::size_t lowest =
        open_.size() > search_depth_max ? open_.size() - search_depth_max : 1;
    for (std::size_t depth = open_.size(); depth-- > lowest;) {
      const HtmlTag other = document_.nodes[open_[depth]].tag;
      if (other == tag || (is_heading(tag) && is_heading(other))) {
        close_down_to(depth);
        return;
      }
      const bool is_bound = is_block(tag) ? !is_table_part(tag) && tag != HtmlTag::table &&
                                                (is_table_part(other) || other == HtmlTag::table)
                                          : is_block(other);
      if (is_bound || (other == HtmlTag::table && tag != HtmlTag::table)) {
        return;
      }
    }
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > std::max<std::size_t>(depth, 1)) {
      HtmlNode& node = document_.nodes[open_.back()];
      if (isolated_[open_.back() - 1]) {
        end_block();
      }
      node.end = document_.nodes.size();
      // A block that is still open began within this element or before it.
      node.last_block = document_.pieces.size() + (collector_.empty() ? 0 : 1);
      link_ = link_ == open_.back() ? 0 : link_;
      is_open_[open_.back()] = false;
      open_.pop_back();
    }
  }

  HtmlDocument document_;
  HtmlCollector collector_;
  HtmlPiece piece_;
  HtmlInlineRules rules_;
  std::uint32_t sign_ = 0;  // The last one in the block.
  std::vector<std::size_t> open_;
  std::vector<char> is_open_;   // By node.
  std::vector<char> isolated_;  // By node, without the first.
  std::size_t link_ = 0;        // The open link; each ends the one before.
  int break_count_ = 0;         // Since the last text.
};

// A row is joined where its table is one of data: no table within it, several cells a row, and
// little text in each.
bool is_data_row(const HtmlDocument& document, std::size_t row) {
  constexpr std::size_t cell_bytes_max = 300;
  const HtmlNode& node = document.nodes[row];
  std::size_t cells = 0;
  std::size_t block = node.first_block;
  for (std::size_t child = row + 1; child < node.end; ++child) {
    const HtmlNode& inner = document.nodes[child];
    if (inner.tag == HtmlTag::table || inner.tag == HtmlTag::div || is_heading(inner.tag)) {
      return false;
    }
    if (inner.tag == HtmlTag::td || inner.tag == HtmlTag::th) {
      const bool has_text = inner.last_block > inner.first_block;
      cells += has_text ? 1 : 0;
      if (inner.last_block > inner.first_block + 2) {
        return false;
      }
    }
  }
  for (; block < node.last_block; ++block) {
    if (document.pieces[block].text.size() > cell_bytes_max) {
      return false;
    }
  }
  return cells > 1;
}

Span source_of(const HtmlPiece& piece) {
  return piece.map.source({0, piece.text.size()});
}

HtmlPiece joined_piece(const HtmlDocument& document, std::size_t row) {
  const HtmlNode& node = document.nodes[row];
  const auto first = document.pieces.begin() + static_cast<std::ptrdiff_t>(node.first_block);
  const auto last = document.pieces.begin() + static_cast<std::ptrdiff_t>(node.last_block);
  HtmlText text =
      collect_html_text(document.html, {source_of(*first).begin, source_of(*(last - 1)).end});
  HtmlPiece piece{std::move(text.text), std::move(text.map), row, 0};
  for (auto cell = first; cell != last; ++cell) {
    piece.link_bytes += cell->link_bytes;
  }
  return piece;
}

}  // namespace

HtmlDocument read_html_document(std::string_view html, bool with_noscript,
                                const HtmlInlineRules& rules) {
  HtmlTokenizer tokenizer(html, 0, with_noscript);
  DocumentBuilder builder(html, rules);
  for (HtmlToken token; tokenizer.next(token);) {
    builder.read(token);
  }
  return builder.take();
}

void join_table_rows(HtmlDocument& document) {
  std::vector<HtmlPiece> pieces;
  std::vector<std::size_t> moved(document.pieces.size() + 1);
  std::size_t next = 0;
  const auto keep_until = [&](std::size_t end) {
    for (; next < end; ++next) {
      moved[next] = pieces.size();
      pieces.push_back(std::move(document.pieces[next]));
    }
  };
  for (std::size_t row = 0; row < document.nodes.size(); ++row) {
    const HtmlNode& node = document.nodes[row];
    if (node.tag == HtmlTag::tr && node.first_block >= next && is_data_row(document, row)) {
      keep_until(node.first_block);
      std::fill(moved.begin() + static_cast<std::ptrdiff_t>(next),
                moved.begin() + static_cast<std::ptrdiff_t>(node.last_block), pieces.size());
      pieces.push_back(joined_piece(document, row));
      next = node.last_block;
    }
  }
  keep_until(document.pieces.size());
  moved.back() = pieces.size();
  document.pieces = std::move(pieces);
  for (HtmlNode& node : document.nodes) {
    const bool is_empty = node.first_block == node.last_block;
    node.first_block = moved[node.first_block];
    node.last_block = is_empty ? node.first_block : moved[node.last_block - 1] + 1;
  }
}

}  // namespace pilcrow
