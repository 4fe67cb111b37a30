// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/inverter.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/hash.h"
#include "sealed/codec.h"
#include "sealed/posting_reader.h"

namespace pilcrow::sealed {
namespace {

constexpr std::size_t slots_min = std::size_t{1} << 12;
constexpr std::size_t run_buffer_bytes = std::size_t{256} << 10;

}  // namespace

Inverter::Inverter(SpillFile& file, std::size_t memory_bytes)
    : file_(&file), memory_bytes_(memory_bytes), slots_(slots_min) {}

void Inverter::add(std::uint32_t docid, std::span<const TermCount> terms) {
  // Two rounds, so that the processor fetches the slots of all terms at once.
  unknown_.clear();
  for (const TermCount& term : terms) {
    if (term.number < known_.size() && known_[term.number] != 0) {
      count(known_[term.number] - 1, docid, term.wdf);
    } else {
      const auto hash = static_cast<std::uint32_t>(hash64(term.term));
      unknown_.push_back({hash, &term});
      __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    }
  }
  count_unknown(docid);
  if (is_full()) {
    SpillStream run(*file_, run_buffer_bytes);
    write_run(run);
    run.spill();
    runs_.push_back(std::move(run));
    clear();
  }
}

void Inverter::count(std::uint32_t term, std::uint32_t docid, std::uint32_t wdf) {
  Term& counted = terms_[term];
  postings_.append<2 * leb128_32_bytes_max>(counted.postings, [&](char* out) {
    return put_leb128(put_leb128(out, docid - counted.last_docid), wdf);
  });
  counted.last_docid = docid;
  ++counted.count;
  counted.wdf_total += wdf;
}

void Inverter::count_unknown(std::uint32_t docid) {
  for (const Unknown& unknown : unknown_) {
    const std::uint32_t term = find_or_add(unknown.hash, unknown.term->term);
    count(term, docid, unknown.term->wdf);
    const std::uint32_t number = unknown.term->number;
    if (number != TermCount::unnumbered) {
      if (number >= known_.size()) {
        known_.resize(number + 1);
      }
      known_[number] = term + 1;
    }
  }
}

std::uint32_t Inverter::find_or_add(std::uint32_t hash, std::string_view term) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].term != 0; at = (at + 1) & mask) {
    const std::uint32_t found = slots_[at].term - 1;
    if (slots_[at].hash == hash && text_of(found) == term) {
      return found;
    }
  }
  const auto added = static_cast<std::uint32_t>(terms_.size());
  slots_[at] = {hash, added + 1};
  terms_.emplace_back();
  texts_.push_back(
      {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(term.size())});
  text_ += term;
  if (2 * terms_.size() > slots_.size()) {
    grow_slots();
  }
  return added;
}

void Inverter::grow_slots() {
  const LargeVector<Slot> old = std::exchange(slots_, LargeVector<Slot>(2 * slots_.size()));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.term == 0) {
      continue;
    }
    std::size_t at = slot.hash & mask;
    while (slots_[at].term != 0) {
      at = (at + 1) & mask;
    }
    slots_[at] = slot;
  }
}

// Writing a run takes the order of the terms and, where it stays in memory, the postings again.
bool Inverter::is_full() const {
  constexpr std::size_t bytes_per_term =
      sizeof(Term) + sizeof(Text) + sizeof(std::uint64_t) + 2 * sizeof(std::uint32_t);
  return 2 * postings_.bytes() + terms_.size() * bytes_per_term + text_.size() +
                 slots_.size() * sizeof(Slot) >
             memory_bytes_ ||
         postings_.bytes() > ByteLists::bytes_max / 2 ||
         text_.size() > std::numeric_limits<std::uint32_t>::max() / 2;
}

// Their numbers, in the order of their bytes.
std::vector<std::uint32_t> Inverter::sorted_terms() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(terms_.size());
  for (std::uint32_t term = 0; term < terms_.size(); ++term) {
    keys.emplace_back(first_bytes_of(text_of(term)), term);
  }
  std::sort(keys.begin(), keys.end(), [&](const auto& one, const auto& other) {
    return one.first != other.first ? one.first < other.first
                                    : text_of(one.second) < text_of(other.second);
  });
  std::vector<std::uint32_t> sorted;
  sorted.reserve(keys.size());
  for (const auto& [first_bytes, term] : keys) {
    sorted.push_back(term);
  }
  return sorted;
}

void Inverter::write_run(SpillStream& run) {
  RunWriter writer(run);
  std::string payload;
  for (const std::uint32_t number : sorted_terms()) {
    const Term& term = terms_[number];
    payload.clear();
    append_leb128(payload, term.count);
    append_leb128(payload, term.wdf_total);
    postings_.copy(term.postings, payload);
    writer.add(text_of(number), PostingReader(payload).docid(), payload);
  }
}

void Inverter::clear() {
  text_.clear();
  texts_.clear();
  terms_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot{});
  postings_.clear();
  known_.clear();
}

void Inverter::finish() {
  if (!terms_.empty()) {
    SpillStream run(*file_, memory_bytes_ / last_run_share);
    write_run(run);
    runs_.push_back(std::move(run));
  }
  text_ = {};
  texts_ = {};
  terms_ = {};
  slots_ = {};
  postings_ = {};
  unknown_ = {};
  known_ = {};
}

}  // namespace pilcrow::sealed
