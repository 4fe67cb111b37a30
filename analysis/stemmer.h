// SPDX-License-Identifier: GPL-2.0-or-later
// Stemming by language.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>

#include "analysis/language_defaults.h"
#include "analysis/stemmers/suffix_stemmer.h"

namespace pilcrow {

// The stemmer of one language: that of Snowball (snowballstem.org), as Xapian has it, or where
// there is none, our own light one (analysis/stemmers/).  Not thread-safe.
class Stemmer {
 public:
  // Leaves words as they are where the language has no stemmer.
  explicit Stemmer(const LanguageDefaults& defaults);
  explicit Stemmer(std::string_view language) : Stemmer(language_defaults(language)) {}

  // The stem of a case-folded word; never empty for a word that is not.
  std::string stem(std::string_view word) const;

 private:
  std::string_view without_elided_word(std::string_view word) const;

  const LanguageDefaults& defaults_;      // Never dies,
  const SuffixStemmer* light_ = nullptr;  // nor does it.
  Xapian::Stem stem_;
};

}  // namespace pilcrow
