// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/document_id.h"
#include "store/forward_index.h"

namespace pilcrow {

// A document that was found, and those that say the same.
struct Found {
  DocumentId document = 0;
  double score = 0;
  std::string key = {};             // What it is sorted by before its score.
  std::string forward = {};         // The value of its forward index, where that is known.
  bool ranked_anew = false;         // The score has what the second stage adds.
  std::vector<WordHash> body = {};  // Of its forward index, where that was read for it.
  std::vector<DocumentId> duplicates = {};
};

}  // namespace pilcrow
