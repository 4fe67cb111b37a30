// SPDX-License-Identifier: GPL-2.0-or-later
// What is done for each language, and for each kind of writing: the only tables of such choices.
// (How a language is recognised is another matter: language.cc.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analysis/stemmers/suffix_rules.h"

namespace pilcrow {

struct LanguageDefaults {
  std::string_view language = {};  // ISO 639-1.
  // Words are stemmed by Snowball's stemmer of this language, by light rules of our own, or not.
  bool has_snowball = false;
  const SuffixRules& (*light_rules)() = nullptr;
  // The languages whose lists these are; empty: none.
  std::string_view stop_words = {};
  std::string_view function_words = {};
  // Words that lose their vowel in front of another one (l'eau), between spaces.
  std::string_view elided_words = {};
  bool cuts_at_apostrophe = false;  // It separates a name from its endings.
  bool has_dotless_i = false;       // I is the capital of ı, İ of i.
  bool spells_yo_as_ye = false;     // Stems take ё for е, as most print it.
  bool keeps_diacritics = false;    // They tell so many words apart that terms keep them.

  bool has_stemmer() const { return has_snowball || light_rules != nullptr; }
};

// Sorted by language.
std::span<const LanguageDefaults> all_language_defaults();

// For all other languages, and none: one whose `language` is empty, for which nothing is done.
const LanguageDefaults& language_defaults(std::string_view language);

enum class Writing : std::uint8_t { alphabetic, thai, lao, burmese, khmer, han, kana, hangul };

struct WritingDefaults {
  Writing writing = Writing::alphabetic;
  // A word in it, where ICU cuts such text by a dictionary; all else is cut by UAX #29 alone.
  std::u16string_view dictionary_sample = {};
  // Words look alike by pieces of so many letters, to which the edges of a word may belong; shorter
  // words than this many letters are not compared.
  std::size_t gram_letters = 3;
  bool grams_have_edges = true;
  std::size_t compared_letters_min = 4;
};

// In the order of Writing.
std::span<const WritingDefaults> all_writing_defaults();

Writing writing_of(char32_t letter);

inline const WritingDefaults& writing_defaults(char32_t letter) {
  return all_writing_defaults()[static_cast<std::size_t>(writing_of(letter))];
}

}  // namespace pilcrow
