// SPDX-License-Identifier: GPL-2.0-or-later
// Spelling: what was probably meant by a word, judged by the words that the index has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/index_reader.h"
#include "searcher/planned_word.h"

namespace pilcrow {

// How unlikely it is that who meant `b` typed `a`: the sum of its edits, or `most` + 1 where that
// is more than `most`.  An insertion, a deletion, a replacement or an exchange of neighbours costs
// 1 (optimal string alignment; Damerau, CACM 7(3), 1964), less where it is common: a letter doubled
// or not 0.4, letters that romanisations and languages write for one sound 0.5, an exchange 0.6,
// vowels and neighbours on the keyboard (Latin and Russian) 0.7.  A wrong first letter costs 0.3
// more.  Folded UTF-8.
double typing_cost(std::string_view a, std::string_view b, double most);

// The best word of the index for one that it does not have, or hardly; nothing where no word is
// near enough.  Words of fewer than four letters, and with digits, are near everything. Remembered.
// Throws Xapian's exceptions.
std::optional<Correction> correction_of(const std::string& word, const IndexReader& index);

}  // namespace pilcrow
