// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analysis/folding.h"
#include "searcher/facts.h"
#include "searcher/index_search.h"
#include "searcher/phrase_completion.h"
#include "searcher/query_plan.h"
#include "store/article_facts.h"
#include "store/forward_index.h"

namespace pilcrow {
namespace {

// Each bound keeps a short beginning from taking longer than typing does.
constexpr std::size_t words_looked_at_max = 400;
constexpr std::size_t terms_looked_at_max = 20'000;
constexpr std::size_t names_looked_at_max = 1000;
constexpr std::size_t candidates_max = 16;
constexpr std::size_t title_candidates_max = 6;
constexpr std::size_t titles_looked_at = 100;
constexpr std::size_t exact_count_max = 400;
constexpr std::size_t words_with_phrases_max = 2;
constexpr std::size_t phrases_looked_at = 40;
constexpr std::size_t passages_looked_at = 16;  // For the usual form of a word.

// A word that the last one may become.
struct Proposal {
  std::vector<std::string> forms = {};
  std::vector<std::string> terms = {};
  std::size_t count = 0;  // Passages that have any of its forms.
};

bool is_more_frequent(const Proposal& a, const Proposal& b) {
  return a.count != b.count ? a.count > b.count : a.forms < b.forms;
}

bool share_any(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

void keep_best(std::vector<Proposal>& candidates, std::size_t most) {
  std::sort(candidates.begin(), candidates.end(), is_more_frequent);
  candidates.resize(std::min(candidates.size(), most));
}

class Completer {
 public:
  Completer(std::string_view typed, std::size_t limit, const IndexReader& index,
            const Analyzer& analyzer)
      : typed_(typed), limit_(limit), index_(index), analyzer_(analyzer) {
    for (const auto& [language, passages] : index_.query_languages()) {
      std::vector<Token> tokens = analyzer_.analyze(typed_, language);
      words_.resize(tokens.size());
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        words_[i].word = tokens[i].word;
        words_[i].terms.push_back(tokens[i].term);
        last_begin_ = tokens[i].span.begin;
      }
    }
  }

  std::vector<Suggestion> complete() {
    if (words_.empty()) {
      return {};
    }
    const std::string beginning = words_.back().word;
    words_.pop_back();
    std::erase_if(words_, [this](const PlannedWord& word) {
      return is_mostly_stop_word(index_, word.terms);
    });
    std::vector<Proposal> candidates = words_with(beginning);
    keep_best(candidates, candidates_max);
    add_titles(candidates, beginning);
    std::vector<Suggestion> titles = std::exchange(suggestions_, {});
    add_words(std::move(candidates));
    add_names();
    suggestions_.insert(suggestions_.end(), titles.begin(), titles.end());
    return std::move(suggestions_);
  }

 private:
  // All words that begin so, or, where there are too many, one of each of the most frequent terms.
  std::vector<Proposal> words_with(const std::string& beginning) const {
    std::vector<Proposal> candidates;
    const bool all =
        for_each_word(beginning, words_looked_at_max,
                      [&](const std::string& word, const std::vector<std::string>& terms) {
                        add(word, terms, candidates);
                      });
    return all ? candidates : words_of_terms(beginning);
  }

  // False where there are more words than `most`.
  template <typename Take>
  bool for_each_word(const std::string& beginning, std::size_t most, const Take& take) const {
    std::size_t looked_at = 0;
    index_.for_each_word(beginning, [&](const std::string& word) {
      const bool has_more = ++looked_at <= most;
      if (has_more) {
        take(word, index_.vocabulary().terms_of(word));
      }
      return has_more;
    });
    return looked_at <= most;
  }

  // Forms of one word are one candidate.
  void add(const std::string& word, const std::vector<std::string>& terms,
           std::vector<Proposal>& candidates) const {
    const auto known = std::find_if(candidates.begin(), candidates.end(), [&](const Proposal& one) {
      return share_any(one.terms, terms);
    });
    if (known != candidates.end()) {
      known->forms.push_back(word);
    } else if (!is_mostly_stop_word(index_, terms)) {
      const auto count = static_cast<std::size_t>(common_frequency(index_, terms));
      if (count > 0) {
        candidates.push_back({{word}, terms, count});
      }
    }
  }

  // The form that stands most often in some passages that have it with the words in front.
  std::string usual_form(const Proposal& candidate) const {
    std::map<WordHash, int> seen;
    const IndexMatches matches =
        matches_of(with_context(IndexQuery::any_term(candidate.terms)), passages_looked_at);
    for (const Found& found : matches.found) {
      for (const WordHash hash : index_.forward(found.document).body) {
        ++seen[hash];
      }
    }
    return *std::max_element(candidate.forms.begin(), candidate.forms.end(),
                             [&](const std::string& a, const std::string& b) {
                               return seen[word_hash(a)] < seen[word_hash(b)];
                             });
  }

  std::vector<Proposal> words_of_terms(const std::string& beginning) const {
    std::vector<Proposal> terms;
    index_.for_each_term(beginning, [&](const std::string& term, double passages) {
      terms.push_back({{term}, {term}, static_cast<std::size_t>(passages)});
      return terms.size() < terms_looked_at_max;
    });
    keep_best(terms, candidates_max);
    std::vector<Proposal> candidates;
    for (const Proposal& term : terms) {
      add_word_of(term.terms.front(), beginning, candidates);
    }
    return candidates;
  }

  // A stem may end otherwise than its words: "happi" is that of "happy".
  void add_word_of(const std::string& stem, const std::string& beginning,
                   std::vector<Proposal>& candidates) const {
    constexpr std::size_t words_of_stem_max = 32;
    for (const std::size_t dropped : {0U, 1U}) {
      if (stem.size() < beginning.size() + dropped) {
        return;
      }
      bool found = false;
      for_each_word(stem.substr(0, stem.size() - dropped), words_of_stem_max,
                    [&](const std::string& word, const std::vector<std::string>& known) {
                      if (std::find(known.begin(), known.end(), stem) != known.end()) {
                        add(word, known, candidates);
                        found = true;
                      }
                    });
      if (found) {
        return;
      }
    }
  }

  // Passages with the words in front, and something else.
  IndexQuery with_context(const IndexQuery& query) const {
    std::vector<IndexQuery> parts = {query};
    for (const PlannedWord& word : words_) {
      parts.push_back(IndexQuery::any_term(word.terms));
    }
    return {Xapian::Query::OP_AND, parts};
  }

  // The first matches, unranked, and how many there are at least.
  IndexMatches matches_of(const IndexQuery& query, std::size_t looked_at) const {
    return search(index_, {.query = query, .ranks = false, .wanted = looked_at});
  }

  // With words in front, what counts is how often the word stands with them.
  void add_words(std::vector<Proposal> candidates) {
    for (Proposal& one : candidates) {
      if (!words_.empty()) {
        one.count =
            matches_of(with_context(IndexQuery::any_term(one.terms)), exact_count_max).count.lower;
      }
    }
    std::erase_if(candidates, [](const Proposal& one) { return one.count == 0; });
    keep_best(candidates, limit_);
    std::vector<Suggestion> phrases;
    for (const Proposal& one : candidates) {
      const std::string form = usual_form(one);
      const std::string query = typed_.substr(0, last_begin_) + form;
      suggestions_.push_back({query, SuggestionKind::word, one.count});
      if (suggestions_.size() <= words_with_phrases_max) {
        add_phrases(one, form, query, phrases);
      }
    }
    phrases.resize(std::min(phrases.size(), limit_));
    suggestions_.insert(suggestions_.end(), phrases.begin(), phrases.end());
  }

  void add_phrases(const Proposal& word, const std::string& form, const std::string& query,
                   std::vector<Suggestion>& phrases) const {
    const IndexMatches passages =
        matches_of(with_context(IndexQuery::any_term(word.terms)), phrases_looked_at);
    for (const FrequentPhrase& phrase : frequent_phrases(form, passages.found, index_, analyzer_)) {
      phrases.push_back({query + ' ' + phrase.rest, SuggestionKind::phrase, phrase.passages});
    }
  }

  IndexQuery ranked(const std::vector<std::string>& terms) const {
    std::vector<IndexQuery> parts;
    for (const std::string& term : terms) {
      parts.push_back(IndexQuery::term(term, idf(index_.passages(), index_.term_frequency(term))));
    }
    return {Xapian::Query::OP_OR, parts};
  }

  // Titles rank high among the passages that have their words.
  void add_titles(const std::vector<Proposal>& candidates, const std::string& beginning) {
    std::set<std::string> terms;
    for (std::size_t i = 0; i < std::min(candidates.size(), title_candidates_max); ++i) {
      terms.insert(candidates[i].terms.begin(), candidates[i].terms.end());
    }
    std::vector<IndexQuery> parts = {ranked({terms.begin(), terms.end()})};
    for (const PlannedWord& word : words_) {
      parts.push_back(ranked(word.terms));
    }
    const IndexMatches found =
        search(index_, {.query = {Xapian::Query::OP_AND, parts}, .wanted = titles_looked_at});
    std::vector<std::string> others;
    std::set<std::string> seen;
    for (const Found& passage : found.found) {
      const std::string key = index_.document(passage.document).get_value(article_slot);
      const auto article =
          index_.find_article(part_of(passage.document), ArticleKey::of_value(key));
      if (!article || !is_title_of(*article, beginning) || !seen.insert(article->title).second) {
        continue;
      }
      fact_folded(article->title).starts_with(fact_folded(typed_))
          ? add_title(article->title)
          : others.push_back(article->title);
    }
    std::for_each(others.begin(), others.end(),
                  [this](const std::string& title) { add_title(title); });
  }

  void add_title(const std::string& title) {
    if (suggestions_.size() < limit_) {
      suggestions_.push_back({title, SuggestionKind::title, 1});
    }
  }

  // Whether a title has all words that were typed and one that begins like the last.
  bool is_title_of(const ArticleRecord& article, const std::string& beginning) const {
    const std::vector<Token> tokens = analyzer_.analyze(article.title, article.language);
    const auto has = [&](const auto& is_it) {
      return std::any_of(tokens.begin(), tokens.end(), is_it);
    };
    return has([&](const Token& token) { return token.word.starts_with(beginning); }) &&
           std::all_of(words_.begin(), words_.end(), [&](const PlannedWord& word) {
             return has([&](const Token& token) { return token.word == word.word; });
           });
  }

  // Authors and sections whose names begin with all that was typed.
  void add_names() {
    std::vector<Proposal> names;
    for (const char* fact : {"author", "section"}) {
      const std::string prefix = fact_term(fact, fact_folded(typed_));
      std::size_t looked_at = 0;
      index_.for_each_term(prefix, [&](const std::string& term, double articles) {
        names.push_back({{term}, {fact}, static_cast<std::size_t>(articles)});
        return ++looked_at < names_looked_at_max;
      });
    }
    keep_best(names, limit_);
    for (const Proposal& name : names) {
      const std::string& term = name.forms.front();
      if (const std::optional<DocumentId> first = index_.first_with(term)) {
        const auto key = ArticleKey::of_value(index_.document(*first).get_value(article_slot));
        suggestions_.push_back(
            {spelled_fact(index_, part_of(*first), key, name.terms.front(), term),
             SuggestionKind::name, name.count});
      }
    }
  }

  const std::string typed_;
  const std::size_t limit_;
  const IndexReader& index_;
  const Analyzer& analyzer_;
  std::vector<PlannedWord> words_;  // In the end without the last.
  std::size_t last_begin_ = 0;      // Of the last word.
  std::vector<Suggestion> suggestions_;
};

}  // namespace

std::vector<Suggestion> complete(std::string_view typed, std::size_t limit,
                                 const IndexReader& index, const Analyzer& analyzer) {
  return Completer(typed, limit, index, analyzer).complete();
}

}  // namespace pilcrow
