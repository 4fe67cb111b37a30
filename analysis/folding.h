// SPDX-License-Identifier: GPL-2.0-or-later
// Folding: spellings that a reader takes for the same word become the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// `word` after NFKC case folding (Unicode 15, section 3.13), with plain apostrophes, none of them
// at an edge, and no spaces.  Empty where nothing is left.  Valid UTF-8 in and out.
std::string case_folded(std::string_view word);

// A case-folded word without what distinguishes spellings of one word: diacritics of Latin and
// Greek letters, Latin letters that have no decomposition (ø, ł, ı, æ, ...), Cyrillic ё, Arabic
// tatweel and vowel marks.  Marks that are letters of their own stay: Cyrillic й, Indic and Thai
// vowels.
std::string diacritics_folded(std::string_view word);

// A fact of an article, such as a section, so that spellings that differ in case, diacritics or
// white space are one.
std::string fact_folded(std::string_view fact);

// A word as written with its capital I and İ made small as Turkish and Azerbaijani do, which case
// folding does not know.
std::string with_turkish_small_i(std::string_view word);

bool is_ascii(std::string_view word);

// `word` cut to at most `bytes` bytes, at the end of a character.
std::string_view cut_to(std::string_view word, std::size_t bytes);

}  // namespace pilcrow
