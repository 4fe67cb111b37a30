// SPDX-License-Identifier: GPL-2.0-or-later
// From the bytes of a file to UTF-8.  docs/encodings.md tells the rules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/offset_map.h"

namespace pilcrow {

struct DecodedText {
  std::string text = {};     // Valid UTF-8, without byte order mark and without NUL.
  OffsetMap map = {};        // From the text to the bytes.
  std::string charset = {};  // IANA name of what the bytes are; empty: UTF-8.
  std::size_t replaced = 0;  // Parts that were invalid and became U+FFFD.
};

// Decides the charset: a byte order mark, else UTF-8 where the bytes are well-formed UTF-8 (but for
// a few broken parts), else `declared` (an IANA name or alias; empty: none) where the bytes fit it,
// else what they look like.  Then decodes.
DecodedText decode_text(std::string bytes, std::string_view declared = {});

// The first half of decode_text: the name of the charset; empty: UTF-8.
std::string find_charset(std::string_view bytes, std::string_view declared = {});

// The second half, of a charset as find_charset or charset_of_label names it.
DecodedText decode_as(std::string bytes, const std::string& charset);

// Decodes bytes of a known charset, as decode_text named it.  Never fails.  Where the bytes are
// those that DecodedText::map gives for a part of a text, the result is that part.
std::string decode_bytes(std::string_view bytes, std::string_view charset);

}  // namespace pilcrow
