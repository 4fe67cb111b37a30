// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/fact_source.h"

#include "store/schema.h"

namespace pilcrow {

void FactSource::init(const Xapian::Database& database) {
  database_ = database;
  articles_ = database_.get_termfreq(term_);
  first_ = database_.postlist_begin(term_);
  first_end_ = database_.postlist_end(term_);
  place_ = database_.valuestream_begin(place_slot);
  place_end_ = database_.valuestream_end(place_slot);
  at_ = 0;
  at_end_ = false;
}

// As if articles had a few passages each.  Only the order in which Xapian looks at things depends
// on it.
Xapian::doccount FactSource::get_termfreq_est() const {
  constexpr Xapian::doccount passages_per_article = 4;
  return std::min(get_termfreq_max(), articles_ * passages_per_article);
}

Xapian::doccount FactSource::get_termfreq_max() const {
  return articles_ == 0 ? 0 : database_.get_doccount();
}

void FactSource::next(double weight_min) {
  skip_to(at_ + 1, weight_min);
}

void FactSource::skip_to(Xapian::docid document, double /*weight_min*/) {
  if (document <= at_ || at_end_) {
    return;
  }
  // The first documents of articles have no value here.
  if (place_ != place_end_) {
    place_.skip_to(document);
  }
  const bool has_place = place_ != place_end_ && place_.get_docid() == document;
  const Xapian::docid first = document - (has_place ? place_of_value(*place_) : 0);
  if (first_ != first_end_) {
    first_.skip_to(first);
  }
  at_end_ = first_ == first_end_;
  at_ = at_end_ ? at_ : std::max(document, *first_);
}

}  // namespace pilcrow
