// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/simple_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

// Above are kana, ideographs and Hangul, which ICU has dictionaries for, and rare characters.
constexpr char32_t classes_end = 0x3000;

WordClass class_by_property(UChar32 character) {
  const bool is_alphanumeric = u_isalnum(character) != 0;
  switch (u_getIntPropertyValue(character, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return is_alphanumeric ? WordClass::letter : WordClass::complex;
    case U_WB_NUMERIC:
      return is_alphanumeric ? WordClass::digit : WordClass::complex;
    case U_WB_EXTENDNUMLET:
      return WordClass::connector;
    case U_WB_SINGLE_QUOTE:
    case U_WB_MIDNUMLET:
      return WordClass::mid_both;
    case U_WB_MIDLETTER:
      return WordClass::mid_letter;
    case U_WB_MIDNUM:
      return WordClass::mid_number;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:  // Joins Hebrew letters only.
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
      return is_alphanumeric ? WordClass::complex : WordClass::other;
    default:
      return WordClass::complex;
  }
}

WordClass class_of(UChar32 character) {
  // ICU's root rules take the colon out of MidLetter.
  if (character == ':') {
    return WordClass::other;
  }
  if (character < 0x80 && is_white_space(static_cast<char>(character))) {
    return WordClass::space;
  }
  UErrorCode status = U_ZERO_ERROR;
  const bool has_dictionary =
      u_getIntPropertyValue(character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
      uscript_getScript(character, &status) == USCRIPT_HAN;
  // Letter numbers (Roman numerals) are rare enough to be left to ICU.
  const bool is_letter_number = u_charType(character) == U_LETTER_NUMBER;
  return has_dictionary || is_letter_number ? WordClass::complex : class_by_property(character);
}

// Asking ICU takes long, and a text has few different characters: each is asked for when it first
// comes up.  Threads may ask for the same one, and get the same answer.
constinit std::array<std::atomic<WordClass>, classes_end> known_classes = {};

WordClass look_up(char32_t character) {
  const WordClass looked_up = class_of(static_cast<UChar32>(character));
  known_classes[character].store(looked_up, std::memory_order_relaxed);
  return looked_up;
}

inline WordClass class_below_end(char32_t character) {
  const WordClass known = known_classes[character].load(std::memory_order_relaxed);
  return known == WordClass::unknown ? look_up(character) : known;
}

inline ClassifiedCharacter classify_inline(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return {WordClass::space, at};
  }
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return {class_below_end(byte), at + 1};
  }
  const auto [character, end] = decode_utf8(text, at);
  return {character < classes_end ? class_below_end(character) : WordClass::complex, end};
}

bool is_in_word(WordClass one) {
  return one == WordClass::letter || one == WordClass::digit || one == WordClass::connector;
}

// Whether `middle` joins what stands on both sides of it: rules WB6, WB7, WB11 and WB12.
bool joins(WordClass before, WordClass middle, WordClass after) {
  if (before != after) {
    return false;
  }
  return before == WordClass::letter
             ? middle == WordClass::mid_both || middle == WordClass::mid_letter
             : before == WordClass::digit &&
                   (middle == WordClass::mid_both || middle == WordClass::mid_number);
}

struct FoundWord {
  std::size_t end = 0;
  bool has_letter = false;  // Or a digit.
};

// The word whose first character is `here`.
FoundWord word_from(std::string_view text, ClassifiedCharacter here) {
  bool has_letter = here.word_class != WordClass::connector;
  for (;;) {
    // Most words are ASCII and nothing else.
    while (here.end < text.size() && static_cast<unsigned char>(text[here.end]) < 0x80 &&
           is_in_word(class_below_end(static_cast<unsigned char>(text[here.end])))) {
      here.word_class = class_below_end(static_cast<unsigned char>(text[here.end++]));
      has_letter |= here.word_class != WordClass::connector;
    }
    ClassifiedCharacter next = classify_inline(text, here.end);
    if (!is_in_word(next.word_class)) {
      const ClassifiedCharacter after = classify_inline(text, next.end);
      if (!joins(here.word_class, next.word_class, after.word_class)) {
        return {here.end, has_letter};
      }
      next = after;
    }
    has_letter |= next.word_class != WordClass::connector;
    here = next;
  }
}

}  // namespace

bool is_white_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

ClassifiedCharacter classify(std::string_view text, std::size_t at) {
  return classify_inline(text, at);
}

std::size_t find_complex(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  while (at < text.size()) {
    std::uint64_t eight = high_bits;
    if (at + sizeof(eight) <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof(eight));
    }
    if ((eight & high_bits) == 0) {
      at += sizeof(eight);  // ASCII is never complex.
      continue;
    }
    const ClassifiedCharacter here = classify(text, at);
    if (here.word_class == WordClass::complex) {
      return at;
    }
    at = here.end;
  }
  return text.size();
}

void append_simple_words(std::string_view text, std::size_t offset, std::vector<Span>& words) {
  for (std::size_t at = 0; at < text.size();) {
    const ClassifiedCharacter first = classify_inline(text, at);
    if (!is_in_word(first.word_class)) {
      at = first.end;
      continue;
    }
    const FoundWord word = word_from(text, first);
    if (word.has_letter) {
      words.push_back({offset + at, offset + word.end});
    }
    at = word.end;
  }
}

}  // namespace pilcrow
