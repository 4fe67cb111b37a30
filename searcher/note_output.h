// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "pilcrow/searcher.h"

namespace pilcrow {

// Writes a note, and where it points into the query: that part of it, and a line that marks the
// place.
void print_note(const QueryNote& note, const std::string& query, std::ostream& out);

}  // namespace pilcrow
