// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query_characters.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <charconv>

#include "corpus/ascii.h"
#include "searcher/query.h"

namespace pilcrow {
namespace {

// Where no spaces part words, in quarters of a word.
constexpr std::size_t quarters_of_ideograph = 2;
constexpr std::size_t quarters_of_letter = 1;

constexpr std::string_view white_space = " \t\r\v\f";

}  // namespace

bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

std::optional<std::size_t> number_at(std::string_view text, std::size_t& size) {
  size = 0;
  std::size_t value = 0;
  while (size < text.size() && is_digit(text[size])) {
    value = std::min(distance_max, value * 10 + static_cast<std::size_t>(text[size++] - '0'));
  }
  return size == 0 ? std::nullopt : std::optional(value);
}

std::optional<double> boost_of(std::string_view text) {
  double value = 0;
  const auto parsed =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return whole && is_digit(text.front()) && value <= boost_max ? std::optional(value)
                                                               : std::nullopt;
}

std::size_t field_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && (is_small(text[size]) || text[size] == '_' || text[size] == '-' ||
                                (size > 0 && is_digit(text[size])))) {
    ++size;
  }
  const bool is_field = size > 0 && is_small(text[0]) && size + 1 < text.size() &&
                        text[size] == ':' && !is_space(text[size + 1]);
  return is_field && !text.substr(size).starts_with("://") ? size : 0;
}

bool is_at_line_begin(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t last = before.find_last_not_of(white_space);
  return last == std::string_view::npos || before[last] == '\n';
}

bool begins_each_line_with_dash(std::string_view text) {
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t first = line.find_first_not_of(white_space);
    if (first == std::string_view::npos) {
      continue;
    }
    if (line[first] != '-') {
      return false;
    }
    ++lines;
  }
  return lines > 1;
}

std::size_t words_about(std::string_view text) {
  const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::size_t words = 0;
  std::size_t quarters = 0;
  bool inside = false;
  for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    const UChar32 character = characters.char32At(at);
    const int kind = u_getIntPropertyValue(character, UCHAR_LINE_BREAK);
    const bool is_ideograph = kind == U_LB_IDEOGRAPHIC || kind == U_LB_CONDITIONAL_JAPANESE_STARTER;
    const bool is_letter = kind == U_LB_COMPLEX_CONTEXT;  // Thai, Lao, Khmer, Burmese.
    const bool is_inside = !is_ideograph && !is_letter && !u_isUWhiteSpace(character);
    quarters += is_ideograph ? quarters_of_ideograph : 0;
    quarters += is_letter ? quarters_of_letter : 0;
    words += is_inside && !inside ? 1 : 0;
    inside = is_inside;
  }
  return words + (quarters + 3) / 4;
}

}  // namespace pilcrow
