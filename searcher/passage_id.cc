// SPDX-License-Identifier: GPL-2.0-or-later
#include <charconv>

#include "pilcrow/error.h"
#include "pilcrow/searcher.h"

namespace pilcrow {

std::string to_string(const PassageId& passage) {
  return passage.article + (passage.furniture ? "#f" : "#") + std::to_string(passage.paragraph);
}

PassageId parse_passage_id(std::string_view spelling) {
  const std::size_t mark = spelling.rfind('#');
  PassageId passage;
  if (mark != std::string_view::npos) {
    std::string_view number = spelling.substr(mark + 1);
    passage.article = spelling.substr(0, mark);
    passage.furniture = number.starts_with('f');
    number.remove_prefix(passage.furniture ? 1 : 0);
    const char* end = number.data() + number.size();
    const auto parsed = std::from_chars(number.data(), end, passage.paragraph);
    if (parsed.ec == std::errc() && parsed.ptr == end) {
      return passage;
    }
  }
  throw Error(ErrorCode::invalid_argument,
              "read a passage's name: " + std::string(spelling) +
                  " is not ARTICLE#PARAGRAPH, such as news/a.txt#3, or #f3 for furniture");
}

}  // namespace pilcrow
