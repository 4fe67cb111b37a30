// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/wrap.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <cstdint>
#include <memory>

namespace pilcrow {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

std::size_t columns_of(UChar32 character) {
  const int type = u_charType(character);
  const bool combines =
      type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
  if (combines && character != 0xAD) {
    return 0;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The character at `at`, which moves behind it.
UChar32 next_character(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 character = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i,
                  static_cast<std::int32_t>(text.size()), character);
  at = static_cast<std::size_t>(i);
  return character;
}

// Where lines may end; the end of the text alone where ICU has no rules.
std::vector<std::size_t> break_places(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> lines(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, CloseText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  std::vector<std::size_t> places;
  if (U_SUCCESS(status)) {
    lines->setText(utext.get(), status);
    lines->first();
    for (std::int32_t at = lines->next(); U_SUCCESS(status) && at != icu::BreakIterator::DONE;
         at = lines->next()) {
      places.push_back(static_cast<std::size_t>(at));
    }
  }
  if (places.empty() || places.back() != text.size()) {
    places.push_back(text.size());
  }
  return places;
}

std::size_t without_space(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == ' ') {
    --end;
  }
  return end;
}

// How far a word that is longer than a line goes on this one; at least one character.
std::size_t cut_word(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t used = 0;
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    used += columns_of(next_character(text, at));
    if (used > columns && end > begin) {
      break;
    }
    end = at;
  }
  return end;
}

}  // namespace

std::size_t display_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    columns += columns_of(next_character(text, at));
  }
  return columns;
}

std::vector<Span> wrapped_lines(std::string_view text, std::size_t columns) {
  if (columns == 0 || text.empty()) {
    return {{0, text.size()}};
  }
  std::vector<Span> lines;
  Span line;
  for (const std::size_t place : break_places(text)) {
    const auto fits = [&] {
      const std::size_t end = without_space(text, line.begin, place);
      return display_columns(text.substr(line.begin, end - line.begin)) <= columns;
    };
    if (!fits() && line.end > line.begin) {
      lines.push_back({line.begin, without_space(text, line.begin, line.end)});
      line.begin = line.end;
    }
    while (!fits()) {
      line.end = cut_word(text, line.begin, columns);
      lines.push_back(line);
      line.begin = line.end;
    }
    line.end = place;
  }
  line.end = without_space(text, line.begin, line.end);
  if (line.end > line.begin || lines.empty()) {
    lines.push_back(line);
  }
  return lines;
}

}  // namespace pilcrow
