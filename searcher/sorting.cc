// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/sorting.h"

#include "store/schema.h"

namespace pilcrow {
namespace {

bool is_descending(Sort sort) {
  return sort == Sort::date_descending;
}

// Big-endian, so that texts sort as numbers do.
std::string sortable(Xapian::docid document) {
  std::string key(sizeof document, '\0');
  for (std::size_t i = key.size(); i-- > 0; document >>= 8) {
    key[i] = static_cast<char>(document & 0xff);
  }
  return key;
}

class SortKey : public Xapian::KeyMaker {
 public:
  explicit SortKey(const SearchOptions& options) : options_(options) {}

  std::string operator()(const Xapian::Document& document) const override {
    return sort_key(document, options_);
  }

 private:
  const SearchOptions& options_;
};

}  // namespace

std::size_t hits_per_article(const SearchOptions& options) {
  return options.unit == Unit::article ? 1 : options.hits_per_article_max;
}

std::string sort_key(const Xapian::Document& document, const SearchOptions& options) {
  if (options.sort == Sort::relevance) {
    return "";
  }
  if (options.sort == Sort::article) {
    // Where an article has a few hits only, they are its best.
    const bool by_article = hits_per_article(options) > 0;
    const Xapian::docid id = document.get_docid();
    return sortable(by_article ? id - place_of_value(document.get_value(place_slot)) : id);
  }
  const std::string date = document.get_value(date_slot);
  return date.empty() && !is_descending(options.sort) ? "\xFF" : date;
}

bool comes_after(const MatchPlace& a, const MatchPlace& b, const SearchOptions& options) {
  if (a.key != b.key) {
    return (a.key > b.key) != is_descending(options.sort);
  }
  return a.score != b.score ? a.score < b.score : a.document > b.document;
}

// `options` must outlive `enquire`.
void set_order(Xapian::Enquire& enquire, const SearchOptions& options) {
  if (const std::size_t hits = hits_per_article(options); hits > 0) {
    enquire.set_collapse_key(article_slot, static_cast<Xapian::doccount>(hits));
  }
  if (options.score_min > 0) {
    enquire.set_cutoff(0, options.score_min);
  }
  if (options.sort != Sort::relevance) {
    enquire.set_sort_by_key_then_relevance((new SortKey(options))->release(),
                                           is_descending(options.sort));
  }
}

}  // namespace pilcrow
