// SPDX-License-Identifier: GPL-2.0-or-later
// Text in lines of a terminal.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// The columns that a text takes on a terminal: two for wide characters (Unicode UAX #11), none for
// combining ones.
std::size_t display_columns(std::string_view text);

// The lines of a text (UTF-8 without control characters) of at most `columns` columns each, 0: one
// line.  Broken where ICU's line break iterator allows it (Unicode UAX #14), a longer word between
// its characters; white space at the end of a line is in none.  At least one line.
std::vector<Span> wrapped_lines(std::string_view text, std::size_t columns);

}  // namespace pilcrow
