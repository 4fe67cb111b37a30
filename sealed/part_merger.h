// SPDX-License-Identifier: GPL-2.0-or-later
// From the parts that threads have built to the tables of one database, each written once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "sealed/database_writer.h"
#include "sealed/document_part.h"
#include "sealed/posting_reader.h"

namespace pilcrow::sealed {

class PartMerger {
 public:
  // Finished parts, which must live as long.  `memory_bytes` bound the buffers of what is read.
  PartMerger(std::vector<const DocumentPart*> parts, std::size_t memory_bytes);

  // Leaves documents out of all that is written from now on; ascending, each once.
  void drop(const std::vector<std::uint32_t>& docids);

  // Takes a document's value or data.
  using Take = std::function<void(std::uint32_t docid, std::string_view bytes)>;

  // In the order of documents, with those that were dropped.
  void for_each_value(std::uint32_t slot, const Take& take) const;
  // Of `docids` alone, which ascend.
  void for_each_data(const std::vector<std::uint32_t>& docids, const Take& take) const;

  // The tables may be filled by a thread each.  What comes after metadata:
  void write(PostingTable& table) const;
  void write(DataTable& table) const;
  void write(TermlistTable& table) const;

 private:
  struct Batch {
    std::uint32_t first_docid = 0;
    std::uint32_t documents = 0;
    std::size_t part = 0;
  };

  bool is_dropped(std::uint32_t docid) const { return docid < dropped_.size() && dropped_[docid]; }
  template <typename Stream, typename Read>
  void for_each_document(Stream stream, Read read) const;
  template <typename TakeStored>
  void for_each_stored(TakeStored take) const;
  std::vector<SlotStatistics> slots() const;
  void write_values(PostingTable& table) const;
  void write_lengths(PostingTable& table) const;
  void write_terms(PostingTable& table) const;
  void write_term(PostingTable& table, std::string_view term,
                  const std::vector<PostingReader>& readers) const;

  std::vector<const DocumentPart*> parts_;
  std::size_t memory_bytes_;
  std::vector<Batch> batches_;  // Of all parts, in order.
  std::vector<bool> dropped_;   // By document.
};

}  // namespace pilcrow::sealed
