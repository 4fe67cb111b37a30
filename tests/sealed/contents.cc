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

void list_postings(const Xapian::Database& database, const std::string& term, Repeated repeated,
                   Listing& listing) {
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    listing.line(" posting", *posting, posting.get_wdf(), posting.get_doclength());
    if (repeated == Repeated::listed) {
      listing.line("  terms", posting.get_unique_terms());
    }
    if (!term.empty() && (repeated == Repeated::listed || database.has_positions())) {
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

std::string listed_totals(const Xapian::Database& database, Repeated repeated) {
  Listing listing;
  list_totals(database, listing);
  list_postings(database, "", repeated, listing);
  return listing.text();
}

std::string listed_term(const Xapian::Database& database, const Xapian::TermIterator& term,
                        Repeated repeated) {
  Listing listing;
  listing.line("term " + *term, term.get_termfreq(), database.get_collection_freq(*term),
               database.get_wdf_upper_bound(*term));
  list_postings(database, *term, repeated, listing);
  return listing.text();
}

std::string listed_document(const Xapian::Database& database, Xapian::docid id, Repeated repeated) {
  Listing listing;
  const Xapian::Document document = database.get_document(id);
  listing.line("document " + document.get_data(), id, document.termlist_count(),
               document.values_count(), database.get_doclength(id), database.get_unique_terms(id));
  for (auto term = database.termlist_begin(id); term != database.termlist_end(id); ++term) {
    listing.line(" " + *term, term.get_wdf());
    if (repeated == Repeated::listed) {
      listing.line("  frequency", term.get_termfreq());
      list_positions(term.positionlist_begin(), listing);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    listing.line(" value " + *value, value.get_valueno());
  }
  return listing.text();
}

// False where they differ, which is told.
bool expect_equal_text(const std::string& ours, const std::string& theirs) {
  if (ours == theirs) {
    return true;
  }
  // The lines around the first difference say enough; all of them may be millions.
  const auto place = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end()).first;
  const auto offset = static_cast<std::size_t>(place - ours.begin());
  const std::size_t begin = offset > 100 ? offset - 100 : 0;
  ADD_FAILURE() << "contents differ\n--- ours:\n"
                << ours.substr(begin, 200) << "\n--- theirs:\n"
                << theirs.substr(begin, 200);
  return false;
}

bool expect_equal_terms(const Xapian::Database& left, const Xapian::Database& right,
                        Repeated repeated) {
  auto term = left.allterms_begin();
  auto other = right.allterms_begin();
  for (; term != left.allterms_end() && other != right.allterms_end(); ++term, ++other) {
    if (!expect_equal_text(listed_term(left, term, repeated),
                           listed_term(right, other, repeated))) {
      return false;
    }
  }
  EXPECT_EQ(term == left.allterms_end(), other == right.allterms_end()) << "one has more terms";
  return true;
}

}  // namespace

// Piece by piece, since the listing of all is several times as large as the databases.
void expect_equal_contents(const Xapian::Database& left, const Xapian::Database& right,
                           Repeated repeated) {
  if (!expect_equal_text(listed_totals(left, repeated), listed_totals(right, repeated)) ||
      !expect_equal_terms(left, right, repeated)) {
    return;
  }
  for (auto id = left.postlist_begin(""); id != left.postlist_end(""); ++id) {
    if (!expect_equal_text(listed_document(left, *id, repeated),
                           listed_document(right, *id, repeated))) {
      return;
    }
  }
}

}  // namespace pilcrow::sealed
