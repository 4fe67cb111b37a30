// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/document_part.h"

#include <utility>

#include "sealed/database_writer.h"

namespace pilcrow::sealed {
namespace {

constexpr std::size_t stream_buffer_bytes = std::size_t{256} << 10;

}  // namespace

DocumentPart::DocumentPart(const PartOptions& options)
    : file_(options.folder),
      inverter_(file_, options.memory_bytes),
      data_(file_, stream_buffer_bytes),
      termlists_(file_, stream_buffer_bytes),
      lengths_(file_, stream_buffer_bytes) {
  if (options.data_compression > 0) {
    deflater_.emplace(options.data_compression);
  }
}

void DocumentPart::begin_batch(std::uint32_t first_docid) {
  batches_.push_back({first_docid, 0});
}

std::uint32_t DocumentPart::next_docid() const {
  return batches_.empty() ? 1 : batches_.back().first_docid + batches_.back().documents;
}

void DocumentPart::add(const DocumentView& document) {
  const std::uint32_t docid = next_docid();
  ++batches_.back().documents;
  if (document.numbering != numbering_) {
    inverter_.forget_numbers();
    numbering_ = document.numbering;
  }
  inverter_.add(docid, document.terms);
  add_data(document.data);
  slots_.clear();
  for (const SlotValue& value : document.values) {
    if (!value.value.empty()) {
      add_value(value, docid);
      slots_.push_back(value.slot);
    }
  }
  add_terms(document.terms);
}

void DocumentPart::add_data(std::string_view data) {
  const bool deflated = deflater_ && data.size() > data_deflated_min && deflater_->shrinks(data);
  data_.append_number(deflated ? 1 : 0);
  data_.append_text(deflated ? deflater_->deflated() : data);
}

void DocumentPart::add_terms(std::span<const TermCount> terms) {
  std::uint32_t length = 0;
  for (const TermCount& term : terms) {
    length += term.wdf;
  }
  lengths_.append_number(length);
  termlists_.append_text(encoder_.encode(length, terms));
  termlists_.append_number(slots_.size());
  for (const std::uint32_t slot : slots_) {
    termlists_.append_number(slot);
  }
}

void DocumentPart::add_value(const SlotValue& value, std::uint32_t docid) {
  const auto found = values_.try_emplace(
      value.slot, Values{SpillStream(file_, stream_buffer_bytes), 0, {.slot = value.slot}});
  Values& values = found.first->second;
  values.statistics.count(value.value);
  values.stream.append_number(docid - values.last_docid);
  values.stream.append_text(value.value);
  values.last_docid = docid;
}

void DocumentPart::finish() {
  inverter_.finish();
}

}  // namespace pilcrow::sealed
