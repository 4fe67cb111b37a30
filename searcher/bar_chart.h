// SPDX-License-Identifier: GPL-2.0-or-later
// Counts as bars on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilcrow/searcher.h"

namespace pilcrow {

// A line for each value: it, its count and a bar of eighths of a block (U+2588 to U+258F), the
// largest as long as `columns` leave room for.  Values are ASCII, as dates are.
std::vector<std::string> bar_chart(const std::vector<FacetCount>& values, std::size_t columns);

}  // namespace pilcrow
