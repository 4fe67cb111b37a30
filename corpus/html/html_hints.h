// SPDX-License-Identifier: GPL-2.0-or-later
// What the attributes of an element say of what is inside.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/html/html_tags.h"

namespace pilcrow {

// Several may hold, so they are bits.
struct HtmlHint {
  using Set = std::uint32_t;
  static constexpr Set content = 1U << 0U;   // The text of an article: "entry-content".
  static constexpr Set article = 1U << 1U;   // A whole article.
  static constexpr Set positive = 1U << 2U;  // Words such as "story" that articles go by.
  static constexpr Set hidden = 1U << 3U;
  static constexpr Set comment = 1U << 4U;
  static constexpr Set related = 1U << 5U;
  static constexpr Set navigation = 1U << 6U;
  static constexpr Set advert = 1U << 7U;
  static constexpr Set legal = 1U << 8U;
  static constexpr Set caption = 1U << 9U;
  static constexpr Set credit = 1U << 10U;
  static constexpr Set byline = 1U << 11U;
  static constexpr Set dateline = 1U << 12U;
  static constexpr Set kicker = 1U << 13U;
  static constexpr Set standfirst = 1U << 14U;
  static constexpr Set pull_quote = 1U << 15U;
  static constexpr Set page_anchor = 1U << 16U;  // A link within the page.
  static constexpr Set footer = 1U << 17U;
  static constexpr Set offer = 1U << 18U;  // Asks for money or subscribers.
  static constexpr Set title = 1U << 19U;  // Of a part of the article.
  // What is no part of an article.
  static constexpr Set noise = hidden | comment | related | navigation | advert | legal;
};

HtmlHint::Set html_hints(std::string_view attributes);

// Inline elements which are a block of their own, since they are no part of the text around.
bool isolates_html(std::string_view attributes);

// HtmlHint::byline or dateline for inline elements that are one; else 0.
HtmlHint::Set html_sign(HtmlTag tag, std::string_view attributes);

}  // namespace pilcrow
