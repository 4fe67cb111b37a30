// SPDX-License-Identifier: GPL-2.0-or-later
// BM25, and how a score comes about.
#pragma once

#include <xapian.h>

#include "pilcrow/searcher.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// The ranking: BM25 (Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009) as Xapian has
// it.  Words that are repeated in the query count as often as they stand there.
Xapian::BM25Weight bm25();

// The score of a passage, worked out anew from what the index holds.  Throws Xapian's exceptions.
Explanation explain_score(const Xapian::Database& database, Xapian::docid document,
                          const QueryPlan& plan);

}  // namespace pilcrow
