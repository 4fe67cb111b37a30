// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_breaker.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <algorithm>

#include "analysis/icu.h"
#include "analysis/language_defaults.h"
#include "analysis/simple_words.h"
#include "analysis/utf8_decoder.h"

namespace pilcrow {
namespace {

// ICU counts in 32 bits, and what it reads is copied; so longer texts are taken in pieces.
constexpr std::size_t piece_bytes_max = std::size_t{1} << 20;

// The end of the piece that begins at `at`: the end of the text or after white space, which is
// always a boundary; where there is none, after a character.
std::size_t piece_end(std::string_view text, std::size_t at) {
  if (text.size() - at <= piece_bytes_max) {
    return text.size();
  }
  const std::size_t limit = at + piece_bytes_max;
  for (std::size_t end = limit; end > at; --end) {
    if (is_white_space(text[end - 1])) {
      return end;
    }
  }
  std::size_t end = limit;
  while (limit - end < 3 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return end;
}

// Where the stretch between white space begins that holds byte `at`; not before `begin`.
std::size_t stretch_begin(std::string_view text, std::size_t begin, std::size_t at) {
  while (at > begin && !is_white_space(text[at - 1])) {
    --at;
  }
  return at;
}

std::size_t stretch_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_white_space(text[at])) {
    ++at;
  }
  return at;
}

}  // namespace

namespace {

// ICU loads a dictionary when its script first comes up, and asks dictionaries in the order in
// which they were loaded, so that a mark between two scripts may belong to either.  Loading all in
// one order makes the words of a text the same in every process.
void load_dictionaries(icu::BreakIterator& words) {
  icu::UnicodeString samples;
  for (const WritingDefaults& writing : all_writing_defaults()) {
    samples.append(u' ').append(writing.dictionary_sample.data(),
                                static_cast<std::int32_t>(writing.dictionary_sample.size()));
  }
  words.setText(samples);
  while (words.next() != icu::BreakIterator::DONE) {
  }
}

}  // namespace

WordBreaker::WordBreaker() = default;

// Making the rules costs far more than using them, and most texts need none; cloning them is cheap.
icu::BreakIterator& WordBreaker::iterator() {
  if (iterator_) {
    return *iterator_;
  }
  static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    require_icu(status, "make a word breaker");
    load_dictionaries(*made);
    return made;
  }();
  iterator_.reset(prototype->clone());
  return *iterator_;
}

const WordBreaker::Found& WordBreaker::find_words(std::string_view text) {
  found_.words.clear();
  found_.complex.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = piece_end(text, at);
    find_words_in_piece(text.substr(at, end - at), at);
    at = end;
  }
  return found_;
}

const WordBreaker::Found& WordBreaker::find_words_by_icu(std::string_view text) {
  found_.words.clear();
  found_.complex.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = piece_end(text, at);
    break_by_icu(text.substr(at, end - at), at);
    at = end;
  }
  return found_;
}

void WordBreaker::find_words_in_piece(std::string_view piece, std::size_t offset) {
  for (std::size_t at = 0; at < piece.size();) {
    std::size_t complex = find_complex(piece, at);
    const std::size_t simple_end =
        complex == piece.size() ? complex : stretch_begin(piece, at, complex);
    append_simple_words(piece.substr(at, simple_end - at), offset + at, found_.words);
    at = simple_end;
    // Neighbouring stretches go to ICU together: each call has a price.
    std::size_t icu_end = simple_end;
    while (complex < piece.size() && stretch_begin(piece, icu_end, complex) <= icu_end + 1) {
      icu_end = stretch_end(piece, complex);
      complex = find_complex(piece, icu_end);
    }
    if (icu_end > at) {
      break_by_icu(piece.substr(at, icu_end - at), offset + at);
      at = icu_end;
    }
  }
}

void WordBreaker::convert(std::string_view piece) {
  units_.clear();
  bytes_.clear();
  for (std::size_t at = 0; at < piece.size();) {
    auto [character, end] = decode_utf8(piece, at);
    if (character == '@') {
      character = '#';  // What UAX #29 and all other versions of ICU see in it.
    }
    if (U_IS_BMP(character)) {
      units_.push_back(static_cast<char16_t>(character));
    } else {
      units_.push_back(static_cast<char16_t>(U16_LEAD(character)));
      units_.push_back(static_cast<char16_t>(U16_TRAIL(character)));
    }
    bytes_.resize(units_.size(), static_cast<std::uint32_t>(at));
    at = end;
  }
  bytes_.push_back(static_cast<std::uint32_t>(piece.size()));
}

bool WordBreaker::holds_letter(std::int32_t begin, std::int32_t end) const {
  while (begin < end) {
    UChar32 character = 0;
    U16_NEXT(units_.data(), begin, end, character);
    if (u_isalnum(character) != 0 || u_charType(character) == U_LETTER_NUMBER) {
      return true;
    }
  }
  return false;
}

void WordBreaker::break_by_icu(std::string_view piece, std::size_t offset) {
  found_.complex.push_back({offset, offset + piece.size()});
  convert(piece);
  UErrorCode status = U_ZERO_ERROR;
  utext_.reset(utext_openUChars(utext_.release(), units_.data(),
                                static_cast<std::int64_t>(units_.size()), &status));
  require_icu(status, "find words");
  icu::BreakIterator& breaks = iterator();
  breaks.setText(utext_.get(), status);
  require_icu(status, "find words");
  std::int32_t begin = breaks.first();
  for (std::int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
    if (holds_letter(begin, end)) {
      found_.words.push_back({offset + bytes_[static_cast<std::size_t>(begin)],
                              offset + bytes_[static_cast<std::size_t>(end)]});
    }
    begin = end;
  }
}

}  // namespace pilcrow
