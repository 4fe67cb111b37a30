// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "pilcrow/searcher.h"

namespace pilcrow {

// Adds the names of a file to a searcher; what is wrong with lines goes to `messages`.  Throws
// Error{io} where the file can't be read.
void add_names_of_file(Searcher& searcher, const std::string& path, std::ostream& messages);

}  // namespace pilcrow
