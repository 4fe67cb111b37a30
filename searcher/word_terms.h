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
#include "searcher/ranking.h"

namespace pilcrow {

struct PlannedWord {
  std::string word = {};                // Folded.
  std::vector<std::string> terms = {};  // Its stems in the languages of the index.
};

// One word for each token of `text`, with its terms in all languages of the index.
std::vector<PlannedWord> plan_words(std::string_view text, const IndexReader& index,
                                    const Analyzer& analyzer);

// The part of some terms, which are found together under one name, in the ranking.
struct PlannedTerms {
  Xapian::Query query = {};  // Finds every passage of these kinds that holds one of them.
  RankedTerms ranked = {};
};

// `boost` multiplies the score.
PlannedTerms plan_terms(const std::string& name, const std::vector<std::string>& terms,
                        const IndexReader& index, const std::set<ParagraphKind>& kinds,
                        double boost = 1);

// The terms of a word, as the index's word list has them: separated by spaces.
std::vector<std::string> split_terms(const std::string& text);

}  // namespace pilcrow
