// SPDX-License-Identifier: GPL-2.0-or-later
// Searching behind a Xapian server, which knows nothing of this library: by its own means, and by
// looking at more matches where those do not do.
#pragma once

#include <cstddef>

#include "searcher/index_search.h"

namespace pilcrow {

// The best matches of one index, in no order; docs/sharding.md says what takes long.  Throws
// Xapian's exceptions.
IndexMatches search_server(const IndexReader& index, std::size_t part, const IndexSearch& search);

}  // namespace pilcrow
