// SPDX-License-Identifier: GPL-2.0-or-later
// How often a passage has a term, as the index stores it in the place of Xapian's "wdf".
#pragma once

#include <xapian.h>

namespace pilcrow {

// How often a title word counts in each passage of its article.
constexpr Xapian::termcount title_weight = 2;

// The pivot that counts are divided by, (length / 64)^0.75: the more words a passage has, the less
// each occurrence tells.  A power, so that the mean length of a collection is only a factor on all
// counts: it comes in when a query is asked, and an index that grows, or is one of several that are
// searched as one, needs no new counts.  `length` is in ranked words, those of the title counted
// twice; below 1 it is taken for 1.
double length_pivot(double length);

// The count of a term, normalised for the length of the passage, in steps of 1/16 and up to 16:
// from 1 to 255, which is nearly always one byte in Xapian's postings and keeps the bound by which
// Xapian skips passages near what they score.  0 stays 0: stop words are found, and count nothing.
class CountScale {
 public:
  explicit CountScale(double length) : steps_(steps / length_pivot(length)) {}

  Xapian::termcount stored(Xapian::termcount count) const;

  // The count that a stored one stands for in a passage of this length.
  double count_of(double stored) const { return stored / steps_; }

 private:
  static constexpr double steps = 16;
  double steps_;
};

constexpr Xapian::termcount stored_count_max = 255;

}  // namespace pilcrow
