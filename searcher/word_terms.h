// SPDX-License-Identifier: GPL-2.0-or-later
// One word of a query: which terms of the index stand for it, and how they rank.
#pragma once

#include <xapian.h>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/analyzer.h"
#include "pilcrow/article.h"
#include "searcher/index_reader.h"
#include "searcher/planned_word.h"
#include "searcher/ranking.h"

namespace pilcrow {

// All terms by which a passage is found for a word: its own, and those of what stands for it.
std::vector<std::string> terms_standing_for(const PlannedWord& word);

// One word for each token of `text`, with its terms in all languages of the index.  Short texts are
// remembered.
std::vector<PlannedWord> plan_words(std::string_view text, const IndexReader& index,
                                    const Analyzer& analyzer);

// What finds passages of some kinds, and its parts in the ranking.
struct PlannedTerms {
  IndexQuery query = {};
  std::vector<RankedTerms> ranked = {};
};

// Every passage that holds the word, or something that stands for it.  `boost` multiplies the
// score.
PlannedTerms plan_word(const PlannedWord& word, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds, double boost = 1);

// Every passage that holds one of some terms, which are found together under one name.
PlannedTerms plan_terms(const std::string& name, const std::vector<std::string>& terms,
                        const IndexReader& index, const std::set<ParagraphKind>& kinds,
                        double boost = 1);

}  // namespace pilcrow
