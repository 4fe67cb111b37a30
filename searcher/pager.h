// SPDX-License-Identifier: GPL-2.0-or-later
// A text that a person reads in a pager.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace pilcrow {

// The command that shows a text from `line` (from 1) on, for a shell: $PAGER, else less.  Pagers
// other than less and more begin at the first line.
std::string pager_command(const char* pager, std::size_t line);

// Shows `text` and waits until the person is done; prints it to `out` where there is no such pager.
void show_in_pager(const std::string& text, std::size_t line, std::ostream& out);

}  // namespace pilcrow
