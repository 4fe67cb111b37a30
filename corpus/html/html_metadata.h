// SPDX-License-Identifier: GPL-2.0-or-later
// What a page declares about its article.
#pragma once

#include <string>
#include <vector>

#include "corpus/html/html_document.h"

namespace pilcrow {

struct HtmlMetadata {
  std::string title = {};       // As declared, without the site's name.
  std::string page_title = {};  // Of <title>.
  std::string description = {};
  std::string author = {};
  std::string date = {};  // As written.
  std::string section = {};
  std::string language = {};  // As written.
  std::string url = {};       // Absolute.
  std::string site = {};
  std::string body = {};  // The article's text, where structured data repeat it.
};

// Structured data (JSON-LD) go before <meta>, and those before what only browsers show.
HtmlMetadata read_html_metadata(const HtmlDocument& document);

// The charset that a <meta> element near the beginning declares; empty for none.
std::string html_declared_charset(std::string_view bytes);

}  // namespace pilcrow
