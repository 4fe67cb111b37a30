// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/character_grams.h"

#include <unicode/uchar.h>
#include <algorithm>

#include "analysis/language_defaults.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

constexpr char edge = '_';

bool is_digit(char32_t letter) {
  return letter < 0x80 ? letter >= '0' && letter <= '9'
                       : u_isdigit(static_cast<UChar32>(letter)) != 0;
}

struct Shape {
  WritingDefaults writing = {};  // That of its first letter.
  std::size_t letters = 0;
  bool has_grams = false;
};

// Calls `at_end` with the byte after each letter.
template <typename AtEnd>
Shape shape_of(std::string_view word, AtEnd at_end) {
  Shape shape;
  shape.has_grams = !word.empty();
  for (std::size_t at = 0; at < word.size();) {
    const DecodedCharacter next = decode_utf8(word, at);
    shape.has_grams &= !is_digit(next.character);
    if (at == 0) {
      shape.writing = writing_defaults(next.character);
    }
    ++shape.letters;
    at = next.end;
    at_end(at);
  }
  return shape;
}

Shape shape_of(std::string_view word) {
  return shape_of(word, [](std::size_t /*end*/) {});
}

void sort_distinct(std::vector<std::string>& grams) {
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

}  // namespace

std::vector<std::string> character_grams(std::string_view word) {
  // The edges are letters too: `_`, word, `_`.
  std::string padded(1, edge);
  padded.append(word).push_back(edge);
  std::vector<std::size_t> places = {0, 1};  // Where in it each letter begins, and the end.
  places.reserve(padded.size() + 1);
  const Shape shape = shape_of(word, [&](std::size_t end) { places.push_back(end + 1); });
  places.push_back(padded.size());
  std::vector<std::string> grams;
  if (!shape.has_grams) {
    return grams;
  }
  const std::size_t size = shape.writing.gram_letters;
  const std::size_t edges = shape.writing.grams_have_edges ? 0 : 1;  // Letters left out.
  grams.reserve(shape.letters + 2);
  for (std::size_t begin = edges; begin + size + edges < places.size(); ++begin) {
    grams.emplace_back(padded, places[begin], places[begin + size] - places[begin]);
  }
  sort_distinct(grams);
  return grams;
}

bool is_filed(std::string_view word) {
  constexpr std::size_t bytes_max = 64;
  return word.size() <= bytes_max && shape_of(word).has_grams;
}

bool is_long_enough_for_grams(std::string_view word) {
  const Shape shape = shape_of(word);
  return shape.has_grams && shape.letters >= shape.writing.compared_letters_min;
}

}  // namespace pilcrow
