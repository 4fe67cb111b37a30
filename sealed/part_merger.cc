// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/part_merger.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "sealed/inflater.h"
#include "sealed/spill.h"

namespace pilcrow::sealed {
namespace {

// The values of one slot in one part.
class ValueReader {
 public:
  explicit ValueReader(const SpillStream& stream) : reader_(stream) { next(); }

  // 0: there are no more.
  std::uint32_t docid() const { return docid_; }
  std::string_view value() const { return value_; }
  void next() {
    if (reader_.at_end()) {
      docid_ = 0;
    } else {
      docid_ += static_cast<std::uint32_t>(reader_.number());
      value_ = reader_.text();
    }
  }

 private:
  SpillReader reader_;
  std::uint32_t docid_ = 0;
  std::string_view value_;
};

void unite(SlotStatistics& one, const SlotStatistics& other) {
  if (one.frequency == 0 || other.lower < one.lower) {
    one.lower = other.lower;
  }
  one.upper = std::max(one.upper, other.upper);
  one.frequency += other.frequency;
}

}  // namespace

PartMerger::PartMerger(std::vector<const DocumentPart*> parts, std::size_t memory_bytes)
    : parts_(std::move(parts)), memory_bytes_(memory_bytes) {
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    for (const DocumentPart::Batch& batch : parts_[part]->batches_) {
      batches_.push_back({batch.first_docid, batch.documents, part});
    }
  }
  std::sort(batches_.begin(), batches_.end(),
            [](const Batch& a, const Batch& b) { return a.first_docid < b.first_docid; });
}

void PartMerger::drop(const std::vector<std::uint32_t>& docids) {
  if (!docids.empty()) {
    dropped_.resize(docids.back() + 1);
  }
  for (const std::uint32_t docid : docids) {
    dropped_[docid] = true;
  }
}

// Reads one record for each document from the reader of its part's `stream`.
template <typename Stream, typename Read>
void PartMerger::for_each_document(Stream stream, Read read) const {
  std::vector<SpillReader> readers;
  readers.reserve(parts_.size());
  for (const DocumentPart* part : parts_) {
    readers.emplace_back((*part).*stream);
  }
  for (const Batch& batch : batches_) {
    for (std::uint32_t i = 0; i < batch.documents; ++i) {
      read(batch.first_docid + i, readers[batch.part]);
    }
  }
}

template <typename TakeStored>
void PartMerger::for_each_stored(TakeStored take) const {
  for_each_document(&DocumentPart::data_, [&](std::uint32_t docid, SpillReader& reader) {
    const bool deflated = reader.number() != 0;
    take(docid, deflated, reader.text());
  });
}

void PartMerger::for_each_value(std::uint32_t slot, const Take& take) const {
  std::map<std::size_t, ValueReader> readers;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const auto found = parts_[part]->values_.find(slot);
    if (found != parts_[part]->values_.end()) {
      readers.emplace(part, found->second.stream);
    }
  }
  for (const Batch& batch : batches_) {
    const auto found = readers.find(batch.part);
    if (found == readers.end()) {
      continue;
    }
    ValueReader& reader = found->second;
    for (; reader.docid() != 0 && reader.docid() - batch.first_docid < batch.documents;
         reader.next()) {
      take(reader.docid(), reader.value());
    }
  }
}

void PartMerger::for_each_data(const std::vector<std::uint32_t>& docids, const Take& take) const {
  Inflater inflater;
  auto next = docids.begin();
  for_each_stored([&](std::uint32_t docid, bool deflated, std::string_view data) {
    if (next != docids.end() && *next == docid) {
      take(docid, deflated ? inflater.inflate(data) : data);
      ++next;
    }
  });
}

std::vector<SlotStatistics> PartMerger::slots() const {
  std::map<std::uint32_t, SlotStatistics> slots;
  for (const DocumentPart* part : parts_) {
    for (const auto& [slot, values] : part->values_) {
      unite(slots.try_emplace(slot, SlotStatistics{.slot = slot}).first->second, values.statistics);
    }
  }
  std::vector<SlotStatistics> all;
  for (auto& [slot, counted] : slots) {
    SlotStatistics& statistics = counted;  // A lambda can't have a part of a binding.
    if (!dropped_.empty()) {
      SlotStatistics kept{.slot = slot};
      for_each_value(slot, [&](std::uint32_t docid, std::string_view value) {
        if (!is_dropped(docid)) {
          kept.count(value);
        }
      });
      statistics = kept;
    }
    if (statistics.frequency > 0) {
      all.push_back(statistics);
    }
  }
  return all;
}

void PartMerger::write_values(PostingTable& table) const {
  const std::vector<SlotStatistics> all = slots();
  table.value_statistics(all);
  for (const SlotStatistics& statistics : all) {
    for_each_value(statistics.slot, [&](std::uint32_t docid, std::string_view value) {
      if (!is_dropped(docid)) {
        table.value(statistics.slot, docid, value);
      }
    });
  }
}

void PartMerger::write_lengths(PostingTable& table) const {
  for_each_document(&DocumentPart::lengths_, [&](std::uint32_t docid, SpillReader& reader) {
    const auto length = static_cast<std::uint32_t>(reader.number());
    if (!is_dropped(docid)) {
      table.document_length(docid, length);
    }
  });
}

void PartMerger::write_terms(PostingTable& table) const {
  std::vector<const SpillStream*> runs;
  for (const DocumentPart* part : parts_) {
    for (const SpillStream& run : part->inverter_.runs()) {
      runs.push_back(&run);
    }
  }
  RunMerger merger(runs, memory_bytes_);
  std::vector<PostingReader> readers;
  while (merger.next()) {
    readers.clear();
    for (std::size_t i = 0; i < merger.size(); ++i) {
      readers.emplace_back(merger.payload(i));
    }
    write_term(table, merger.key(), readers);
  }
}

void PartMerger::write_term(PostingTable& table, std::string_view term,
                            const std::vector<PostingReader>& readers) const {
  std::uint64_t frequency = 0;
  std::uint64_t collection_frequency = 0;
  if (dropped_.empty()) {
    for (const PostingReader& reader : readers) {
      frequency += reader.count();
      collection_frequency += reader.wdf_total();
    }
  } else {
    for_each_posting(readers, [&](std::uint32_t docid, std::uint32_t wdf) {
      frequency += is_dropped(docid) ? 0 : 1;
      collection_frequency += is_dropped(docid) ? 0 : wdf;
    });
  }
  if (frequency == 0) {
    return;
  }
  table.begin_term(term, frequency, collection_frequency);
  for_each_posting(readers, [&](std::uint32_t docid, std::uint32_t wdf) {
    if (!is_dropped(docid)) {
      table.posting(docid, wdf);
    }
  });
  table.end_term();
}

void PartMerger::write(PostingTable& table) const {
  write_values(table);
  write_lengths(table);
  write_terms(table);
}

void PartMerger::write(DataTable& table) const {
  for_each_stored([&](std::uint32_t docid, bool deflated, std::string_view data) {
    if (is_dropped(docid)) {
      return;
    }
    deflated ? table.add_deflated(docid, data) : table.add(docid, data);
  });
}

void PartMerger::write(TermlistTable& table) const {
  std::string terms;
  std::vector<std::uint32_t> slots;
  for_each_document(&DocumentPart::termlists_, [&](std::uint32_t docid, SpillReader& reader) {
    terms = reader.text();
    slots.clear();
    for (std::uint64_t left = reader.number(); left > 0; --left) {
      slots.push_back(static_cast<std::uint32_t>(reader.number()));
    }
    if (!is_dropped(docid)) {
      table.add_encoded(docid, terms, slots);
    }
  });
}

}  // namespace pilcrow::sealed
