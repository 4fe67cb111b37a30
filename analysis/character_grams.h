// SPDX-License-Identifier: GPL-2.0-or-later
// Character grams: the pieces of a word by which words that look alike are found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pilcrow {

// The distinct grams of a folded word, sorted: three letters in alphabetic scripts, two in Hangul,
// whose syllables are whole characters, with the word's edges as a letter `_`; one in Han, where
// each character means something.  (McNamee and Mayfield, Information Retrieval 7, 2004, for grams
// in place of stems.)  None where the word has a digit: numbers that look alike mean nothing.
std::vector<std::string> character_grams(std::string_view word);

// Whether the vocabulary of an index has the words of this kind: those that have grams, but for
// the longest, which are seldom typed and resemble nothing.
bool is_filed(std::string_view word);

// Whether looking for words that look like this one makes sense: it has no digit, and four letters
// or more (two characters, in Han and Hangul).
bool is_long_enough_for_grams(std::string_view word);

}  // namespace pilcrow
