// SPDX-License-Identifier: GPL-2.0-or-later
// Where a string stands in a JSON text, byte by byte, which JSON libraries do not tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "pilcrow/article.h"

namespace pilcrow {

// The bytes between the quotation marks of the string that is the value of `key` in the outermost
// object of `json` (RFC 8259), which must be valid.  Of several, the last.  Nothing where there is
// none, or where the key is spelled with escapes.
std::optional<Span> find_json_string(std::string_view json, std::string_view key);

// Maps offsets of a decoded string to offsets of its spelling.
class JsonStringMap {
 public:
  explicit JsonStringMap(std::string_view spelling) : spelling_(spelling) {}

  // The offset in the spelling of the byte at `decoded`.  Ask in ascending order.
  std::size_t spelled(std::size_t decoded);

 private:
  std::string_view spelling_;
  std::size_t spelled_ = 0;
  std::size_t decoded_ = 0;
};

}  // namespace pilcrow
