// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/sorting.h"

#include <cmath>

#include "store/schema.h"

namespace pilcrow {

bool is_descending(Sort sort) {
  return sort == Sort::date_descending;
}

std::string sortable(DocumentId id) {
  std::string key(sizeof id, '\0');
  for (std::size_t i = key.size(); i-- > 0; id >>= 8) {
    key[i] = static_cast<char>(id & 0xff);
  }
  return key;
}

std::size_t hits_per_article(const SearchOptions& options) {
  return options.unit == Unit::article ? 1 : options.hits_per_article_max;
}

std::string sort_key(const Xapian::Document& document, DocumentId id, Sort sort, bool by_article) {
  if (sort == Sort::relevance) {
    return "";
  }
  if (sort == Sort::article) {
    return sortable(by_article ? id - place_of_value(document.get_value(place_slot)) : id);
  }
  const std::string date = document.get_value(date_slot);
  return date.empty() && !is_descending(sort) ? std::string(key_without_date) : date;
}

double in_steps(double score) {
  constexpr double steps = 1 << 20;
  return std::floor(score * steps) / steps;
}

bool comes_before(const Found& a, const Found& b, Sort sort) {
  if (a.key != b.key) {
    return (a.key < b.key) != is_descending(sort);
  }
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

}  // namespace pilcrow
