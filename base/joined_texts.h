// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

// One after the other, with `between` in front of each but the first.
inline std::string joined_texts(const std::vector<std::string>& texts, std::string_view between) {
  std::string joined;
  for (const std::string& text : texts) {
    joined.append(joined.empty() ? "" : between).append(text);
  }
  return joined;
}

}  // namespace pilcrow
