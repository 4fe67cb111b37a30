// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_breaker.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "analysis/folding.h"
#include "analysis/icu.h"

namespace pilcrow {
namespace {

// ICU counts in 32 bits; a longer piece is cut at a character.
constexpr std::size_t piece_bytes_max = std::size_t{16} << 20;

enum class Class : std::uint8_t {
  other,
  space,
  letter,
  digit,
  underscore,
  quote_or_stop,  // ' and .  join two letters, and two digits.
  comma,          // , and ;  join two digits.
  not_ascii
};

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes = {};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool is_digit = byte >= '0' && byte <= '9';
    classes[byte] = byte >= 0x80 ? Class::not_ascii
                    : is_letter  ? Class::letter
                    : is_digit   ? Class::digit
                                 : Class::other;
  }
  for (const unsigned char byte : {' ', '\t', '\n', '\v', '\f', '\r'}) {
    classes[byte] = Class::space;
  }
  classes['_'] = Class::underscore;
  classes['\''] = classes['.'] = Class::quote_or_stop;
  classes[','] = classes[';'] = Class::comma;
  return classes;
}

constexpr std::array<Class, 256> classes = make_classes();

Class class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? classes[static_cast<unsigned char>(text[at])] : Class::space;
}

bool is_word_class(Class one) {
  return one == Class::letter || one == Class::digit || one == Class::underscore;
}

// The end of the word that begins at `at`: rules WB5 to WB13b of UAX #29, as far as ASCII goes.
std::size_t ascii_word_end(std::string_view text, std::size_t at) {
  while (true) {
    const Class here = class_at(text, at);
    const Class next = class_at(text, at + 1);
    if (is_word_class(next)) {
      ++at;
      continue;
    }
    const Class after = class_at(text, at + 2);
    const bool joins_letters =
        here == Class::letter && next == Class::quote_or_stop && after == Class::letter;
    const bool joins_digits = here == Class::digit && after == Class::digit &&
                              (next == Class::quote_or_stop || next == Class::comma);
    if (!joins_letters && !joins_digits) {
      return at + 1;
    }
    at += 2;
  }
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// A stretch is what stands between white space.
std::size_t stretch_end(std::string_view text, std::size_t at, bool& is_ascii) {
  is_ascii = true;
  for (; class_at(text, at) != Class::space; ++at) {
    is_ascii &= class_at(text, at) != Class::not_ascii;
  }
  return at;
}

// The end of neighbouring stretches that are not ASCII, the first of which ends at `end`: one call
// of ICU for all is faster than one for each.
std::size_t extend(std::string_view text, std::size_t end) {
  std::size_t at = end;
  while (at < text.size()) {
    while (at < text.size() && class_at(text, at) == Class::space) {
      ++at;
    }
    bool is_ascii = false;
    at = stretch_end(text, at, is_ascii);
    if (is_ascii) {
      break;
    }
    end = at;
  }
  return end;
}

}  // namespace

WordBreaker::WordBreaker() {
  // Making the rules costs far more than using them; cloning them is cheap.
  static const std::unique_ptr<const icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    require_icu(status, "make a word breaker");
    return made;
  }();
  iterator_.reset(prototype->clone());
}

void WordBreaker::find_words(std::string_view text, const WordSink& sink) {
  for (std::size_t at = 0; at < text.size();) {
    if (class_at(text, at) == Class::space) {
      ++at;
      continue;
    }
    bool is_ascii = false;
    std::size_t end = stretch_end(text, at, is_ascii);
    if (!is_ascii) {
      end = extend(text, end);
      break_piece(text.substr(at, end - at), at, sink);
      at = end;
      continue;
    }
    while (at < end) {
      if (!is_word_class(class_at(text, at))) {
        ++at;
        continue;
      }
      const std::size_t word_end = ascii_word_end(text, at);
      sink({at, word_end});
      at = word_end;
    }
  }
}

void WordBreaker::find_words_by_icu(std::string_view text, const WordSink& sink) {
  break_piece(text, 0, sink);
}

void WordBreaker::break_piece(std::string_view text, std::size_t offset, const WordSink& sink) {
  while (!text.empty()) {
    const std::string_view piece = cut_to(text, piece_bytes_max);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> utext(
        utext_openUTF8(nullptr, piece.data(), static_cast<std::int64_t>(piece.size()), &status));
    require_icu(status, "find words");
    iterator_->setText(utext.get(), status);
    require_icu(status, "find words");
    auto begin = static_cast<std::size_t>(iterator_->first());
    for (std::int32_t next = iterator_->next(); next != icu::BreakIterator::DONE;
         next = iterator_->next()) {
      const auto end = static_cast<std::size_t>(next);
      if (iterator_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
        sink({offset + begin, offset + end});
      }
      begin = end;
    }
    offset += piece.size();
    text.remove_prefix(piece.size());
  }
}

}  // namespace pilcrow
