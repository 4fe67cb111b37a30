// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/bar_chart.h"

#include <algorithm>

namespace pilcrow {
namespace {

constexpr std::size_t eighths = 8;

// So long that nothing counted looks like nothing.
std::string drawn_bar(std::size_t count, std::size_t most, std::size_t columns) {
  constexpr const char* parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const std::size_t length = std::max<std::size_t>(1, count * columns * eighths / most);
  std::string text;
  for (std::size_t i = 0; i < length / eighths; ++i) {
    text += "█";
  }
  return text + parts[length % eighths];
}

std::string padded(const std::string& text, std::size_t columns, bool left) {
  const std::string spaces(columns - std::min(columns, text.size()), ' ');
  return left ? text + spaces : spaces + text;
}

}  // namespace

std::vector<std::string> bar_chart(const std::vector<FacetCount>& values, std::size_t columns) {
  std::size_t name_columns = 0;
  std::size_t most = 1;
  for (const FacetCount& one : values) {
    name_columns = std::max(name_columns, one.value.size());
    most = std::max(most, one.count);
  }
  const std::size_t count_columns = std::to_string(most).size();
  const std::size_t used = name_columns + count_columns + 2;
  std::vector<std::string> lines;
  for (const FacetCount& one : values) {
    lines.push_back(padded(one.value, name_columns, true) + ' ' +
                    padded(std::to_string(one.count), count_columns, false) + ' ' +
                    drawn_bar(one.count, most, std::max(columns, used + 1) - used));
  }
  return lines;
}

}  // namespace pilcrow
