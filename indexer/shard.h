// SPDX-License-Identifier: GPL-2.0-or-later
// Small throw-away databases, filled by one thread each, that a build merges in the end.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/document_builder.h"
#include "store/schema.h"

namespace pilcrow {

// Some articles in their order, enough for one shard.
struct Batch {
  std::size_t number = 0;  // From 0; shards are merged in this order, whoever fills them.
  std::size_t text_bytes = 0;
  std::vector<TakenArticle> articles = {};
  std::vector<SourceRecord> finished_sources = {};
};

struct ShardOptions {
  std::string language = {};  // For all articles; empty: declared, else detected.
  std::size_t flush_bytes = std::size_t{1} << 20;  // Text that may wait in Xapian's buffers.
};

// Writes the articles of `batch` to a new database in the folder `path`; returns what they count.
IndexStatistics write_shard(const std::filesystem::path& path, const Batch& batch,
                            const ShardOptions& options, DocumentBuilder& builder);

}  // namespace pilcrow
