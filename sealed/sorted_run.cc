// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/sorted_run.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "pilcrow/error.h"
#include "sealed/codec.h"

namespace pilcrow::sealed {
namespace {

// What is written to a run before it goes to the file.
constexpr std::size_t run_buffer_bytes = std::size_t{256} << 10;
constexpr std::size_t reader_bytes_min = std::size_t{16} << 10;
constexpr std::size_t reader_bytes_max = std::size_t{256} << 10;

}  // namespace

std::uint64_t first_bytes_of(std::string_view bytes) {
  std::array<unsigned char, sizeof(std::uint64_t)> first = {};
  std::memcpy(first.data(), bytes.data(), std::min(bytes.size(), first.size()));
  std::uint64_t number = 0;
  for (const unsigned char byte : first) {
    number = number << 8 | byte;
  }
  return number;
}

void RunWriter::add(std::string_view key, std::uint64_t order, std::string_view payload) {
  const std::size_t shared = shared_bytes(last_key_, key);
  std::array<char, 4 * leb128_bytes_max> numbers;
  char* end = put_leb128(put_leb128(numbers.data(), shared), key.size() - shared);
  stream_->append({numbers.data(), static_cast<std::size_t>(end - numbers.data())});
  stream_->append(key.substr(shared));
  end = put_leb128(put_leb128(numbers.data(), order), payload.size());
  stream_->append({numbers.data(), static_cast<std::size_t>(end - numbers.data())});
  stream_->append(payload);
  last_key_.assign(key);
}

bool RunReader::next() {
  if (reader_.at_end()) {
    return false;
  }
  const auto shared = static_cast<std::size_t>(reader_.number());
  key_.resize(shared);
  key_ += reader_.text();
  order_ = reader_.number();
  payload_ = reader_.text();
  return true;
}

RunMerger::RunMerger(const std::vector<const SpillStream*>& runs, std::size_t memory_bytes) {
  const std::size_t buffer_bytes = std::clamp(memory_bytes / std::max<std::size_t>(runs.size(), 1),
                                              reader_bytes_min, reader_bytes_max);
  for (const SpillStream* run : runs) {
    RunReader reader(*run, buffer_bytes);
    runs_.push_back(std::move(reader));
  }
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    if (runs_[run].next()) {
      heap_.push_back(run);
    }
  }
  for (std::size_t place = heap_.size(); place-- > 0;) {
    sift_down(place);
  }
}

bool RunMerger::is_before(std::size_t one, std::size_t other) const {
  const int order = runs_[one].key().compare(runs_[other].key());
  return order != 0 ? order < 0 : runs_[one].order() < runs_[other].order();
}

void RunMerger::sift_down(std::size_t place) {
  while (true) {
    std::size_t child = 2 * place + 1;
    if (child >= heap_.size()) {
      return;
    }
    if (child + 1 < heap_.size() && is_before(heap_[child + 1], heap_[child])) {
      ++child;
    }
    if (!is_before(heap_[child], heap_[place])) {
      return;
    }
    std::swap(heap_[child], heap_[place]);
    place = child;
  }
}

void RunMerger::advance_first() {
  if (!runs_[heap_.front()].next()) {
    heap_.front() = heap_.back();
    heap_.pop_back();
  }
  sift_down(0);
}

bool RunMerger::next() {
  records_.clear();
  payloads_.clear();
  if (heap_.empty()) {
    return false;
  }
  key_ = runs_[heap_.front()].key();
  do {
    const RunReader& first = runs_[heap_.front()];
    records_.push_back({first.order(), payloads_.size(), first.payload().size()});
    payloads_ += first.payload();
    advance_first();
  } while (!heap_.empty() && runs_[heap_.front()].key() == key_);
  return true;
}

std::string_view RunMerger::payload(std::size_t record) const {
  return std::string_view(payloads_).substr(records_[record].begin, records_[record].size);
}

void RecordSorter::add(std::string_view key, std::uint64_t order, std::string_view payload) {
  if (payload.size() > std::numeric_limits<std::uint32_t>::max() - key.size()) {
    throw Error(ErrorCode::invalid_argument,
                "keep a record of " + std::to_string(payload.size()) + " bytes: it is too large");
  }
  records_.push_back({first_bytes_of(key), order, bytes_.size(),
                      static_cast<std::uint32_t>(key.size()),
                      static_cast<std::uint32_t>(payload.size())});
  bytes_.append(key).append(payload);
  if (bytes_.size() + records_.size() * sizeof(Record) > memory_bytes_) {
    SpillStream run(*file_, run_buffer_bytes);
    write_run(run);
    run.spill();
    runs_.push_back(std::move(run));
  }
}

void RecordSorter::finish() {
  if (!records_.empty()) {
    SpillStream run(*file_, memory_bytes_ / last_run_share);
    write_run(run);
    runs_.push_back(std::move(run));
  }
  bytes_ = {};
  records_ = {};
}

std::string_view RecordSorter::key_of(const Record& record) const {
  return std::string_view(bytes_).substr(record.begin, record.key_bytes);
}

bool RecordSorter::is_before(const Record& one, const Record& other) const {
  if (one.first_bytes != other.first_bytes) {
    return one.first_bytes < other.first_bytes;
  }
  const int order = key_of(one).compare(key_of(other));
  return order != 0 ? order < 0 : one.order < other.order;
}

void RecordSorter::write_run(SpillStream& run) {
  std::stable_sort(
      records_.begin(), records_.end(),
      [this](const Record& one, const Record& other) { return is_before(one, other); });
  RunWriter writer(run);
  for (const Record& record : records_) {
    writer.add(
        key_of(record), record.order,
        std::string_view(bytes_).substr(record.begin + record.key_bytes, record.payload_bytes));
  }
  bytes_.clear();
  records_.clear();
}

}  // namespace pilcrow::sealed
