// SPDX-License-Identifier: GPL-2.0-or-later
// Fields of records: decoded, and placed in the text of an article.
#pragma once

#include <string_view>

#include "corpus/decode.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Decodes the bytes of a field whose charset has been decided for the whole source, as decode_bytes
// does; the map begins at 0.
DecodedText decode_field(std::string_view bytes, std::string_view charset);

// Appends `text` to that of an article, as it is, and its paragraphs.  `map` leads to the field's
// bytes through `outer`, and these begin at `begin` of the source.
void append_text(Article& article, std::string_view text, const OffsetMap& map,
                 const OffsetMap& outer, std::size_t begin, const ReadOptions& options);

}  // namespace pilcrow
