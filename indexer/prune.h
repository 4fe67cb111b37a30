// SPDX-License-Identifier: GPL-2.0-or-later
// Which stored articles have lost their source.
#pragma once

#include <xapian.h>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/index_writer.h"
#include "store/schema.h"

namespace pilcrow {

// Articles whose source file moved; with PruneScope::gone also those whose file does not exist any
// more, or was read to the end without delivering them.  Articles that never had a file stay.
std::vector<GoneArticle> find_gone_articles(const Xapian::Database& database,
                                            const SeenSources& seen, PruneScope scope);

// Paths of source files that are stored but do not exist any more.
std::vector<std::string> find_gone_sources(const Xapian::Database& database);

// Source files that are stored, by their content.
class SourcesByContent {
 public:
  explicit SourcesByContent(const Xapian::Database& database);

  // The path of one with the content of `source` that does not exist any more; empty: none.
  std::string find_gone(const SourceRecord& source) const;

 private:
  std::unordered_multimap<std::uint64_t, std::string> paths_;
};

}  // namespace pilcrow
