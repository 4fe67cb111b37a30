// SPDX-License-Identifier: GPL-2.0-or-later
// The articles of a build, batch by batch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document_builder.h"
#include "store/schema.h"

namespace pilcrow {

// Some articles in their order.
struct Batch {
  std::size_t number = 0;         // From 0.
  std::uint32_t first_docid = 1;  // Of its documents, whoever makes them.
  std::uint32_t documents = 0;
  std::size_t text_bytes = 0;
  std::vector<TakenArticle> articles = {};
  std::vector<SourceRecord> finished_sources = {};
};

// Where a thread puts what it makes of batches.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;

  // Batches come in the order of their numbers, with gaps.
  virtual void begin(const Batch& batch) = 0;
  virtual void add(const sealed::DocumentView& document) = 0;
  // Each key once.
  virtual void add_metadata(std::string_view key, std::string_view value) = 0;
  // Terms that a word became, separated by spaces.
  virtual void add_word(std::string_view word, std::string_view terms) = 0;
  virtual void end() = 0;
  // No more batches come.  Called by the same thread.
  virtual void finish() = 0;
};

// Writes all of a batch; returns what it counts.  `language` is that of all articles; empty:
// declared, else detected.
IndexStatistics write_batch(const Batch& batch, const std::string& language,
                            DocumentBuilder& builder, BatchWriter& writer);

}  // namespace pilcrow
