// SPDX-License-Identifier: GPL-2.0-or-later
// Stemming by language.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>

#include "analysis/stemmers/suffix_stemmer.h"

namespace pilcrow {

// The stemmer of one language: that of Snowball (snowballstem.org), as Xapian has it, or where
// there is none, our own light one (analysis/stemmers/).  Not thread-safe.
class Stemmer {
 public:
  // Leaves words as they are where the language has no stemmer.
  explicit Stemmer(std::string_view language);

  // The stem of a case-folded word; never empty for a word that is not.
  std::string stem(std::string_view word) const;

  static bool exists(std::string_view language);

  // True where diacritics of Latin letters tell so many words apart that terms keep them.
  static bool keeps_diacritics(std::string_view language);

 private:
  std::string_view without_elided_word(std::string_view word) const;

  const SuffixStemmer* light_ = nullptr;  // Never dies.
  std::string_view elided_ = {};          // Words before an apostrophe, between spaces.
  bool is_turkish_ = false;
  bool is_russian_ = false;
  Xapian::Stem stem_;
};

}  // namespace pilcrow
