// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <limits>
#include <utility>

#include "pilcrow/error.h"
#include "sealed/database_writer.h"
#include "sealed/keys.h"

namespace pilcrow::sealed {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorCode::internal,
              "write posting lists: " + what + "; this is a defect, please report it");
}

bool by_slot(const SlotStatistics& left, const SlotStatistics& right) {
  return left.slot < right.slot;
}

}  // namespace

PostingTable::PostingTable(const std::filesystem::path& path, const DatabaseOptions& options,
                           SystemCalls& calls)
    : table_(path, options.block_bytes, 0, calls), postings_(table_), values_(table_) {}

// Keys of different kinds sort in the order of the parts, so each part ends for good.
void PostingTable::enter(Part part) {
  if (part == part_) {
    return;
  }
  if (part < part_) {
    fail("metadata, values, lengths and terms came in the wrong order");
  }
  leave_part();
  part_ = part;
  if (part == Part::lengths) {
    postings_.begin(lengths_key, "", 0, 0);
  }
}

void PostingTable::leave_part() {
  if (part_ == Part::values) {
    end_slot();
  } else if (part_ == Part::lengths) {
    postings_.end();
    statistics_.last_docid = postings_.last_docid();
    statistics_.documents = static_cast<std::uint32_t>(postings_.count());
    statistics_.length_total = postings_.sum();
  }
}

void PostingTable::metadata(std::string_view key, std::string_view value) {
  enter(Part::metadata);
  if (value.empty()) {
    return;
  }
  key_.assign(metadata_prefix);
  key_.append(key);
  table_.add(key_, value);
}

void PostingTable::value_statistics(std::span<const SlotStatistics> slots) {
  enter(Part::statistics);
  promised_.assign(slots.begin(), slots.end());
  std::vector<std::pair<std::string, std::string>> entries;
  for (const SlotStatistics& statistics : slots) {
    std::string key;
    append_statistics_key(key, statistics.slot);
    entries.emplace_back(std::move(key), encode(statistics));
  }
  std::sort(entries.begin(), entries.end());
  for (const auto& [key, tag] : entries) {
    table_.add(key, tag);
  }
}

void PostingTable::value(std::uint32_t slot, std::uint32_t docid, std::string_view value) {
  if (value.empty()) {
    return;
  }
  enter(Part::values);
  if (!slot_open_ || slot != values_.statistics().slot) {
    end_slot();
    values_.begin(slot);
    slot_open_ = true;
  }
  values_.add(docid, value);
}

void PostingTable::end_slot() {
  if (slot_open_) {
    values_.end();
    written_.push_back(values_.statistics());
    slot_open_ = false;
  }
}

void PostingTable::document_length(std::uint32_t docid, std::uint32_t length) {
  if (length == std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::invalid_argument, "write a database: document " + std::to_string(docid) +
                                                 " has 2^32 - 1 terms, one more than is possible");
  }
  enter(Part::lengths);
  postings_.add(docid, length);
  if (length > 0) {
    std::uint32_t& least = statistics_.length_min;
    least = least == 0 ? length : std::min(least, length);
    statistics_.length_max = std::max(statistics_.length_max, length);
  }
}

void PostingTable::begin_term(std::string_view term, std::uint64_t frequency,
                              std::uint64_t collection_frequency) {
  check_term(term);
  enter(Part::terms);
  key_.clear();
  append_sort_string(key_, term, KeyEnd::here);
  postings_.begin(key_, {"\0", 1}, frequency, collection_frequency);
  frequency_ = frequency;
  collection_frequency_ = collection_frequency;
}

void PostingTable::end_term() {
  postings_.end();
  if (postings_.count() != frequency_ || postings_.sum() != collection_frequency_) {
    fail("a term has " + std::to_string(postings_.count()) + " postings and a count of " +
         std::to_string(postings_.sum()) + ", not " + std::to_string(frequency_) + " and " +
         std::to_string(collection_frequency_));
  }
  if (postings_.last_docid() > statistics_.last_docid) {
    fail("a term has a document that has no length");
  }
}

void PostingTable::check_values() {
  std::sort(promised_.begin(), promised_.end(), by_slot);
  std::sort(written_.begin(), written_.end(), by_slot);
  if (promised_ != written_) {
    fail("the values are not those that their statistics tell of");
  }
}

DatabaseStatistics PostingTable::finish() {
  leave_part();
  check_values();
  statistics_.wdf_max = wdf_max_;
  if (statistics_.wdf_max > statistics_.length_max) {
    fail("a term counts more in a document than the document is long");
  }
  return statistics_;
}

}  // namespace pilcrow::sealed
