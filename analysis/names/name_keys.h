// SPDX-License-Identifier: GPL-2.0-or-later
// Names across scripts and romanisations: Үрімжі, Ürümqi, Urumchi, ئۈرۈمچى, Урумчи and 乌鲁木齐 are
// one town.  A coarse key finds candidates, a finer comparison judges them; docs/names.md has the
// rules and what they reach.
//
// Everything here takes words in UTF-8, best as the analyzer folds them (others are folded first),
// and is thread-safe.  Spaces, hyphens and middle dots inside a name do not count, so a name of
// several words may be given as one string: "xi jinping".  Invalid UTF-8 is a word without rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

// Which rules read a word.  Arabic letters with all vowels written (Uyghur, Kazakh) are a script of
// their own here, since an unwritten vowel tells nothing and a missing one much.
enum class NameScript : std::uint8_t {
  latin,
  cyrillic,
  greek,
  armenian,
  georgian,
  hebrew,
  arabic,
  arabic_with_vowels,
  indic,
  hangul,
  kana,
  han,
};

// How a word sounds, in one letter a sound: most are Latin letters as in English, capitals are
// what English writes with two (S sh, C ch, Z zh, J dzh, N ng, ...), digits are letters that
// languages read in several ways.  analysis/names/sounds.h lists them.
struct NameForm {
  std::string sounds = {};  // 2 to 48 of them.
  NameScript script = NameScript::latin;
  std::string ideographs = {};  // A Han word itself: many words sound the same.
};

// The ways to read a word, one to four (an Arabic article or a Greek ending may not count).  Empty
// for a word with a digit, in a script without rules, in several scripts, of one sound, or of one
// ideograph.
std::vector<NameForm> name_forms(std::string_view word);

// The coarse keys under which a word is filed and looked up: one to twelve distinct ones, 1 to 10
// ASCII letters each, of its consonants by classes (K T P S N M L R), each class once where it
// repeats without a vowel between.  A letter that languages read differently makes several keys.
// Words that may be one name share a key.  Empty where name_forms is.
std::vector<std::string> skeletons(std::string_view word);
std::vector<std::string> skeletons(std::span<const NameForm> forms);

// 0 to 1: how surely two words are one name.  1 where they sound the same; from name_likeness_min
// on they are taken for one name.  Words of one script are judged more strictly than across
// scripts, short ones more strictly than long ones.  Two different words in ideographs are one
// name only where one is the traditional spelling of the other.
double name_likeness(std::string_view a, std::string_view b);
// Less than `least` may come out as 0.
double name_likeness(std::span<const NameForm> a, std::span<const NameForm> b, double least = 0);

constexpr double name_likeness_min = 0.5;

inline bool same_name(std::string_view a, std::string_view b) {
  return name_likeness(a, b) >= name_likeness_min;
}

// The pinyin of a word of 1 to 8 ideographs (GB/T 16159, without tones), by syllable:
// 习近平 -> xi, jin, ping.  Empty for everything else.
std::vector<std::string> han_syllables(std::string_view word);

}  // namespace pilcrow
