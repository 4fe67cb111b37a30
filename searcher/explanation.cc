// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explanation.h"

#include <sstream>

namespace pilcrow {
namespace {

constexpr double k1 = bm25_k1;
constexpr double b = bm25_b;

template <typename... Parts>
std::string text(const Parts&... parts) {
  std::ostringstream stream;
  stream.precision(4);
  (stream << ... << parts);
  return stream.str();
}

Xapian::termcount count_in(const Xapian::Database& database, Xapian::docid document,
                           const std::string& term) {
  auto found = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  found.skip_to(term);
  return found != end && *found == term ? found.get_wdf() : 0;
}

}  // namespace

Explanation explain_score(const IndexReader& index, Xapian::docid document, const QueryPlan& plan) {
  const Xapian::Database& database = index.database();
  const double length = database.get_doclength(document);
  const double mean = index.passage_terms_mean();
  Explanation score{0, "sum over the words of the query", {}};
  for (const RankedTerms& ranked : plan.ranked) {
    for (const std::string& term : ranked.terms) {
      const double count = count_in(database, document, term);
      if (count == 0) {
        continue;
      }
      const double tf = count * (k1 + 1) / (count + k1 * (1 - b + b * length / mean));
      Explanation word{
          ranked.idf * tf, text('"', ranked.name, "\" as term ", term, ": idf * tf"), {}};
      word.details.push_back({ranked.idf, "idf: how rare the word is in the index", {}});
      word.details.push_back({tf,
                              text("tf: counts ", count, " (title words twice) in a passage of ",
                                   length, " ranked words, on average ", mean),
                              {}});
      score.value += word.value;
      score.details.push_back(std::move(word));
    }
  }
  return score;
}

}  // namespace pilcrow
