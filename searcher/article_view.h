// SPDX-License-Identifier: GPL-2.0-or-later
// A whole article, as a person reads it around a hit.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/output.h"

namespace pilcrow {

struct ArticleView {
  std::string text = {};
  std::size_t line = 1;  // Where the hit's paragraph begins, counted from 1.
};

// `paragraphs` are those of Searcher::paragraphs.  The paragraph of the hit has a bar in front;
// furniture is labelled with its kind.  Without control characters, wrapped as `terminal` says.
ArticleView view_article(const Hit& hit, const std::vector<PassageText>& paragraphs,
                         const Terminal& terminal);

}  // namespace pilcrow
