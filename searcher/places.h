// SPDX-License-Identifier: GPL-2.0-or-later
// Where the parts of a query stand in a text.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "pilcrow/analyzer.h"
#include "searcher/query_plan.h"

namespace pilcrow {

// Tokens from `begin` to before `end`.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The places of `words` in `tokens`, in order: the index of each occurrence's first token.
std::vector<std::size_t> find_phrase(const std::vector<Token>& tokens,
                                     const std::vector<PlannedWord>& words);

// Where a clause stands, in order.
std::vector<Place> places_of(const PlannedClause& clause, const std::vector<Token>& tokens);

// Whether some stretch of wanted.size() + `others` words has all that are wanted, in any order, a
// word that is wanted twice twice.
template <typename Word>
bool has_window(const std::vector<Word>& words, const std::vector<Word>& wanted,
                std::size_t others) {
  std::unordered_map<Word, std::ptrdiff_t> missing;  // In the stretch that ends here.
  for (const Word& word : wanted) {
    ++missing[word];
  }
  std::size_t lacking = wanted.size();
  const std::size_t length = wanted.size() + others;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto left = i < length ? missing.end() : missing.find(words[i - length]);
        left != missing.end()) {
      lacking += ++left->second > 0 ? 1 : 0;
    }
    if (const auto entered = missing.find(words[i]); entered != missing.end()) {
      lacking -= entered->second-- > 0 ? 1 : 0;
    }
    if (lacking == 0) {
      return true;
    }
  }
  return false;
}

// Whether the operands stand in `tokens` one near the other: each has a place at most its distance
// of words from a place of the one before it, not overlapping it (side by side is a distance of 1);
// one that is `apart` has none so near to the place of the operand before it that counts.
bool stand_near(const std::vector<NearOperand>& operands, const std::vector<PlannedClause>& clauses,
                const std::vector<Token>& tokens);

}  // namespace pilcrow
