// SPDX-License-Identifier: GPL-2.0-or-later
// Citations: a passage as it is quoted elsewhere, with where it stands.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "pilcrow/export.h"
#include "pilcrow/searcher.h"

namespace pilcrow {

enum class CitationStyle {
  text,      // Plain lines.
  markdown,  // A block quotation (CommonMark) and a line below it.
  html,      // A figure with a blockquote.
  bibtex,    // An entry @misc, which BibTeX and biblatex read.
  url        // The address of the passage, with a text fragment that selects it in a browser.
};

inline constexpr std::array<CitationStyle, 5> citation_styles = {
    CitationStyle::text, CitationStyle::markdown, CitationStyle::html, CitationStyle::bibtex,
    CitationStyle::url};

// The name of a style as it is spelled above.
PILCROW_EXPORT std::string_view to_string(CitationStyle style) noexcept;

// The whole paragraph of a hit with the title, author and date of its article, its address (the
// article's URL, else the file), its number and its bytes in the source; what is unknown is left
// out.  UTF-8; control characters are spaces, all else that means something to the style is
// escaped.  Several lines without a line feed after the last; `url` is one line, empty where the
// article has neither URL nor file.  docs/citing.md shows each style.  Pure and thread-safe.
PILCROW_EXPORT std::string cite(const Hit& hit, CitationStyle style);

}  // namespace pilcrow
