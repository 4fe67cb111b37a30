// SPDX-License-Identifier: GPL-2.0-or-later
// Stemming by language.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>

namespace pilcrow {

// The Snowball stemmer (snowballstem.org) of one language, as Xapian has it.  Not thread-safe.
class Stemmer {
 public:
  // Leaves words as they are where the language has no stemmer.
  explicit Stemmer(std::string_view language);

  // The stem of a case-folded word; never empty for a word that is not.
  std::string stem(std::string_view word) const;

  static bool exists(std::string_view language);

 private:
  bool is_turkish_ = false;
  bool is_russian_ = false;
  Xapian::Stem stem_;
};

}  // namespace pilcrow
