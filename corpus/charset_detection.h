// SPDX-License-Identifier: GPL-2.0-or-later
// What charset bytes are in, by how they look.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// UTF-16, UTF-32 without a byte order mark, and ISO-2022-JP, whose bytes may be valid UTF-8 though
// they mean something else; empty: none of them.
std::string detect_without_high_bytes(std::string_view bytes);

// True where hardly a part of the beginning of `bytes` is broken in `charset`.  Never for UTF-16
// and UTF-32, which detect_without_high_bytes finds where they are.
bool fits_charset(std::string_view bytes, const std::string& charset);

// The charset in which bytes that are no UTF-8 read best.  It decodes them as each candidate, and
// weighs the letters that are frequent in its languages against what no text has: capitals within
// words, signs within words, words of two scripts, controls.  Short texts without much evidence are
// windows-1252.
std::string detect_charset(std::string_view bytes);

}  // namespace pilcrow
