// SPDX-License-Identifier: GPL-2.0-or-later
// Small operations on short lines, for which this layer needs no ICU.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace pilcrow {

// `text` with ASCII, Latin-1 and Cyrillic capitals made small, for comparison with known words.
// Every other character stays as it is, and so does the number of bytes.
std::string lower_case(std::string_view text);

// `text` with each run of ASCII white space made one space, and none at the ends.
std::string one_line(std::string_view text);

// The bytes of the white space at the beginning of `text`, as it stands around paragraphs: ASCII's,
// no-break space, ideographic space; 0 for none.
std::size_t space_at(std::string_view text);

// The line up to LF or CR LF, which are taken from `text` with it.
std::string_view take_line(std::string_view& text);

inline bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace pilcrow
