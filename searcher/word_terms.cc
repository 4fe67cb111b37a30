// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_terms.h"

#include <algorithm>
#include <utility>

#include "analysis/function_words.h"
#include "analysis/language_defaults.h"
#include "analysis/token_sink.h"
#include "searcher/remembered.h"

namespace pilcrow {
namespace {

// Question and function words of a query tell little (docs/ranking.md has what this gains).
constexpr double function_word_factor = 0.25;

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
         index.term_frequency(term) <= language_passages;
}

// Takes one word in one language after another.
class WordPlanner : public TokenSink {
 public:
  explicit WordPlanner(const IndexReader& index) : index_(index) {}

  void begin(const std::string& language, double passages) {
    language_ = &language;
    passages_ = passages;
    keeps_diacritics_ = language_defaults(language).keeps_diacritics;
  }

  void token(const TokenView& token) override {
    word_.word = token.word;
    const std::string term(token.term);
    if (is_plausible(term, passages_, index_)) {
      add_distinct(word_.terms, term);
      const std::string& form = keeps_diacritics_ ? term : word_.word;
      word_.factor = is_function_word(form, *language_) ? function_word_factor : word_.factor;
    }
  }

  std::vector<PlannedWord> take() {
    if (word_.word.empty()) {
      return {};
    }
    word_.frequency = common_frequency(index_, word_.terms);
    word_.is_stop_word = is_mostly_stop_word(index_, word_.terms);
    return {std::move(word_)};
  }

 private:
  const IndexReader& index_;
  const std::string* language_ = nullptr;
  double passages_ = 0;
  bool keeps_diacritics_ = false;
  PlannedWord word_;
};

// One word, or none where nothing is left of what was written.
std::vector<PlannedWord> find_word(std::string_view written, const IndexReader& index,
                                   const Analyzer& analyzer) {
  const std::vector<Span> whole = {{0, written.size()}};
  WordPlanner planner(index);
  for (const auto& [language, passages] : index.query_languages()) {
    planner.begin(language, passages);
    AnalyzerAccess::analyze_words(analyzer, written, whole, language, planner);
  }
  return planner.take();
}

}  // namespace

// Segmentation and folding do not depend on the language, stems do.
std::vector<PlannedWord> plan_words(std::string_view text, const IndexReader& index,
                                    const Analyzer& analyzer) {
  constexpr std::size_t remembered_max = 4096;
  constexpr std::size_t remembered_bytes_max = 64;
  std::vector<PlannedWord> words;
  const auto add = [&](const std::vector<PlannedWord>& found) {
    words.insert(words.end(), found.begin(), found.end());
  };
  for (const Span& span : AnalyzerAccess::find_words(analyzer, text)) {
    const std::string_view written = text.substr(span.begin, span.size());
    const auto find = [&] { return find_word(written, index, analyzer); };
    if (written.size() > remembered_bytes_max) {
      add(find());
    } else {
      add(remembered(index.memory().words, std::string(written), remembered_max, find));
    }
  }
  return words;
}

std::vector<std::string> terms_standing_for(const PlannedWord& word) {
  std::vector<std::string> terms = word.terms;
  for (const SharedVariant& variant : word.variants) {
    for (const std::vector<std::string>& part : variant->terms) {
      terms.insert(terms.end(), part.begin(), part.end());
    }
  }
  for (const LookAlikeTerm& other : word.look_alikes) {
    terms.push_back(other.term);
  }
  return terms;
}

namespace {

// The rarest word of a variant counts, beside the others.
RankedTerms ranked_variant(const PlannedWord& word, const WordVariant& variant,
                           const IndexReader& index, const std::set<ParagraphKind>& kinds) {
  std::vector<std::vector<std::string>> parts = variant.terms;
  const auto rarest =
      std::min_element(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
        return common_frequency(index, a) < common_frequency(index, b);
      });
  std::swap(parts.front(), *rarest);
  std::string name = word.word + " ~ ";
  for (const std::string& each : variant.words) {
    name.append(&each == variant.words.data() ? "" : " ").append(each);
  }
  RankedTerms ranked = ranked_terms(index, name + ", " + variant.why, parts.front(), kinds);
  ranked.factor = variant.weight;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    ranked.beside.push_back(ranked_terms(index, "", parts[i], kinds).terms);
  }
  return ranked;
}

// The idf that words share which look like one that the index hardly has.
double look_alike_idf(const PlannedWord& word, const IndexReader& index) {
  double frequency = 0;
  for (const LookAlikeTerm& other : word.look_alikes) {
    frequency += other.coverage * index.term_frequency(other.term);
  }
  return idf(index.passages(), std::min(frequency, index.passages()));
}

std::vector<RankedTerms> ranked_look_alikes(const PlannedWord& word, const IndexReader& index,
                                            const std::set<ParagraphKind>& kinds) {
  constexpr double share = 0.5;
  const double common_idf = look_alike_idf(word, index);
  std::vector<RankedTerms> all;
  for (const LookAlikeTerm& other : word.look_alikes) {
    RankedTerms ranked =
        ranked_terms(index, word.word + " ~ " + other.term + ", looks alike", {other.term}, kinds);
    ranked.idf = common_idf;
    ranked.factor = share * other.coverage;
    all.push_back(std::move(ranked));
  }
  return all;
}

}  // namespace

PlannedTerms plan_word(const PlannedWord& word, const IndexReader& index,
                       const std::set<ParagraphKind>& kinds, double boost) {
  PlannedTerms planned;
  RankedTerms own = ranked_terms(index, word.word, word.terms, word.frequency, kinds);
  own.forms = word.forms;
  own.place = word.place;
  if (!word.look_alikes.empty() && word.frequency == 0) {
    own.idf = look_alike_idf(word, index);  // A word that is nowhere has none of its own.
  }
  planned.ranked.push_back(std::move(own));
  for (const SharedVariant& variant : word.variants) {
    planned.ranked.push_back(ranked_variant(word, *variant, index, kinds));
  }
  for (RankedTerms& other : ranked_look_alikes(word, index, kinds)) {
    planned.ranked.push_back(std::move(other));
  }
  std::vector<IndexQuery> parts;
  for (RankedTerms& ranked : planned.ranked) {
    ranked.factor *= word.factor * boost;
    parts.push_back(any_of(ranked));
  }
  planned.query = IndexQuery(Xapian::Query::OP_OR, parts);
  return planned;
}

PlannedTerms plan_terms(const std::string& name, const std::vector<std::string>& terms,
                        const IndexReader& index, const std::set<ParagraphKind>& kinds,
                        double boost) {
  RankedTerms ranked = ranked_terms(index, name, terms, kinds);
  ranked.factor = boost;
  IndexQuery query = any_of(ranked);
  return {std::move(query), {std::move(ranked)}};
}

}  // namespace pilcrow
