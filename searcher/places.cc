// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/places.h"

#include <algorithm>

namespace pilcrow {
namespace {

bool is_among(const std::vector<std::string>& terms, const std::string& term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

bool is_one_of(const std::vector<PlannedWord>& sorted, const std::string& word) {
  const auto found = std::lower_bound(
      sorted.begin(), sorted.end(), word,
      [](const PlannedWord& one, const std::string& wanted) { return one.word < wanted; });
  return found != sorted.end() && found->word == word;
}

// The places of any of its clauses, in order.
std::vector<Place> places_of(const NearOperand& operand, const std::vector<PlannedClause>& clauses,
                             const std::vector<Token>& tokens) {
  std::vector<Place> places;
  for (const std::size_t clause : operand.clauses) {
    const std::vector<Place> found = places_of(clauses[clause], tokens);
    places.insert(places.end(), found.begin(), found.end());
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.begin < b.begin; });
  return places;
}

bool are_near(const Place& a, const Place& b, std::size_t distance) {
  const Place& first = a.begin < b.begin ? a : b;
  const Place& second = a.begin < b.begin ? b : a;
  return first.end <= second.begin && second.begin - first.end < distance;
}

std::size_t longest_of(const std::vector<Place>& places) {
  std::size_t longest = 0;
  for (const Place& place : places) {
    longest = std::max(longest, place.end - place.begin);
  }
  return longest;
}

// `others` are in order and of at most `longest` words.
bool is_near_any(const Place& place, const std::vector<Place>& others, std::size_t longest,
                 std::size_t distance) {
  const std::size_t first = place.begin - std::min(place.begin, distance + longest);
  auto other =
      std::lower_bound(others.begin(), others.end(), first,
                       [](const Place& one, std::size_t begin) { return one.begin < begin; });
  for (; other != others.end() && other->begin < place.end + distance; ++other) {
    if (are_near(place, *other, distance)) {
      return true;
    }
  }
  return false;
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
  const std::vector<std::string> terms = clause.kind == ClauseKind::words
                                             ? terms_standing_for(clause.words.front())
                                             : std::vector<std::string>();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (clause.kind == ClauseKind::words ? is_among(terms, tokens[i].term)
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
    const std::size_t longest = longest_of(operand.apart ? places : reached);
    if (operand.apart) {
      std::erase_if(reached, [&](const Place& place) {
        return is_near_any(place, places, longest, operand.distance);
      });
      continue;
    }
    std::erase_if(places, [&](const Place& place) {
      return !is_near_any(place, reached, longest, operand.distance);
    });
    reached = std::move(places);
  }
  return !reached.empty();
}

}  // namespace pilcrow
