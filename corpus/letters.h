// SPDX-License-Identifier: GPL-2.0-or-later
// Small operations on short lines, for which this layer needs no ICU.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// `text` with ASCII, Latin-1 and Cyrillic capitals made small, for comparison with known words.
// Every other character stays as it is, and so does the number of bytes.
std::string lower_case(std::string_view text);

// `text` with each run of ASCII white space made one space, and none at the ends.
std::string one_line(std::string_view text);

}  // namespace pilcrow
