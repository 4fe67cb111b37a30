// SPDX-License-Identifier: GPL-2.0-or-later
// The one rule by which pieces of HTML become a text: html_text and the readers share it.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Joins pieces of text: entities are decoded, and each run of white space (ASCII and U+00A0) is one
// space, none at the ends.
class HtmlCollector {
 public:
  explicit HtmlCollector(std::string_view html) : html_(html) {}

  // Adds the text that stands at `piece`, which is behind all that was added before.
  void add(Span piece);
  // White space stands here, such as the end of a block.
  void separate() { space_ = true; }

  bool empty() const noexcept { return text_.empty(); }
  std::size_t text_size() const noexcept { return text_.size(); }

  // What was collected, and a new beginning.
  std::string take_text() { return std::exchange(text_, {}); }
  OffsetMap take_map();

 private:
  void place(std::size_t at);
  void add_entity(std::size_t at, std::string_view decoded, std::size_t bytes);

  std::string_view html_;
  std::string text_;
  OffsetMap map_;
  bool space_ = false;
};

// Text of a part of a page, with where it comes from.
struct HtmlText {
  std::string text = {};
  OffsetMap map = {};
};

// Gives html_text of `part` of a page, which begins and ends in its text.
HtmlText collect_html_text(std::string_view html, Span part);

}  // namespace pilcrow
