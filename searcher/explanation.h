// SPDX-License-Identifier: GPL-2.0-or-later
// How a score comes about.
#pragma once

#include <xapian.h>

#include "pilcrow/searcher.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// The score of a passage, worked out anew from what the index holds.  Throws Xapian's exceptions.
Explanation explain_score(const IndexReader& index, DocumentId document, const QueryPlan& plan);

}  // namespace pilcrow
