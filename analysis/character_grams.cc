// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/character_grams.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <algorithm>

#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

constexpr std::size_t letters_min = 4;
constexpr char edge = '_';

enum class Writing { alphabetic, hangul, han };

struct Letters {
  std::vector<std::string_view> each = {};
  Writing writing = Writing::alphabetic;
  bool has_digit = false;
};

Writing writing_of(char32_t letter) {
  const bool is_hangul = letter >= 0xAC00 && letter <= 0xD7A3;
  const bool is_han =
      letter >= 0x3400 && u_hasBinaryProperty(static_cast<UChar32>(letter), UCHAR_IDEOGRAPHIC) != 0;
  return is_hangul ? Writing::hangul : is_han ? Writing::han : Writing::alphabetic;
}

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const DecodedCharacter next = decode_utf8(word, at);
    letters.has_digit |= u_isdigit(static_cast<UChar32>(next.character)) != 0;
    letters.writing = at == 0 ? writing_of(next.character) : letters.writing;
    letters.each.push_back(word.substr(at, next.end - at));
    at = next.end;
  }
  return letters;
}

bool has_grams(const Letters& letters) {
  return !letters.each.empty() && !letters.has_digit;
}

void sort_distinct(std::vector<std::string>& grams) {
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

}  // namespace

std::vector<std::string> character_grams(std::string_view word) {
  const Letters letters = letters_of(word);
  std::vector<std::string> grams;
  if (!has_grams(letters)) {
    return grams;
  }
  if (letters.writing == Writing::han) {
    grams.assign(letters.each.begin(), letters.each.end());
  } else {
    // The edges are letters too: `_`, word, `_`.
    const std::size_t size = letters.writing == Writing::hangul ? 2 : 3;
    const std::size_t padded = letters.each.size() + 2;
    for (std::size_t begin = 0; begin + size <= padded; ++begin) {
      std::string& gram = grams.emplace_back();
      for (std::size_t at = begin; at < begin + size; ++at) {
        const bool is_edge = at == 0 || at + 1 == padded;
        gram.append(is_edge ? std::string_view(&edge, 1) : letters.each[at - 1]);
      }
    }
  }
  sort_distinct(grams);
  return grams;
}

bool is_filed(std::string_view word) {
  constexpr std::size_t bytes_max = 64;
  return word.size() <= bytes_max && has_grams(letters_of(word));
}

bool is_long_enough_for_grams(std::string_view word) {
  const Letters letters = letters_of(word);
  const std::size_t wanted = letters.writing == Writing::alphabetic ? letters_min : 2;
  return has_grams(letters) && letters.each.size() >= wanted;
}

}  // namespace pilcrow
