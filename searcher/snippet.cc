// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <unordered_map>

#include "analysis/sentences.h"
#include "searcher/verifier.h"

namespace pilcrow {
namespace {

// A second occurrence of the same clause tells little that the first does not.
constexpr double repetition_value = 0.1;
// Whole sentences read better, so they may tell a little less than the best window.
constexpr double sentences_value_min = 0.8;
// A text this much longer than asked for is not worth cutting.
constexpr double whole_text_ratio = 1.25;

struct Window {
  Span span;
  double value = 0;
};

double value_of(const Span& span, const std::vector<Match>& matches,
                const std::vector<PlannedClause>& clauses) {
  std::vector<bool> seen(clauses.size());
  double value = 0;
  for (const Match& match : matches) {
    if (match.span.begin >= span.begin && match.span.end <= span.end) {
      value += clauses[match.clause].weight * (seen[match.clause] ? repetition_value : 1);
      seen[match.clause] = true;
    }
  }
  return value;
}

// Without the white space at both ends.
Span trimmed(std::string_view text, Span span) {
  const auto is_space = [&](std::size_t at) {
    return text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r');
  };
  while (span.begin < span.end && is_space(span.begin)) {
    ++span.begin;
  }
  while (span.begin < span.end && is_space(span.end - 1)) {
    --span.end;
  }
  return span;
}

// The run of whole sentences within `bytes` that tells most; the first of equals.
Window best_sentences(std::string_view text, const std::vector<Match>& matches,
                      const std::vector<PlannedClause>& clauses, std::size_t bytes) {
  const std::vector<Span> sentences = sentence_spans(text);
  Window best;
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    for (std::size_t last = first; last < sentences.size(); ++last) {
      const Span span = trimmed(text, {sentences[first].begin, sentences[last].end});
      if (span.size() > bytes) {
        break;
      }
      const double value = value_of(span, matches, clauses);
      // More text around the same matches reads better.
      const bool extends = value == best.value && span.begin == best.span.begin && value > 0;
      if (value > best.value || extends) {
        best = {span, value};
      }
    }
  }
  return best;
}

// The window of whole words that begins at a match and tells most, its matches in the middle.
Window best_words(std::string_view text, const std::vector<Token>& tokens,
                  const std::vector<Match>& matches, const std::vector<PlannedClause>& clauses,
                  std::size_t bytes) {
  Window best;
  for (const Match& first : matches) {
    Span core = first.span;
    for (const Match& match : matches) {
      if (match.span.begin >= core.begin && match.span.end <= first.span.begin + bytes) {
        core.end = std::max(core.end, match.span.end);
      }
    }
    const double value = value_of(core, matches, clauses);
    if (value > best.value) {
      best = {core, value};
    }
  }
  const std::size_t room = bytes > best.span.size() ? (bytes - best.span.size()) / 2 : 0;
  const std::size_t begin = best.span.begin > room ? best.span.begin - room : 0;
  const std::size_t end = std::min(text.size(), std::max(best.span.end, begin + bytes));
  Span span = best.span;
  for (const Token& token : tokens) {
    if (token.span.begin >= begin && token.span.end <= end) {
      span = {std::min(span.begin, token.span.begin), std::max(span.end, token.span.end)};
    }
  }
  // The punctuation after the last word of the text belongs to it.
  const bool at_end = tokens.empty() || span.end == tokens.back().span.end;
  best.span = at_end && text.size() - span.end <= 8 ? Span{span.begin, text.size()} : span;
  return best;
}

// The beginning, up to a word's end, where nothing matches in the text itself.
Span beginning(const std::vector<Token>& tokens, std::size_t bytes) {
  Span span;
  for (const Token& token : tokens) {
    if (token.span.end > bytes) {
      break;
    }
    span.end = token.span.end;
  }
  return span;
}

Span choose_span(std::string_view text, const std::vector<Token>& tokens,
                 const std::vector<Match>& matches, const std::vector<PlannedClause>& clauses,
                 std::size_t bytes) {
  if (static_cast<double>(text.size()) <= whole_text_ratio * static_cast<double>(bytes)) {
    return {0, text.size()};
  }
  if (matches.empty()) {
    return beginning(tokens, bytes);
  }
  const Window words = best_words(text, tokens, matches, clauses, bytes);
  const Window sentences = best_sentences(text, matches, clauses, bytes);
  return sentences.value >= sentences_value_min * words.value ? sentences.span : words.span;
}

// Where the words of a clause stand, by the form of its words that it asks for.
class MatchFinder {
 public:
  explicit MatchFinder(const std::vector<PlannedClause>& clauses) : clauses_(clauses) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      for (const PlannedWord& word : clauses[i].words) {
        if (clauses[i].kind == ClauseKind::prefix) {
          by_word_.emplace(word.word, i);
        } else if (clauses[i].kind == ClauseKind::words) {
          for (const std::string& term : terms_standing_for(word)) {
            by_term_.emplace(term, i);
          }
        }
      }
    }
  }

  std::vector<Match> find(const std::vector<Token>& tokens) const {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i].kind == ClauseKind::phrase) {
        for (const std::size_t at : find_phrase(tokens, clauses_[i].words)) {
          const Token& last = tokens[at + clauses_[i].words.size() - 1];
          add(matches, {{tokens[at].span.begin, last.span.end}, i});
        }
      }
    }
    for (const Token& token : tokens) {
      if (const auto term = by_term_.find(token.term); term != by_term_.end()) {
        add(matches, {token.span, term->second});
      } else if (const auto word = by_word_.find(token.word); word != by_word_.end()) {
        add(matches, {token.span, word->second});
      }
    }
    return without_overlaps(std::move(matches));
  }

 private:
  void add(std::vector<Match>& matches, const Match& match) const {
    if (clauses_[match.clause].role != ClauseRole::excluded) {
      matches.push_back(match);
    }
  }

  // The longer of two that begin together stays, so a phrase wins over its words.
  static std::vector<Match> without_overlaps(std::vector<Match> matches) {
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
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

  const std::vector<PlannedClause>& clauses_;
  std::unordered_map<std::string, std::size_t> by_term_;
  std::unordered_map<std::string, std::size_t> by_word_;
};

}  // namespace

std::vector<Match> find_matches(const std::vector<Token>& tokens,
                                const std::vector<PlannedClause>& clauses) {
  return MatchFinder(clauses).find(tokens);
}

Snippet make_snippet(std::string_view text, const std::vector<Token>& tokens,
                     const std::vector<PlannedClause>& clauses, std::size_t bytes) {
  const std::vector<Match> matches = find_matches(tokens, clauses);
  Snippet snippet;
  snippet.span = choose_span(text, tokens, matches, clauses, bytes);
  snippet.text = text.substr(snippet.span.begin, snippet.span.size());
  for (const Match& match : matches) {
    if (match.span.begin >= snippet.span.begin && match.span.end <= snippet.span.end) {
      snippet.highlights.push_back(
          {match.span.begin - snippet.span.begin, match.span.end - snippet.span.begin});
    }
  }
  return snippet;
}

}  // namespace pilcrow
