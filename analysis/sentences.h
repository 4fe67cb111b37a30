// SPDX-License-Identifier: GPL-2.0-or-later
// Where sentences begin and end.
#pragma once

#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// The sentences of a text by ICU's sentence break iterator (Unicode UAX #29), in order, each with
// the white space after it; together they are the whole text.  Invalid UTF-8 is harmless.
std::vector<Span> sentence_spans(std::string_view text);

}  // namespace pilcrow
