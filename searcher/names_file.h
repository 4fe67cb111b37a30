// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "pilcrow/searcher.h"

namespace pilcrow {

// The text of a file of names; none for an empty path.  Throws Error{io} where it can't be read.
std::string names_of_file(const std::string& path);

// Adds the names that the file at `path` has; what is wrong with lines goes to `messages`.
void add_names(Searcher& searcher, const std::string& names, const std::string& path,
               std::ostream& messages);

}  // namespace pilcrow
