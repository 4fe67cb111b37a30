// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/inverter.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "sealed/codec.h"
#include "store/hash.h"

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
      count(known_[term.number] - 1, term.wdf);
    } else {
      const auto hash = static_cast<std::uint32_t>(hash64(term.term));
      unknown_.push_back({hash, &term});
      __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    }
  }
  count_unknown();
  documents_.push_back({docid, static_cast<std::uint32_t>(terms.size())});
  if (is_full()) {
    SpillStream run(*file_, run_buffer_bytes);
    write_run(run);
    run.spill();
    runs_.push_back(std::move(run));
    clear();
  }
}

void Inverter::count_unknown() {
  for (const Unknown& unknown : unknown_) {
    const std::uint32_t term = find_or_add(unknown.hash, unknown.term->term);
    count(term, unknown.term->wdf);
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
    if (slots_[at].hash == hash &&
        std::string_view(text_).substr(terms_[found].begin, terms_[found].size) == term) {
      return found;
    }
  }
  const auto added = static_cast<std::uint32_t>(terms_.size());
  slots_[at] = {hash, added + 1};
  terms_.push_back(
      {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(term.size()), 0});
  text_ += term;
  if (2 * terms_.size() > slots_.size()) {
    grow_slots();
  }
  return added;
}

void Inverter::grow_slots() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
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

// Writing a run takes a second copy of all postings, the order of the terms and, where it stays in
// memory, about four bytes a posting.
bool Inverter::is_full() const {
  constexpr std::size_t bytes_per_entry = sizeof(Entry) + sizeof(Posting) + 4;
  constexpr std::size_t bytes_per_term =
      sizeof(Term) + sizeof(std::uint64_t) + 2 * sizeof(std::uint32_t);
  return entries_.size() * bytes_per_entry + terms_.size() * bytes_per_term + text_.size() +
                 slots_.size() * sizeof(Slot) + documents_.size() * sizeof(Document) >
             memory_bytes_ ||
         text_.size() > std::numeric_limits<std::uint32_t>::max() / 2;
}

// Their numbers, in the order of their bytes.
std::vector<std::uint32_t> Inverter::sorted_terms() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(terms_.size());
  const auto text_of = [this](std::uint32_t term) {
    return std::string_view(text_).substr(terms_[term].begin, terms_[term].size);
  };
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

// Where the postings of each term begin when all stand together.
std::vector<std::uint32_t> Inverter::places_of(const std::vector<std::uint32_t>& sorted) const {
  std::vector<std::uint32_t> places(terms_.size());
  std::uint32_t place = 0;
  for (const std::uint32_t term : sorted) {
    places[term] = place;
    place += terms_[term].postings;
  }
  return places;
}

// A counting sort by term leaves the documents of each in their order.
std::unique_ptr<Inverter::Posting[]> Inverter::sorted_postings(
    const std::vector<std::uint32_t>& sorted) const {
  std::vector<std::uint32_t> places = places_of(sorted);
  std::unique_ptr<Posting[]> postings(new Posting[entries_.size()]);
  std::size_t entry = 0;
  for (const Document& document : documents_) {
    for (const std::size_t end = entry + document.entries; entry < end; ++entry) {
      postings[places[entries_[entry].term]++] = {document.docid, entries_[entry].wdf};
    }
  }
  return postings;
}

void Inverter::write_run(SpillStream& run) {
  const std::vector<std::uint32_t> sorted = sorted_terms();
  const std::unique_ptr<Posting[]> postings = sorted_postings(sorted);
  RunWriter writer(run);
  std::string payload;
  const Posting* next = postings.get();
  for (const std::uint32_t term : sorted) {
    const Posting* end = next + terms_[term].postings;
    const std::uint32_t first = next->docid;
    std::uint64_t wdf_total = 0;
    for (const Posting* posting = next; posting != end; ++posting) {
      wdf_total += posting->wdf;
    }
    payload.resize((std::size_t{terms_[term].postings} + 2) * 2 * vint32_bytes_max);
    char* out = put_vint(put_vint(payload.data(), terms_[term].postings), wdf_total);
    for (std::uint32_t last = 0; next != end; ++next) {
      out = put_vint(put_vint(out, next->docid - last), next->wdf);
      last = next->docid;
    }
    writer.add(std::string_view(text_).substr(terms_[term].begin, terms_[term].size), first,
               {payload.data(), static_cast<std::size_t>(out - payload.data())});
  }
}

void Inverter::clear() {
  text_.clear();
  terms_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot{});
  entries_.clear();
  documents_.clear();
  known_.clear();
}

void Inverter::finish() {
  if (!documents_.empty()) {
    SpillStream run(*file_, memory_bytes_ / last_run_share);
    write_run(run);
    runs_.push_back(std::move(run));
  }
  text_ = {};
  terms_ = {};
  slots_ = {};
  entries_ = {};
  documents_ = {};
  unknown_ = {};
  known_ = {};
}

}  // namespace pilcrow::sealed
