// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>
#include <vector>

#include "store/forward_index.h"

namespace pilcrow {

// A document that was found, and those that say the same.
struct Found {
  Xapian::docid document = 0;
  double score = 0;
  bool ranked_anew = false;         // The score has what the second stage adds.
  std::vector<WordHash> body = {};  // Of its forward index, where that was read for it.
  std::vector<Xapian::docid> duplicates = {};
};

}  // namespace pilcrow
