// SPDX-License-Identifier: GPL-2.0-or-later
// What the tabulator makes of a line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

// Up to `limit` words of the index that begin with `prefix`, which is as it was typed.
using WordCompleter =
    std::function<std::vector<std::string>(std::string_view prefix, std::size_t limit)>;

struct Completion {
  std::size_t replaced_characters = 0;    // Before the cursor.
  std::string text = {};                  // To stand there instead.
  std::vector<std::string> choices = {};  // To show, where there are several.
};

// Completes the last word before the cursor, or a command such as ":next".
Completion complete_line(std::string_view before_cursor, const WordCompleter& complete_word);

}  // namespace pilcrow
