// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/term_counter.h"

#include <algorithm>

#include "sealed/sorted_run.h"

namespace pilcrow {

std::uint32_t TermCounter::number_of(std::string_view term) {
  const auto [found, is_new] =
      numbers_.try_emplace(std::string(term), static_cast<std::uint32_t>(terms_.size()));
  if (is_new) {
    terms_.push_back({sealed::first_bytes_of(term), static_cast<std::uint32_t>(text_.size()), 0,
                      static_cast<std::uint16_t>(term.size())});
    text_ += term;
  }
  return found->second;
}

void TermCounter::forget() {
  text_.clear();
  terms_.clear();
  numbers_.clear();
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
  sorted_.clear();
  for (const Found& found : found_) {
    const bool is_word = found.number < others_begin;
    sorted_.push_back({text_of(found), is_word ? scale.stored(terms_[found.number].count) : 0});
  }
  return sorted_;
}

}  // namespace pilcrow
