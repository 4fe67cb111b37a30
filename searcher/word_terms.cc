// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_terms.h"

#include <algorithm>
#include <utility>

namespace pilcrow {
namespace {

void add_distinct(std::vector<std::string>& terms, const std::string& term) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
    terms.push_back(term);
  }
}

// A term that more passages hold than a rare language has is the stem of another word in another
// language.
bool is_plausible(const std::string& term, double language_passages, const IndexReader& index) {
  constexpr double rare_share = 0.1;
  return language_passages >= rare_share * index.passages() ||
         index.database().get_termfreq(term) <= language_passages;
}

}  // namespace

// Segmentation and folding do not depend on the language, stems do.
std::vector<PlannedWord> plan_words(std::string_view text, const IndexReader& index,
                                    const Analyzer& analyzer) {
  std::vector<PlannedWord> words;
  for (const auto& [language, passages] : index.stem_languages()) {
    const std::vector<Token> tokens = analyzer.analyze(text, language);
    words.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      words[i].word = tokens[i].word;
      if (is_plausible(tokens[i].term, passages, index)) {
        add_distinct(words[i].terms, tokens[i].term);
      }
    }
  }
  return words;
}

PlannedTerms plan_terms(const std::string& name, const std::vector<std::string>& terms,
                        const IndexReader& index, const std::set<ParagraphKind>& kinds,
                        double boost) {
  RankedTerms ranked = ranked_terms(index, name, terms, kinds);
  ranked.idf *= boost;
  Xapian::Query query = any_of(index, ranked);
  return {std::move(query), std::move(ranked)};
}

std::vector<std::string> split_terms(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace pilcrow
