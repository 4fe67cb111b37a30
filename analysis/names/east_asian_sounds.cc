// SPDX-License-Identifier: GPL-2.0-or-later
// Korean by the Revised Romanization (2000), with one sound where McCune-Reischauer has another;
// Japanese kana by modified Hepburn.
#include <iterator>
#include <string_view>

#include "analysis/names/sounds.h"

namespace pilcrow {
namespace {

constexpr char32_t hangul_begin = 0xAC00;
constexpr std::string_view hangul_initials[19] = {"g", "k", "n", "d", "t", "1", "m", "b", "p", "s",
                                                  "s", "",  "j", "j", "C", "k", "t", "p", "h"};
constexpr std::string_view hangul_vowels[21] = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                                "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                                "wo", "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::string_view hangul_finals[28] = {"",  "k", "k", "k", "n", "n", "n", "t", "1", "k",
                                                "m", "l", "l", "l", "p", "l", "m", "p", "p", "t",
                                                "t", "N", "t", "t", "k", "t", "p", "t"};

constexpr char32_t hiragana_begin = 0x3041;
constexpr char32_t katakana_offset = 0x60;
// From small a (U+3041) to small ke (U+3096), in the order of Unicode.
constexpr std::string_view kana_sounds[86] = {
    "a",  "a",  "i",  "i",  "u",  "u",  "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge", "ko", "go", "sa", "za", "Si", "Wi", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "Yi", "Wi", "",   "Tu", "zu", "te", "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "7a", "pa", "hi", "7i", "pi", "fu", "7u", "pu", "he", "7e", "pe", "ho", "7o",
    "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu", "yo", "yo", "1a", "1i", "1u",
    "1e", "1o", "wa", "wa", "i",  "e",  "o",  "n",  "vu", "ka", "ke"};

// Small a, i, u, e, o, ya, yu, yo take the place of the vowel before them (きゃ kya, ファ fa).
bool is_small_vowel(char32_t hiragana) {
  return std::u32string_view(U"ぁぃぅぇぉゃゅょ").find(hiragana) != std::u32string_view::npos;
}

bool is_sibilant(char sound) {
  return std::string_view("SYW").find(sound) != std::string_view::npos;
}

void append_small_vowel(std::string& sounds, std::string_view vowel) {
  if (!sounds.empty() && is_vowel_sound(sounds.back())) {
    sounds.pop_back();
  }
  const bool drops_y = vowel.front() == 'y' && !sounds.empty() && is_sibilant(sounds.back());
  sounds += vowel.substr(drops_y ? 1 : 0);
}

}  // namespace

void become_labial(std::string& sounds, std::string_view next) {
  const bool is_labial = !next.empty() && std::string_view("bp7").find(next[0]) != next.npos;
  if (is_labial && sounds.ends_with('n')) {
    sounds.back() = 'M';
  }
}

void append_hangul(std::string& sounds, char32_t syllable) {
  const std::size_t index = syllable - hangul_begin;
  append_sounds(sounds, hangul_initials[index / 588]);
  append_sounds(sounds, hangul_vowels[index / 28 % 21]);
  append_sounds(sounds, hangul_finals[index % 28]);
}

bool append_kana(std::string& sounds, char32_t letter, bool is_last) {
  constexpr char32_t long_vowel = 0x30FC;
  if (letter == long_vowel) {
    sounds += is_last && sounds.ends_with('a') ? "r" : "";
    return true;
  }
  const char32_t hiragana = letter >= 0x30A1 ? letter - katakana_offset : letter;
  if (hiragana < hiragana_begin || hiragana >= hiragana_begin + std::size(kana_sounds)) {
    return false;
  }
  const std::string_view read = kana_sounds[hiragana - hiragana_begin];
  if (is_small_vowel(hiragana)) {
    append_small_vowel(sounds, read);
  } else {
    become_labial(sounds, read);
    sounds += read;
  }
  return true;
}

}  // namespace pilcrow
