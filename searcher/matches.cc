// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/matches.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/places.h"

namespace pilcrow {
namespace {

bool is_shown(const PlannedClause& clause) {
  return clause.role != ClauseRole::excluded && !clause.in_title;
}

// Single tokens, by the form of its words that a clause asks for.
class TokenMatcher {
 public:
  explicit TokenMatcher(const std::vector<PlannedClause>& clauses) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (is_shown(clauses[i])) {
        add(clauses[i], i);
      }
    }
  }

  // The clause that matches a token, or nothing.
  const std::size_t* find(const Token& token) const {
    if (const auto term = by_term_.find(token.term); term != by_term_.end()) {
      return &term->second;
    }
    const auto word = by_word_.find(token.word);
    return word == by_word_.end() ? nullptr : &word->second;
  }

 private:
  void add(const PlannedClause& clause, std::size_t index) {
    for (const PlannedWord& word : clause.words) {
      if (clause.kind == ClauseKind::prefix) {
        by_word_.emplace(word.word, index);
      } else if (clause.kind == ClauseKind::words) {
        for (const std::string& term : terms_standing_for(word)) {
          by_term_.emplace(term, index);
        }
      }
    }
  }

  std::unordered_map<std::string, std::size_t> by_term_;
  std::unordered_map<std::string, std::size_t> by_word_;
};

std::vector<Match> without_overlaps(std::vector<Match> matches) {
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::size_t end = 0;
  std::erase_if(matches, [&end](const Match& match) {
    const bool overlaps = match.span.begin < end;
    end = overlaps ? end : match.span.end;
    return overlaps;
  });
  return matches;
}

}  // namespace

std::vector<Match> find_matches(const std::vector<Token>& tokens,
                                const std::vector<PlannedClause>& clauses) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].kind == ClauseKind::phrase && is_shown(clauses[i])) {
      for (const std::size_t at : find_phrase(tokens, clauses[i].words)) {
        const Token& last = tokens[at + clauses[i].words.size() - 1];
        matches.push_back({{tokens[at].span.begin, last.span.end}, i, clauses[i].weight});
      }
    }
  }
  const TokenMatcher matcher(clauses);
  for (const Token& token : tokens) {
    if (const std::size_t* clause = matcher.find(token)) {
      matches.push_back({token.span, *clause, clauses[*clause].weight});
    }
  }
  return without_overlaps(std::move(matches));
}

}  // namespace pilcrow
