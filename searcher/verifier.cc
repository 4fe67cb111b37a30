// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verifier.h"

#include <algorithm>
#include <optional>

#include "analysis/token_sink.h"
#include "searcher/fact_match.h"
#include "searcher/remembered.h"

namespace pilcrow {
namespace {

// Titles and facts are looked up once an article; the bound keeps a broad query from holding them
// all.
constexpr std::size_t titles_max = 10'000;
constexpr std::size_t facts_max = 1'000'000;

// Whether words follow each other in a text, without keeping its words.
class PhraseFinder : public TokenSink {
 public:
  explicit PhraseFinder(const std::vector<PlannedWord>& words)
      : words_(words), reached_(words.size()) {}

  void token(const TokenView& token) override {
    for (std::size_t i = words_.size(); i-- > 0;) {
      reached_[i] = (i == 0 || reached_[i - 1]) && token.word == words_[i].word;
    }
    found_ |= reached_.back();
  }
  bool found() const { return found_; }

 private:
  const std::vector<PlannedWord>& words_;
  std::vector<bool> reached_;  // The last words are the first of the phrase, up to this one.
  bool found_ = false;
};

}  // namespace

// A passage, of which nothing is read before it is needed.
class Candidate {
 public:
  Candidate(const Xapian::Document& document, std::size_t part, const IndexPart& index,
            const Analyzer& analyzer)
      : document_(document),
        part_(part),
        index_(index),
        analyzer_(analyzer),
        forward_(view_forward_index(index.value(document, forward_slot))) {}

  std::size_t part() const { return part_; }
  ArticleKey article() const { return ArticleKey::of_value(index_.value(document_, article_slot)); }
  const ForwardView& forward() const { return forward_; }
  bool text_is_read() const { return text_is_read_; }
  const PassageRecord& passage() const { return passage_; }
  const std::vector<Token>& tokens() const {
    if (!tokens_) {
      tokens_ = analyzer_.analyze(passage_.text, passage_.language);
    }
    return *tokens_;
  }
  bool holds_phrase(const std::vector<PlannedWord>& words) const {
    PhraseFinder finder(words);
    AnalyzerAccess::analyze(analyzer_, passage_.text, passage_.language, finder);
    return finder.found();
  }

  bool has_any(const std::vector<std::string>& terms) const {
    return std::any_of(terms.begin(), terms.end(), [this](const std::string& term) {
      auto found = document_.termlist_begin();
      found.skip_to(term);
      return found != document_.termlist_end() && *found == term;
    });
  }

  bool holds(const RankedTerms& ranked) const {
    return has_any(ranked.terms) &&
           std::all_of(ranked.beside.begin(), ranked.beside.end(),
                       [this](const auto& terms) { return has_any(terms); });
  }

  void read_text() {
    passage_ = decode_passage(index_.data(document_));
    text_is_read_ = true;
  }

 private:
  const Xapian::Document& document_;
  const std::size_t part_;
  const IndexPart& index_;
  const Analyzer& analyzer_;
  const ForwardView forward_;
  bool text_is_read_ = false;
  PassageRecord passage_;
  mutable std::optional<std::vector<Token>> tokens_;  // Of the text, once they are needed.
};

Verifier::Verifier(const QueryPlan& plan, const IndexReader& index, const Analyzer& analyzer,
                   DocumentId left_out)
    : plan_(plan),
      index_(index),
      analyzer_(analyzer),
      left_out_(left_out),
      known_(index.parts().size()) {
  for (const PlannedClause& clause : plan.clauses) {
    Hashes hashes;
    for (const PlannedWord& word : clause.words) {
      hashes.words.push_back(word_hash(word.word));
      hashes.any.insert(hashes.words.back());
      append_word(hashes.codes, hashes.words.back());
    }
    hashes.are_exact = std::all_of(hashes.words.begin(), hashes.words.end(), is_exact);
    hashes_.push_back(std::move(hashes));
  }
}

bool Verifier::is_needed() const {
  return !plan_.exact || left_out_ != 0;
}

const Analyzer& Verifier::analyzer_of(std::size_t part) const {
  return part == 0 ? analyzer_ : index_.parts()[part].analyzer();
}

bool Verifier::accepts(const Xapian::Document& document, std::size_t part) const {
  if (left_out_ != 0 && document_id(part, document.get_docid()) == left_out_) {
    return false;
  }
  if (plan_.exact) {
    return true;
  }
  Candidate candidate(document, part, index_.parts()[part], analyzer_of(part));
  Truth truth = judge(plan_.root, candidate);
  if (truth == Truth::unknown) {
    candidate.read_text();
    truth = judge(plan_.root, candidate);
  }
  return truth == Truth::yes;
}

Verifier::Truth Verifier::judge(const PlanNode& node, const Candidate& candidate) const {
  const auto known = [](bool truth) { return truth ? Truth::yes : Truth::no; };
  switch (node.kind) {
    case PlanNode::Kind::clause:
      return judge_clause(node.clauses.front(), candidate);
    case PlanNode::Kind::window:
      return judge_window(node, candidate);
    case PlanNode::Kind::near:
      return judge_near(node, candidate);
    case PlanNode::Kind::fact:
      return known(has_fact(node, candidate));
    case PlanNode::Kind::articles:
      return known(node.articles->contains(candidate.article().hash));
    case PlanNode::Kind::group:
      return judge_group(node, candidate);
  }
  return Truth::no;
}

Verifier::Truth Verifier::judge_group(const PlanNode& node, const Candidate& candidate) const {
  bool all_known = true;
  std::size_t matching = 0;
  std::size_t possible = 0;
  for (const PlanNode& member : node.members) {
    if (member.settled || (member.role == ClauseRole::optional && matching >= node.needed)) {
      continue;
    }
    const Truth truth = judge(member, candidate);
    if (member.role == ClauseRole::optional) {
      matching += truth == Truth::yes ? 1 : 0;
      possible += truth == Truth::unknown ? 1 : 0;
    } else if (truth == (member.role == ClauseRole::required ? Truth::no : Truth::yes)) {
      return Truth::no;
    } else {
      all_known &= truth != Truth::unknown;
    }
  }
  if (matching + possible < node.needed) {
    return Truth::no;
  }
  return all_known && matching >= node.needed ? Truth::yes : Truth::unknown;
}

// Whether the passage or its title, or the title alone, holds something.  Furniture does not stand
// under the title for this.
template <typename Holds>
bool Verifier::any_part(bool in_title, const Candidate& candidate, const Holds& holds) const {
  return (!in_title && holds(candidate.tokens())) || title_has(in_title, candidate, holds);
}

template <typename Holds>
bool Verifier::title_has(bool in_title, const Candidate& candidate, const Holds& holds) const {
  const bool has_title = in_title || !candidate.forward().title.empty();
  return has_title && holds(title_tokens(candidate));
}

Verifier::Truth Verifier::judge_clause(std::size_t index, const Candidate& candidate) const {
  const PlannedClause& clause = plan_.clauses[index];
  if (clause.kind == ClauseKind::words && !clause.in_title) {
    const bool found =
        std::any_of(clause.ranked.begin(), clause.ranked.end(),
                    [&](const RankedTerms& ranked) { return candidate.holds(ranked); });
    return found ? Truth::yes : Truth::no;
  }
  const ForwardView& forward = candidate.forward();
  const bool may = clause.in_title
                       ? forward.title.empty() || may_hold(index, forward.title)
                       : may_hold(index, forward.body) || may_hold(index, forward.title);
  if (!may) {
    return Truth::no;
  }
  if (clause.kind == ClauseKind::phrase && hashes_[index].are_exact && !clause.in_title) {
    return Truth::yes;
  }
  if (!candidate.text_is_read()) {
    return Truth::unknown;
  }
  const auto has_place = [&](const std::vector<Token>& tokens) {
    return !places_of(clause, tokens).empty();
  };
  const bool found =
      clause.kind == ClauseKind::phrase && !clause.in_title
          ? (may_hold(index, forward.body) && candidate.holds_phrase(clause.words)) ||
                (may_hold(index, forward.title) && title_has(false, candidate, has_place))
          : any_part(clause.in_title, candidate, has_place);
  return found ? Truth::yes : Truth::no;
}

bool Verifier::may_hold(std::size_t index, std::string_view codes) const {
  const Hashes& hashes = hashes_[index];
  switch (plan_.clauses[index].kind) {
    case ClauseKind::words:
      return true;  // Hashes are of whole words.
    case ClauseKind::phrase:
      return holds_words(codes, hashes.codes);
    case ClauseKind::prefix: {
      const std::vector<WordHash> words = decode_words(codes);
      return std::any_of(words.begin(), words.end(),
                         [&](WordHash hash) { return hashes.any.contains(hash); });
    }
  }
  return true;
}

Verifier::Truth Verifier::judge_window(const PlanNode& node, const Candidate& candidate) const {
  const bool in_title = plan_.clauses[node.clauses.front()].in_title;
  if (candidate.text_is_read()) {
    const bool found = any_part(in_title, candidate, [&](const std::vector<Token>& tokens) {
      return has_window_in(node, tokens);
    });
    return found ? Truth::yes : Truth::no;
  }
  const ForwardView& forward = candidate.forward();
  const bool may =
      in_title ? forward.title.empty() || may_have_window(node, forward.title)
               : may_have_window(node, forward.body) || may_have_window(node, forward.title);
  return may ? Truth::unknown : Truth::no;
}

bool Verifier::may_have_window(const PlanNode& node, std::string_view codes) const {
  std::vector<WordHash> wanted;
  for (const std::size_t clause : node.clauses) {
    wanted.push_back(hashes_[clause].words.front());
  }
  return has_window(decode_words(codes), wanted, node.distance);
}

bool Verifier::has_window_in(const PlanNode& node, const std::vector<Token>& tokens) const {
  std::vector<std::string_view> wanted;
  for (const std::size_t clause : node.clauses) {
    wanted.emplace_back(plan_.clauses[clause].words.front().word);
  }
  std::vector<std::string_view> words;
  for (const Token& token : tokens) {
    words.emplace_back(token.word);
  }
  return has_window(words, wanted, node.distance);
}

Verifier::Truth Verifier::judge_near(const PlanNode& node, const Candidate& candidate) const {
  const bool in_title = plan_.clauses[node.operands.front().clauses.front()].in_title;
  if (candidate.text_is_read()) {
    const bool found = any_part(in_title, candidate, [&](const std::vector<Token>& tokens) {
      return stand_near(node.operands, plan_.clauses, tokens);
    });
    return found ? Truth::yes : Truth::no;
  }
  const bool may =
      std::all_of(node.operands.begin(), node.operands.end(), [&](const NearOperand& operand) {
        return operand.apart ||
               std::any_of(operand.clauses.begin(), operand.clauses.end(), [&](std::size_t clause) {
                 return judge_clause(clause, candidate) != Truth::no;
               });
      });
  return may ? Truth::unknown : Truth::no;
}

bool Verifier::has_fact(const PlanNode& node, const Candidate& candidate) const {
  const ArticleKey key = candidate.article();
  auto& known = known_[candidate.part()].facts[&node];
  if (const auto found = known.find(key.hash); found != known.end()) {
    return found->second;
  }
  if (known.size() >= facts_max) {
    known.clear();
  }
  const std::optional<ArticleRecord> article = index_.find_article(candidate.part(), key);
  return known[key.hash] = article && pilcrow::has_fact(*article, node.field, node.value,
                                                        analyzer_of(candidate.part()));
}

const std::vector<Token>& Verifier::title_tokens(const Candidate& candidate) const {
  const ArticleKey key = candidate.article();
  return remembered(known_[candidate.part()].titles, key.hash, titles_max, [&] {
    const auto article = index_.find_article(candidate.part(), key);
    return analyzer_of(candidate.part())
        .analyze(article ? article->title : "", candidate.passage().language);
  });
}

}  // namespace pilcrow
