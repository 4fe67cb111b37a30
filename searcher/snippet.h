// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of a paragraph that show best why it was found.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/searcher.h"
#include "searcher/matches.h"

namespace pilcrow {

// Up to `count` parts of about `bytes` bytes, best first, none overlapping: whole sentences where
// they fit and tell as much, else windows of whole words.  A later one matches something that the
// earlier ones do not show.  A text that is not much longer is taken whole.  There is always a
// first one, also where nothing matches.
std::vector<Snippet> make_snippets(std::string_view text, const std::vector<Token>& tokens,
                                   const std::vector<Match>& matches, std::size_t bytes,
                                   std::size_t count);

}  // namespace pilcrow
