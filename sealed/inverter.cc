// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/inverter.h"

#include <algorithm>
#include <memory>
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
  hashes_.clear();
  for (const TermCount& term : terms) {
    const auto hash = static_cast<std::uint32_t>(hash64(term.term));
    hashes_.push_back(hash);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const std::uint32_t term = find_or_add(hashes_[i], terms[i].term);
    ++terms_[term].postings;
    entries_.push_back({term, terms[i].wdf});
  }
  documents_.push_back({docid, static_cast<std::uint32_t>(terms.size())});
  if (is_full()) {
    SpillStream run(*file_, run_buffer_bytes);
    write_run(run);
    run.spill();
    runs_.push_back(std::move(run));
    clear();
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

// A counting sort by term leaves the documents of each in their order.
void Inverter::write_run(SpillStream& run) {
  const std::vector<std::uint32_t> sorted = sorted_terms();
  std::vector<std::uint32_t> places(terms_.size());
  std::uint32_t place = 0;
  for (const std::uint32_t term : sorted) {
    places[term] = place;
    place += terms_[term].postings;
  }
  const std::unique_ptr<Posting[]> postings(new Posting[entries_.size()]);
  std::size_t entry = 0;
  for (const Document& document : documents_) {
    for (const std::size_t end = entry + document.entries; entry < end; ++entry) {
      postings[places[entries_[entry].term]++] = make_posting(document.docid, entries_[entry].wdf);
    }
  }
  RunWriter writer(run);
  std::string payload;
  const Posting* next = postings.get();
  for (const std::uint32_t term : sorted) {
    const Posting* end = next + terms_[term].postings;
    const std::uint32_t first = docid_of(*next);
    payload.resize((std::size_t{terms_[term].postings} + 1) * 2 * vint32_bytes_max);
    char* out = put_vint(payload.data(), terms_[term].postings);
    for (std::uint32_t last = 0; next != end; ++next) {
      out = put_vint(put_vint(out, docid_of(*next) - last), wdf_of(*next));
      last = docid_of(*next);
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
}

void append_postings(std::string_view payload, std::vector<Posting>& postings) {
  const char* next = payload.data();
  const auto number = [&next] {
    std::uint32_t value = static_cast<unsigned char>(*next++);
    if (value >= 0x80) {
      value &= 0x7f;
      for (unsigned shift = 7;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*next++);
        value |= std::uint32_t{byte & 0x7fU} << shift;
        if (byte < 0x80) {
          break;
        }
      }
    }
    return value;
  };
  std::uint32_t docid = 0;
  const std::uint32_t count = number();
  postings.reserve(postings.size() + count);
  for (std::uint32_t i = 0; i < count; ++i) {
    docid += number();
    postings.push_back(make_posting(docid, number()));
  }
}

}  // namespace pilcrow::sealed
