// SPDX-License-Identifier: GPL-2.0-or-later
// What two databases tell of their contents, written down as lines, so that a difference can be
// read.
#include <gtest/gtest.h>
#include <algorithm>
#include <limits>
#include <string>

#include "tests/sealed/equality.h"

namespace pilcrow::sealed {
namespace {

constexpr Xapian::valueno slots = 128;

// Lines of name and numbers.
class Listing {
 public:
  template <typename... Numbers>
  void line(const std::string& name, Numbers... numbers) {
    text_ += name;
    ((text_ += ' ' + std::to_string(numbers)), ...);
    text_ += '\n';
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void list_totals(const Xapian::Database& database, Listing& listing) {
  listing.line("documents", database.get_doccount(), database.get_lastdocid());
  listing.line("lengths", database.get_total_length(), database.get_doclength_lower_bound(),
               database.get_doclength_upper_bound(), database.get_avlength());
  listing.line("positions", database.has_positions());
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    listing.line("metadata " + *key + " " + database.get_metadata(*key));
  }
  for (Xapian::valueno slot = 0; slot < slots; ++slot) {
    listing.line(
        "slot " + database.get_value_lower_bound(slot) + " " + database.get_value_upper_bound(slot),
        slot, database.get_value_freq(slot));
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
      listing.line("value " + *value, value.get_docid());
    }
  }
}

void list_positions(Xapian::PositionIterator position, Listing& listing) {
  for (; position != Xapian::PositionIterator(); ++position) {
    listing.line("  position", *position);
  }
}

void list_postings(const Xapian::Database& database, const std::string& term, Listing& listing) {
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    listing.line(" posting", *posting, posting.get_wdf(), posting.get_doclength(),
                 posting.get_unique_terms());
    if (!term.empty()) {
      list_positions(posting.positionlist_begin(), listing);
    }
  }
  // Every third document, over the ends of chunks.
  auto posting = database.postlist_begin(term);
  while (posting != database.postlist_end(term)) {
    const Xapian::docid docid = *posting;
    listing.line(" skipped to", docid);
    if (docid > std::numeric_limits<Xapian::docid>::max() - 3) {
      break;
    }
    posting.skip_to(docid + 3);
  }
}

void list_terms(const Xapian::Database& database, Listing& listing) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    listing.line("term " + *term, term.get_termfreq(), database.get_collection_freq(*term),
                 database.get_wdf_upper_bound(*term));
    list_postings(database, *term, listing);
  }
  list_postings(database, "", listing);
}

void list_documents(const Xapian::Database& database, Listing& listing) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    listing.line("document " + document.get_data(), *id, document.termlist_count(),
                 document.values_count(), database.get_doclength(*id),
                 database.get_unique_terms(*id));
    for (auto term = database.termlist_begin(*id); term != database.termlist_end(*id); ++term) {
      listing.line(" " + *term, term.get_wdf(), term.get_termfreq());
      list_positions(term.positionlist_begin(), listing);
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      listing.line(" value " + *value, value.get_valueno());
    }
  }
}

std::string listed(const Xapian::Database& database) {
  Listing listing;
  list_totals(database, listing);
  list_terms(database, listing);
  list_documents(database, listing);
  return listing.text();
}

}  // namespace

void expect_equal_contents(const Xapian::Database& left, const Xapian::Database& right) {
  const std::string ours = listed(left);
  const std::string theirs = listed(right);
  const auto place = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end()).first;
  if (ours == theirs) {
    return;
  }
  // The lines around the first difference say enough; all of them may be millions.
  const auto offset = static_cast<std::size_t>(place - ours.begin());
  const std::size_t begin = offset > 100 ? offset - 100 : 0;
  ADD_FAILURE() << "contents differ\n--- ours:\n"
                << ours.substr(begin, 200) << "\n--- theirs:\n"
                << theirs.substr(begin, 200);
}

}  // namespace pilcrow::sealed
