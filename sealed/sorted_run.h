// SPDX-License-Identifier: GPL-2.0-or-later
// Sorted runs of records, and their merging in one pass.  What a key means is the caller's affair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/large_pages.h"
#include "sealed/spill.h"

namespace pilcrow::sealed {

// Appends records to a stream, in ascending order of (key, order).
class RunWriter {
 public:
  explicit RunWriter(SpillStream& stream) : stream_(&stream) {}

  // `order` tells what comes first among the records of one key, whichever run they are in.
  void add(std::string_view key, std::uint64_t order, std::string_view payload);

 private:
  SpillStream* stream_;
  std::string last_key_;
};

class RunReader {
 public:
  RunReader(const SpillStream& stream, std::size_t buffer_bytes) : reader_(stream, buffer_bytes) {}

  // False at the end.
  bool next();
  const std::string& key() const { return key_; }
  std::uint64_t order() const { return order_; }
  std::string_view payload() const { return payload_; }  // Valid until the next call of `next`.

 private:
  SpillReader reader_;
  std::string key_;
  std::uint64_t order_ = 0;
  std::string_view payload_;
};

// The records of all runs, those of a key together.
class RunMerger {
 public:
  // The streams must live as long.  `memory_bytes` are shared by the buffers of those in files.
  RunMerger(const std::vector<const SpillStream*>& runs, std::size_t memory_bytes);

  // Goes to the next key; false where there is none.
  bool next();
  const std::string& key() const { return key_; }
  // Its records, by their `order`.
  std::size_t size() const { return records_.size(); }
  std::uint64_t order(std::size_t record) const { return records_[record].order; }
  std::string_view payload(std::size_t record) const;

 private:
  struct Record {
    std::uint64_t order = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  bool is_before(std::size_t one, std::size_t other) const;
  void sift_down(std::size_t place);
  void advance_first();

  std::vector<RunReader> runs_;
  std::vector<std::size_t> heap_;  // Numbers of runs that have a record, the smallest in front.
  std::string key_;
  std::string payloads_;
  std::vector<Record> records_;
};

// Of the memory of what sorts, the share in which its last run stays: tables are written beside it.
constexpr std::size_t last_run_share = 8;

// Sorts any number of records within some memory.
class RecordSorter {
 public:
  RecordSorter(SpillFile& file, std::size_t memory_bytes)
      : file_(&file), memory_bytes_(memory_bytes) {}

  void add(std::string_view key, std::uint64_t order, std::string_view payload);
  // No more records come.
  void finish();
  const std::vector<SpillStream>& runs() const { return runs_; }

 private:
  struct Record {
    std::uint64_t first_bytes = 0;  // Of the key, so that most comparisons are one of numbers.
    std::uint64_t order = 0;
    std::size_t begin = 0;
    std::uint32_t key_bytes = 0;
    std::uint32_t payload_bytes = 0;
  };

  std::string_view key_of(const Record& record) const;
  bool is_before(const Record& one, const Record& other) const;
  void write_run(SpillStream& run);

  SpillFile* file_;
  std::size_t memory_bytes_;
  LargeString bytes_;  // Key and payload of each record.
  LargeVector<Record> records_;
  std::vector<SpillStream> runs_;
};

// The first eight bytes as a number that sorts as they do; shorter ones are filled with zeros.
std::uint64_t first_bytes_of(std::string_view bytes);

}  // namespace pilcrow::sealed
