// SPDX-License-Identifier: GPL-2.0-or-later
// HTML as a sequence of tags and text, by the rules of the HTML standard's tokenizer.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/html/html_tags.h"
#include "pilcrow/article.h"

namespace pilcrow {

struct HtmlToken {
  enum class Type { text, start, end, skipped };

  Type type = Type::text;
  HtmlTag tag = HtmlTag::other;
  Span span = {};        // All of it.
  Span attributes = {};  // Of start and skipped.
  Span content = {};     // Of skipped: what stands between its tags.
};

// Comments and declarations are passed over.  An element whose content is no text is one token,
// unless it is not closed: then only script, style, title and textarea swallow the rest.  Every
// decision depends on the bytes from the token on alone, so that a part of a page that begins in
// its text and ends in its text reads as it does within the page.  Takes linear time.
class HtmlTokenizer {
 public:
  // Begins at byte `begin`.  `with_noscript`: what is for browsers without scripts is text.
  explicit HtmlTokenizer(std::string_view html, std::size_t begin = 0, bool with_noscript = false)
      : html_(html), with_noscript_(with_noscript), at_(begin) {}

  // False at the end.
  bool next(HtmlToken& token);

 private:
  bool read_markup(HtmlToken& token);
  void read_tag(HtmlToken& token, bool is_end);
  bool read_skipped(HtmlToken& token, std::string_view name);
  std::size_t find_end_tag(std::size_t from, HtmlTag tag, std::string_view name);

  std::string_view html_;
  bool with_noscript_;
  std::size_t at_;
  // By tag, what begins here or later is not closed.
  std::array<std::size_t, 256> unclosed_from_ = [] {
    std::array<std::size_t, 256> never{};
    never.fill(std::string_view::npos);
    return never;
  }();
};

// Takes the next attribute off `rest`, which is HtmlToken::attributes; false where none is left.
// The value is as written, without its quotation marks.
bool next_html_attribute(std::string_view& rest, std::string_view& name, std::string_view& value);

// The decoded value of an attribute; empty where there is none.
std::string html_attribute(std::string_view attributes, std::string_view name);

// Equal but for ASCII capitals in `text`.
bool equals_lower(std::string_view text, std::string_view lower);

}  // namespace pilcrow
