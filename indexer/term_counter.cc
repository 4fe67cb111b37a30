// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/term_counter.h"

#include <algorithm>

#include "analysis/bytes_hash.h"
#include "sealed/sorted_run.h"

namespace pilcrow {
namespace {

constexpr std::size_t slots_min = std::size_t{1} << 10;

}  // namespace

TermCounter::TermCounter() : slots_(slots_min) {}

std::uint32_t TermCounter::number_of(std::string_view term) {
  if (2 * terms_.size() >= slots_.size()) {
    grow_slots();
  }
  std::uint32_t& slot = slot_of(term);
  if (slot == 0) {
    places_.push_back(
        {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(term.size())});
    text_ += term;
    terms_.push_back({sealed::first_bytes_of(term), 0, false});
    slot = static_cast<std::uint32_t>(terms_.size());
  }
  return slot - 1;
}

// Where a term is, or would be.
std::uint32_t& TermCounter::slot_of(std::string_view of) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = bytes_hash(of) & mask;
  while (slots_[at] != 0 && term(slots_[at] - 1) != of) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

void TermCounter::grow_slots() {
  slots_.assign(2 * slots_.size(), 0);
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    slot_of(term(number)) = number + 1;
  }
}

void TermCounter::forget() {
  ++numbering_;
  text_.clear();
  places_.clear();
  terms_.clear();
  slots_.assign(slots_.size(), 0);
  found_.clear();
}

void TermCounter::begin() {
  for (const Found& found : found_) {
    if (found.number < others_begin) {
      terms_[found.number].is_in_document = false;
      terms_[found.number].count = 0;
    }
  }
  found_.clear();
  others_.clear();
}

void TermCounter::add_other(std::string_view term) {
  found_.push_back(
      {sealed::first_bytes_of(term), others_begin + static_cast<std::uint32_t>(others_.size())});
  others_.push_back(term);
}

std::string_view TermCounter::text_of(const Found& found) const {
  return found.number < others_begin ? term(found.number) : others_[found.number - others_begin];
}

const std::vector<sealed::TermCount>& TermCounter::terms(const CountScale& scale) {
  std::sort(found_.begin(), found_.end(), [this](const Found& a, const Found& b) {
    return a.first_bytes != b.first_bytes ? a.first_bytes < b.first_bytes : text_of(a) < text_of(b);
  });
  const std::uint32_t stored_one = scale.stored(1);  // Of most terms.
  sorted_.clear();
  for (const Found& found : found_) {
    const bool is_word = found.number < others_begin;
    const std::uint32_t count = is_word ? terms_[found.number].count : 0;
    sorted_.push_back({text_of(found), count == 1 ? stored_one : scale.stored(count),
                       is_word ? found.number : sealed::TermCount::unnumbered});
  }
  return sorted_;
}

}  // namespace pilcrow
