// SPDX-License-Identifier: GPL-2.0-or-later
// What the letters of a text tell about its language.
#pragma once

#include <unicode/uscript.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/language_words.h"

namespace pilcrow {

// How often letters occur that tell languages of one script apart, and the votes of words.
struct LetterCounts {
  std::size_t all = 0;
  std::array<std::uint32_t, USCRIPT_CODE_LIMIT> by_script = {};
  std::size_t kazakh = 0;    // қ ғ ұ: no Slavic, Tatar, Kyrgyz or Mongolian alphabet has them.
  std::size_t turkic = 0;    // ә ң ө ү: common to Kazakh and its neighbours.
  std::size_t dotted_i = 0;  // і: Kazakh, Ukrainian, Belarusian.
  std::size_t yakut = 0;     // ҕ ҥ: both in Yakut alone.
  std::size_t other_cyrillic = 0;  // Letters that Kazakh does not have.
  std::size_t russian = 0;  // ы э: Russian, Belarusian, and languages with letters of their own.
  std::size_t not_russian = 0;  // Cyrillic letters beyond the Russian alphabet.
  std::size_t uyghur = 0;       // ې ۈ: of these, Pashto has the first.
  std::size_t arabic_ae = 0;    // ە: Uyghur, Kazakh in Arabic script, Kurdish.
  bool is_valid = true;         // As UTF-8.
  LanguageVotes votes = {};

  std::size_t count(UScriptCode script) const {
    return by_script[static_cast<std::size_t>(script)];
  }
  std::size_t kana() const { return count(USCRIPT_HIRAGANA) + count(USCRIPT_KATAKANA); }
  bool is_mostly(UScriptCode script) const { return 2 * std::size_t{count(script)} > all; }
};

LetterCounts count_letters(std::string_view text);

// Adds the letters of a stretch of text that no letter and no mark stands next to.
void add_letters(std::string_view stretch, LetterCounts& counts);

// What most words add: ASCII letters, in one stretch.
struct PlainLetters {
  static constexpr std::uint8_t not_plain = 0xFF;

  std::uint8_t letters = 0;    // Or `not_plain`, and the word must be looked at.
  bool may_be_listed = false;  // The stretch is as long as function words are.
  bool is_listed = false;      // It is one in some language.
};

// What a word adds, so that it is found out once.
struct WordLetters {
  PlainLetters plain = {};
  LanguageSet languages = 0;  // Where plain.is_listed.
};

WordLetters word_letters(std::string_view word);

// A language that its letters alone give away, or nothing.
std::string language_by_letters(const LetterCounts& counts);

// What remains where statistics say nothing: the language of the script that most letters belong
// to, or nothing.
std::string language_by_script(const LetterCounts& counts);

// False where `language` is known to be written in other scripts than most of the text is.
bool is_written_in(std::string_view language, const LetterCounts& counts);

}  // namespace pilcrow
