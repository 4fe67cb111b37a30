// SPDX-License-Identifier: GPL-2.0-or-later
// One thread's share of a database that is being built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "sealed/deflater.h"
#include "sealed/document.h"
#include "sealed/inverter.h"
#include "sealed/spill.h"

namespace pilcrow::sealed {

struct PartOptions {
  std::filesystem::path folder = {};  // Of temporary files.
  std::size_t memory_bytes = std::size_t{64} << 20;
  int data_compression = 0;  // zlib's level; 0 keeps document data plain.
};

// Takes documents in batches: which thread takes a batch makes no difference, since the ids of its
// documents are known before.  Inverts them, and keeps what stays by document as the tables will
// have it.
class DocumentPart {
 public:
  explicit DocumentPart(const PartOptions& options);

  // The next documents have the ids from `first_docid` on, which is greater than all before.
  void begin_batch(std::uint32_t first_docid);
  // Throws Error: invalid_argument (a term that no database can hold), io.
  void add(const DocumentView& document);
  std::uint32_t next_docid() const;
  // No more documents come.
  void finish();

  // For whatever else the caller puts aside.
  SpillFile& file() { return file_; }

 private:
  friend class PartMerger;

  struct Batch {
    std::uint32_t first_docid = 0;
    std::uint32_t documents = 0;
  };
  // Those of one slot: a document's distance from the one before that has a value, and the value.
  struct Values {
    SpillStream stream;
    std::uint32_t last_docid = 0;
    SlotStatistics statistics;
  };

  void add_data(std::string_view data);
  void add_terms(std::span<const TermCount> terms);
  void add_value(const SlotValue& value, std::uint32_t docid);

  SpillFile file_;
  Inverter inverter_;
  std::optional<Deflater> deflater_;
  TermlistEncoder encoder_;
  std::vector<std::uint32_t> slots_;  // Of the document in work.
  std::uint32_t numbering_ = 0;
  std::vector<Batch> batches_;
  // A record each document.
  SpillStream data_;       // 1 where it is deflated, else 0, and the data.
  SpillStream termlists_;  // Its encoded terms and its encoded slots.
  SpillStream lengths_;
  std::map<std::uint32_t, Values> values_;
};

}  // namespace pilcrow::sealed
