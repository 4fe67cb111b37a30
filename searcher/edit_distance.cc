// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/edit_distance.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/utf8_decoder.h"

namespace pilcrow {

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    result.push_back(next.character);
    at = next.end;
  }
  return result;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) {
    return most + 1;
  }
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    previous[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min(
          {previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], two_back[j - 2] + 1);
      }
    }
    if (*std::min_element(current.begin(), current.end()) > most) {
      return most + 1;
    }
    std::swap(two_back, previous);
    std::swap(previous, current);
  }
  return std::min(previous[b.size()], most + 1);
}

}  // namespace pilcrow
