// SPDX-License-Identifier: GPL-2.0-or-later
// Fields of records, placed in the text of an article.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Appends `text` to that of an article, as it is, and its paragraphs.  `map` leads to the field's
// bytes through `outer`, and these begin at `begin` of the source.
void append_text(Article& article, std::string_view text, const OffsetMap& map,
                 const OffsetMap& outer, std::size_t begin, const ReadOptions& options);

}  // namespace pilcrow
