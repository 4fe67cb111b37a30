// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explanation.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

#include "store/schema.h"
#include "store/stored_count.h"

namespace pilcrow {
namespace {

template <typename... Parts>
std::string text(const Parts&... parts) {
  std::ostringstream stream;
  stream.precision(4);
  (stream << ... << parts);
  return stream.str();
}

// How often a document has a term, which may be 0; nothing where it does not have it.
std::optional<Xapian::termcount> count_in(const Xapian::Document& document,
                                          const std::string& term) {
  auto found = document.termlist_begin();
  const auto end = document.termlist_end();
  found.skip_to(term);
  return found != end && *found == term ? std::optional(found.get_wdf()) : std::nullopt;
}

// Stored counts are rounded, and cut.
std::string count_text(Xapian::termcount stored, double length) {
  const double count = std::max(1.0, std::round(CountScale(length).count_of(stored)));
  return text(count, stored == stored_count_max ? " or more" : "");
}

// A name of several words counts only where all of them are.
bool holds_what_stands_beside(const Xapian::Document& document, const RankedTerms& ranked) {
  return std::all_of(ranked.beside.begin(), ranked.beside.end(), [&](const auto& terms) {
    return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
      return count_in(document, term).has_value();
    });
  });
}

}  // namespace

Explanation explain_score(const IndexReader& index, DocumentId id, const QueryPlan& plan) {
  const Xapian::Document document = index.document(id);
  const double length = index.forward(id).length;
  Explanation score{0, "sum over the words of the query", {}};
  for (const RankedTerms& ranked : plan.ranked) {
    if (!holds_what_stands_beside(document, ranked)) {
      continue;
    }
    for (const std::string& term : ranked.terms) {
      const Xapian::termcount stored = count_in(document, term).value_or(0);
      if (stored == 0) {
        continue;
      }
      const double tf = term_frequency_part(count_in_mean_passage(stored, index));
      const double weight = ranked.idf * ranked.factor;
      const bool is_scaled = ranked.factor != 1;
      Explanation word{weight * tf,
                       text('"', ranked.name, "\" as term ", term, ": ",
                            is_scaled ? "factor * " : "", "idf * tf"),
                       {}};
      if (is_scaled) {
        word.details.push_back({ranked.factor, "factor: how much such a word counts", {}});
      }
      word.details.push_back({ranked.idf, "idf: how rare the word is in the index", {}});
      word.details.push_back(
          {tf,
           text("tf: counts ", count_text(stored, length), " (title words twice) in a passage of ",
                length, " ranked words, on average ", index.passage_terms_mean()),
           {}});
      score.value += word.value;
      score.details.push_back(std::move(word));
    }
  }
  return score;
}

}  // namespace pilcrow
