// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verifier.h"

#include <algorithm>

namespace pilcrow {
namespace {

// Titles are looked up once an article; the bound keeps a broad query from holding them all.
constexpr std::size_t titles_max = 10'000;

bool is_in(const std::vector<std::string>& terms, const std::string& term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
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

Verifier::Verifier(const QueryPlan& plan, const IndexReader& index, const Analyzer& analyzer,
                   Xapian::docid left_out)
    : plan_(plan), index_(index), analyzer_(analyzer), left_out_(left_out) {
  requires_any_ = true;
  for (const PlannedClause& clause : plan.clauses) {
    requires_any_ &= clause.role != ClauseRole::required;
    Hashes hashes;
    for (const PlannedWord& word : clause.words) {
      hashes.phrase.push_back(word_hash(word.word));
      hashes.any.insert(hashes.phrase.back());
    }
    hashes_.push_back(std::move(hashes));
  }
}

bool Verifier::is_needed() const {
  return !plan_.exact || left_out_ != 0;
}

bool Verifier::operator()(const Xapian::Document& document) const {
  if (left_out_ != 0 && document.get_docid() == left_out_) {
    return false;
  }
  if (plan_.exact) {
    return true;
  }
  const std::string forward = document.get_value(forward_slot);
  return may_match(decode_forward_index(forward)) && matches(decode_passage(document.get_data()));
}

bool Verifier::may_match(const ForwardIndex& forward) const {
  for (std::size_t i = 0; i < plan_.clauses.size(); ++i) {
    if (plan_.clauses[i].role == ClauseRole::required && !may_hold(i, forward)) {
      return false;
    }
  }
  return true;
}

bool Verifier::may_hold(std::size_t index, const ForwardIndex& forward) const {
  const PlannedClause& clause = plan_.clauses[index];
  const Hashes& hashes = hashes_[index];
  const auto holds = [&](const std::vector<WordHash>& words) {
    switch (clause.kind) {
      case ClauseKind::words:
        return true;  // Its stem was matched; hashes are of whole words.
      case ClauseKind::phrase:
        return std::search(words.begin(), words.end(), hashes.phrase.begin(),
                           hashes.phrase.end()) != words.end();
      case ClauseKind::prefix:
        return std::any_of(words.begin(), words.end(),
                           [&](WordHash hash) { return hashes.any.contains(hash); });
    }
    return true;
  };
  return (!clause.in_title && holds(forward.body)) || holds(forward.title);
}

bool Verifier::matches(const PassageRecord& passage) const {
  const std::vector<Token> body = analyzer_.analyze(passage.text, passage.language);
  const std::vector<Token>& title = title_tokens(passage);
  bool any = false;
  for (const PlannedClause& clause : plan_.clauses) {
    const bool found = (!clause.in_title && holds(clause, body)) || holds(clause, title);
    if (clause.role == ClauseRole::optional) {
      any |= found;
    } else if (found != (clause.role == ClauseRole::required)) {
      return false;
    }
  }
  return any || !requires_any_;
}

bool Verifier::holds(const PlannedClause& clause, const std::vector<Token>& tokens) const {
  switch (clause.kind) {
    case ClauseKind::phrase:
      return !find_phrase(tokens, clause.words).empty();
    case ClauseKind::words:
      return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return is_in(clause.words.front().terms, token.term);
      });
    case ClauseKind::prefix:
      return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return std::any_of(clause.words.begin(), clause.words.end(),
                           [&](const PlannedWord& word) { return word.word == token.word; });
      });
  }
  return false;
}

const std::vector<Token>& Verifier::title_tokens(const PassageRecord& passage) const {
  const auto known = titles_.find(passage.article.hash);
  if (known != titles_.end()) {
    return known->second;
  }
  if (titles_.size() >= titles_max) {
    titles_.clear();
  }
  const std::optional<ArticleRecord> article = index_.find_article(passage.article);
  return titles_[passage.article.hash] =
             analyzer_.analyze(article ? article->title : "", passage.language);
}

}  // namespace pilcrow
