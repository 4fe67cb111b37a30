// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/note_output.h"

#include <algorithm>
#include <ostream>

#include "cli/controls.h"

namespace pilcrow {
namespace {

// The columns of a terminal that a character takes; `lead` is its first byte.  Chinese, Japanese
// and Korean ones take two.
std::size_t columns_of(unsigned char lead) {
  const bool is_wide = (lead >= 0xE3 && lead <= 0xED) || lead == 0xEF || lead == 0xF0;
  return (lead & 0xC0U) == 0x80 ? 0 : is_wide ? 2 : 1;
}

}  // namespace

void print_note(const QueryNote& note, const std::string& query, std::ostream& out) {
  constexpr std::size_t around_bytes = 40;
  out << "pilcrow-searcher: " << without_controls(note.text, ' ') << '\n';
  const auto [first, last] = note.query;
  if (first == last || last > query.size()) {
    return;
  }
  const auto is_inside = [&](std::size_t at) { return (query[at] & 0xC0) == 0x80; };
  std::size_t begin = first - std::min(first, around_bytes);
  std::size_t end = std::min(query.size(), last + around_bytes);
  while (begin > 0 && is_inside(begin)) {
    --begin;
  }
  while (end < query.size() && is_inside(end)) {
    ++end;
  }
  std::string marks;
  for (std::size_t i = begin; i < last; ++i) {
    marks.append(columns_of(static_cast<unsigned char>(query[i])), i < first ? ' ' : '^');
  }
  out << "  " << without_controls(query.substr(begin, end - begin), ' ') << "\n  " << marks << '\n';
}

}  // namespace pilcrow
