// SPDX-License-Identifier: GPL-2.0-or-later
// Searching all indexes as one: each is asked for its best, by the same weights, and what they
// return is put in one order.
#pragma once

#include <cstddef>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/document_id.h"
#include "searcher/found.h"
#include "searcher/index_query.h"
#include "searcher/index_reader.h"
#include "searcher/verifier.h"

namespace pilcrow {

// Is told of every match, index by index.
class MatchListener {
 public:
  virtual ~MatchListener() = default;

  // An index is searched, perhaps again.
  virtual void begin(std::size_t part) = 0;
  // A match in a folder, in the order of the index.
  virtual void add(std::size_t part, const Xapian::Document& document) = 0;
  // So many matches in an article, behind a server; each article once.
  virtual void add(std::size_t part, std::uint64_t article, std::size_t matches) = 0;
};

struct IndexSearch {
  IndexQuery query = {};
  bool ranks = true;        // Else all scores are 0.
  std::size_t wanted = 0;   // The best matches to return.
  std::size_t counted = 0;  // Matches are counted exactly up to this number.
  Sort sort = Sort::relevance;
  std::size_t per_article = 0;  // Matches of one article to return; 0: any number.
  double score_min = 0;
  const Verifier* verifier = nullptr;  // What it does not accept is no match.
  MatchListener* listener = nullptr;   // Is told of matches while `counted` lasts.
};

struct IndexMatches {
  std::vector<Found> found = {};  // Best first; of equal ones, the first of the first index.
  MatchCount count = {};

  // Puts those of another index or query behind.
  void add(IndexMatches other);
};

MatchCount count_of(const Xapian::MSet& set);

// Throws Xapian's exceptions.
IndexMatches search(const IndexReader& index, const IndexSearch& search);

}  // namespace pilcrow
