// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/places.h"

#include <algorithm>

namespace pilcrow {
namespace {

bool is_one_of(const std::vector<PlannedWord>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const PlannedWord& one) { return one.word == word; });
}

std::vector<Place> places_of(const NearOperand& operand, const std::vector<PlannedClause>& clauses,
                             const std::vector<Token>& tokens) {
  std::vector<Place> places;
  for (const std::size_t clause : operand.clauses) {
    const std::vector<Place> found = places_of(clauses[clause], tokens);
    places.insert(places.end(), found.begin(), found.end());
  }
  return places;
}

bool are_near(const Place& a, const Place& b, std::size_t distance) {
  const Place& first = a.begin < b.begin ? a : b;
  const Place& second = a.begin < b.begin ? b : a;
  return first.end <= second.begin && second.begin - first.end < distance;
}

bool is_near_any(const Place& place, const std::vector<Place>& others, std::size_t distance) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Place& other) { return are_near(place, other, distance); });
}

}  // namespace

std::vector<std::size_t> find_phrase(const std::vector<Token>& tokens,
                                     const std::vector<PlannedWord>& words) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i + words.size() <= tokens.size(); ++i) {
    std::size_t j = 0;
    while (j < words.size() && tokens[i + j].word == words[j].word) {
      ++j;
    }
    if (j == words.size()) {
      places.push_back(i);
    }
  }
  return places;
}

std::vector<Place> places_of(const PlannedClause& clause, const std::vector<Token>& tokens) {
  std::vector<Place> places;
  if (clause.kind == ClauseKind::phrase) {
    for (const std::size_t at : find_phrase(tokens, clause.words)) {
      places.push_back({at, at + clause.words.size()});
    }
    return places;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (clause.kind == ClauseKind::words ? stands_for(clause.words.front(), tokens[i])
                                         : is_one_of(clause.words, tokens[i].word)) {
      places.push_back({i, i + 1});
    }
  }
  return places;
}

bool stand_near(const std::vector<NearOperand>& operands, const std::vector<PlannedClause>& clauses,
                const std::vector<Token>& tokens) {
  std::vector<Place> reached = places_of(operands.front(), clauses, tokens);
  for (std::size_t i = 1; i < operands.size() && !reached.empty(); ++i) {
    const NearOperand& operand = operands[i];
    std::vector<Place> places = places_of(operand, clauses, tokens);
    if (operand.apart) {
      std::erase_if(reached, [&](const Place& place) {
        return is_near_any(place, places, operand.distance);
      });
      continue;
    }
    std::erase_if(
        places, [&](const Place& place) { return !is_near_any(place, reached, operand.distance); });
    reached = std::move(places);
  }
  return !reached.empty();
}

}  // namespace pilcrow
