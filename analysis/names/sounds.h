// SPDX-License-Identifier: GPL-2.0-or-later
// The alphabet of NameForm::sounds, and how letters of each script become sounds.
//
//   a e i o u       vowels             I O U Latin ee, oo, ou
//   y w             vowel or glide     A     the vowel that Indic consonants have without a sign
//   b p f v m n l r d t k g h s z      as in English
//   q G x           uvular k, gh, kh   N     ng
//   S Z C J Q       sh zh ch dzh shch  T D   ts dz
//   X               ks; in Latin also sh or kh
//   0 6             th, dh             2     Arabic tha (th, s, t)
//   c 5             Latin c before a, o, u or a consonant; before e, i, y
//   4               Latin ch           3     Latin g before e, i, y; Arabic jim
//   j               Latin j            9     Latin q
//   7               Greek beta, Hebrew bet (v, b)
//   8               Hebrew pe (p, f)   1     l or r (kana, Hangul)
//   Y W             chi (ti), ji (di) of kana
//   H               Greek gamma before e, i
//   M               nasal before b and p in kana and Indic scripts
//   ' "             ayin, apostrophe; soft and hard sign
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/names/name_keys.h"

namespace pilcrow {

constexpr std::size_t sounds_max = 48;

inline constexpr std::array<bool, 256> vowel_sounds = [] {
  std::array<bool, 256> vowels = {};
  for (const char vowel : std::string_view("aeiouIOUAyw")) {
    vowels[static_cast<unsigned char>(vowel)] = true;
  }
  return vowels;
}();

constexpr bool is_vowel_sound(char sound) {
  return vowel_sounds[static_cast<unsigned char>(sound)];
}

// Adds a sound to those before it; two that are one in other spellings (t and s, n and g, d and zh)
// become one.
void append_sound(std::string& sounds, char sound);
void append_sounds(std::string& sounds, std::string_view more);

// The sounds of a word in a to z and apostrophes.
std::string latin_sounds(std::string_view word);

struct LetterReading {
  std::string_view sounds = {};
  NameScript script = NameScript::latin;
  bool is_known = false;
};

// How a letter of an alphabet (not Latin, kana, Hangul or Han) is read.
LetterReading read_letter(char32_t letter);

// Two letters that are one sound (Greek mu and pi), or nothing.
std::string_view read_letters(char32_t first, char32_t second);

// An Arabic letter as Uyghur and Kazakh read it; is_arabic_vowel_letter tells that a word is
// theirs.
LetterReading read_arabic_letter_with_vowels(char32_t letter);
bool is_arabic_vowel_letter(char32_t letter);

// An Indic letter, with its inherent vowel where `next` (0: none) does not take it away.
void append_indic(std::string& sounds, char32_t letter, char32_t next);

// Before a b or p, the last n becomes the sound that is written n or m.
void become_labial(std::string& sounds, std::string_view next);

// The syllables of Korean in the Revised Romanization, sound by sound.  `syllable` is in U+AC00 to
// U+D7A3.
void append_hangul(std::string& sounds, char32_t syllable);

// A letter of hiragana or katakana after those before it (Hepburn); false where it is none.  A long
// vowel that is the last letter adds an r, which may be one.
bool append_kana(std::string& sounds, char32_t letter, bool is_last);

// Syllables, each before the ideographs that are read so; a space after the last one.
extern const std::string_view han_pinyin_text;

// The pinyin of an ideograph without its tone, empty where it is in no list.  Lives as long as the
// program.
std::string_view pinyin_of(char32_t ideograph);

// A word of ideographs in simplified ones.
std::string simplified_han(std::string_view word);

}  // namespace pilcrow
