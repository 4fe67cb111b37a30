// SPDX-License-Identifier: GPL-2.0-or-later
// Facts in front of a text: lines of YAML between "---", lines of TOML between "+++".
#pragma once

#include <cstddef>
#include <string_view>

#include "pilcrow/article.h"

namespace pilcrow {

// Fills the fields and facets of `article` from the front matter at the beginning of `text`, and
// returns how many bytes it takes; 0 where there is none.  docs/formats/markdown.md tells which
// part of the two languages is read.
std::size_t read_front_matter(std::string_view text, Article& article);

}  // namespace pilcrow
