// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/phrase_completion.h"

#include <algorithm>
#include <map>
#include <set>

namespace pilcrow {
namespace {

constexpr std::size_t phrase_passages_min = 3;
constexpr std::size_t stop_words_max = 2;  // "bank of the north".

// What follows the word at a place; empty where nothing does that tells something.
std::string rest_after(const std::vector<Token>& tokens, std::size_t at) {
  std::string rest;
  for (std::size_t i = at + 1; i < tokens.size() && i <= at + 1 + stop_words_max; ++i) {
    rest.append(rest.empty() ? "" : " ").append(tokens[i].word);
    if (!tokens[i].stop_word) {
      return rest;
    }
  }
  return "";
}

}  // namespace

std::vector<FrequentPhrase> frequent_phrases(const std::string& word,
                                             const std::vector<Found>& passages,
                                             const IndexReader& index, const Analyzer& analyzer) {
  std::map<std::string, std::size_t> counts;
  for (const Found& found : passages) {
    const PassageRecord passage = index.passage(found.document);
    const std::vector<Token> tokens = analyzer.analyze(passage.text, passage.language);
    std::set<std::string> seen;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].word == word) {
        seen.insert(rest_after(tokens, at));
      }
    }
    for (const std::string& rest : seen) {
      counts[rest] += rest.empty() ? 0 : 1;
    }
  }
  std::vector<FrequentPhrase> phrases;
  for (const auto& [rest, count] : counts) {
    if (count >= phrase_passages_min) {
      phrases.push_back({rest, count});
    }
  }
  std::stable_sort(
      phrases.begin(), phrases.end(),
      [](const FrequentPhrase& a, const FrequentPhrase& b) { return a.passages > b.passages; });
  return phrases;
}

}  // namespace pilcrow
