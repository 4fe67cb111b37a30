// SPDX-License-Identifier: GPL-2.0-or-later
// Where a page of hits ended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/found.h"
#include "searcher/index_reader.h"

namespace pilcrow {

// Names a passage longer than its document lasts.
struct ShownPassage {
  std::size_t part = 0;  // Of the indexes, which has it.
  ArticleKey article = {};
  std::uint32_t paragraph = 0;
  bool is_furniture = false;
};

// Some of a page's last passages may be gone when the next one is asked for.
constexpr std::size_t cursor_passages_max = 4;

struct Cursor {
  Sort sort = Sort::relevance;
  std::uint64_t state = 0;                  // Of the index, see IndexReader::state.
  std::uint64_t position = 0;               // In that state, of the hit after the page.
  std::uint64_t shown = 0;                  // Hits on all pages up to here.
  Found place = {};                         // The last one.
  std::vector<ShownPassage> passages = {};  // The last ones of the page, the very last in front.
};

// A text without white space or quotes, and back.  Throws Error{invalid_argument} for what is no
// cursor, or one of another order.
std::string encode(const Cursor& cursor);
Cursor decode_cursor(std::string_view text, Sort sort);

}  // namespace pilcrow
