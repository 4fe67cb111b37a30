// SPDX-License-Identifier: GPL-2.0-or-later
// What characters say in a query.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pilcrow {

// What people paste from texts counts as quotation marks too, and what Chinese keyboards have as
// parentheses.
inline constexpr std::array<std::string_view, 7> quotes = {"\"", "“", "”", "„", "«", "»", "＂"};
inline constexpr std::array<std::string_view, 2> opening = {"(", "（"};
inline constexpr std::array<std::string_view, 2> closing = {")", "）"};

// What keyboards have as quotation marks; the others are mostly those of a printed text.
inline constexpr std::array<std::string_view, 2> typed_quotes = {"\"", "＂"};

// The mark that `text` begins with; empty where it begins with none.
template <std::size_t size>
std::string_view mark_at(std::string_view text, const std::array<std::string_view, size>& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) {
      return mark;
    }
  }
  return {};
}

bool is_small(char byte);

// The number that `text` begins with, at most distance_max; nothing where there is none.
std::optional<std::size_t> number_at(std::string_view text, std::size_t& size);

// The number, such as 2 or 0.5, that is all of `text`, where it may be a boost.
std::optional<double> boost_of(std::string_view text);

// How long the name in front of a colon is; 0: this is no field.
std::size_t field_size(std::string_view text);

// Whether nothing but white space stands before byte `at` in its line.
bool is_at_line_begin(std::string_view text, std::size_t at);

// Whether there are several lines, and each that is not blank begins with "-".
bool begins_each_line_with_dash(std::string_view text);

// About how many words a text has.  Where no spaces part them, two characters of Chinese and
// Japanese count as one, or four of Thai and the like.
std::size_t words_about(std::string_view text);

}  // namespace pilcrow
