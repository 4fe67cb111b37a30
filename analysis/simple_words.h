// SPDX-License-Identifier: GPL-2.0-or-later
// The word rules that suffice for most scripts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// What the word rules of UAX #29 see in a character.
enum class WordClass : std::uint8_t {
  unknown,  // Not looked up yet; no character has it.
  other,    // Neither joins nor is joined.
  space,    // ASCII white space.
  letter,
  digit,
  connector,   // _ and the like.
  mid_both,    // ' and . join two letters, and two digits.
  mid_letter,  // Joins two letters: the Catalan middle dot.
  mid_number,  // , and ; join two digits.
  complex      // Marks, format characters, Hebrew, dictionary scripts, invalid UTF-8: left to ICU.
};

struct ClassifiedCharacter {
  WordClass word_class = WordClass::space;
  std::size_t end = 0;  // The byte after it.
};

// The character of `text` that begins at byte `at`; white space at the end of the text.
ClassifiedCharacter classify(std::string_view text, std::size_t at);

// The first byte at or after `at` of a `complex` character, or the size of the text.
std::size_t find_complex(std::string_view text, std::size_t at);

bool is_white_space(char byte);

// Appends the words that have a letter or digit, of a text without `complex` characters that begins
// at `offset` of what the spans are counted in.
void append_simple_words(std::string_view text, std::size_t offset, std::vector<Span>& words);

}  // namespace pilcrow
