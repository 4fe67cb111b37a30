// SPDX-License-Identifier: GPL-2.0-or-later
// Character references: "&amp;", "&#8212;", "&eacute".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pilcrow {

struct HtmlEntity {
  std::string text = {};
  std::size_t bytes = 0;  // Of its spelling; 0: there is none.
};

// The character reference at the beginning of `text`, which begins with "&".
HtmlEntity read_html_entity(std::string_view text);

// The value of an attribute; references without their semicolon stay, since addresses have them.
std::string decode_html_attribute(std::string_view value);

}  // namespace pilcrow
