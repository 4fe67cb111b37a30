// SPDX-License-Identifier: GPL-2.0-or-later
// Which stored articles have lost their source.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "store/schema.h"

namespace pilcrow {

// Articles whose source file does not exist any more, or was read to the end without delivering
// them.  Articles that never had a file stay.
std::vector<ArticleKey> find_gone_articles(const Xapian::Database& database,
                                           const SeenSources& seen);

// Paths of source files that are stored but do not exist any more.
std::vector<std::string> find_gone_sources(const Xapian::Database& database);

}  // namespace pilcrow
