// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/snippet.h"

#include <algorithm>
#include <set>
#include <string>

#include "analysis/sentences.h"

namespace pilcrow {
namespace {

// A second occurrence of the same clause tells little that the first does not.
constexpr double repetition_value = 0.1;
// Whole sentences read better, so they may tell a little less than the best window.
constexpr double sentences_value_min = 0.8;
// A text this much longer than asked for is not worth cutting.
constexpr double whole_text_ratio = 1.25;

struct Window {
  Span span = {};
  double value = 0;
};

bool is_within(const Span& inner, const Span& outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
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

// Chooses one part of a text after another.
class Chooser {
 public:
  Chooser(std::string_view text, const std::vector<Token>& tokens,
          const std::vector<Match>& matches, std::size_t bytes)
      : text_(text),
        tokens_(tokens),
        open_(matches),
        sentences_(sentence_spans(text)),
        bytes_(bytes) {}

  // The part that tells most of what is not shown yet; `value` 0 where there is none.
  Window next() {
    const Window words = best_words();
    const Window sentences = best_sentences();
    Window best = sentences.value >= sentences_value_min * words.value ? sentences : words;
    if (best.value > 0) {
      take(best.span);
    }
    return best;
  }

 private:
  double value_of(const Span& span) const {
    std::set<std::size_t> seen = shown_;
    double value = 0;
    for (const Match& match : open_) {
      if (is_within(match.span, span)) {
        value += match.weight * (seen.insert(match.clause).second ? 1 : repetition_value);
      }
    }
    return value;
  }

  void take(const Span& span) {
    for (const Match& match : open_) {
      if (is_within(match.span, span)) {
        shown_.insert(match.clause);
      }
    }
    // What a part cuts through is not to be shown in half by another.
    std::erase_if(open_, [&](const Match& match) { return overlaps(match.span, span); });
    taken_.push_back(span);
  }

  static bool overlaps(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

  bool is_free(const Span& span) const {
    return std::none_of(taken_.begin(), taken_.end(),
                        [&](const Span& taken) { return overlaps(span, taken); });
  }

  // The run of whole sentences within the bytes that tells most; the first of equals.
  Window best_sentences() const {
    Window best;
    for (std::size_t first = 0; first < sentences_.size(); ++first) {
      for (std::size_t last = first; last < sentences_.size(); ++last) {
        const Span span = trimmed(text_, {sentences_[first].begin, sentences_[last].end});
        if (span.size() > bytes_ || !is_free(span)) {
          break;
        }
        const double value = value_of(span);
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
  Window best_words() const {
    Window best;
    for (const Match& first : open_) {
      Span core = first.span;
      for (const Match& match : open_) {
        const Span wider = {core.begin, std::max(core.end, match.span.end)};
        if (match.span.begin >= core.begin && match.span.end <= core.begin + bytes_ &&
            is_free(wider)) {
          core = wider;
        }
      }
      const double value = value_of(core);
      if (value > best.value) {
        best = {core, value};
      }
    }
    best.span = with_words_around(best.span);
    return best;
  }

  Span with_words_around(const Span& core) const {
    const std::size_t room = bytes_ > core.size() ? (bytes_ - core.size()) / 2 : 0;
    Span allowed = {core.begin > room ? core.begin - room : 0, 0};
    allowed.end = std::min(text_.size(), std::max(core.end, allowed.begin + bytes_));
    for (const Span& taken : taken_) {
      allowed.begin = taken.end <= core.begin ? std::max(allowed.begin, taken.end) : allowed.begin;
      allowed.end = taken.begin >= core.end ? std::min(allowed.end, taken.begin) : allowed.end;
    }
    Span span = core;
    for (const Token& token : tokens_) {
      if (is_within(token.span, allowed)) {
        span = {std::min(span.begin, token.span.begin), std::max(span.end, token.span.end)};
      }
    }
    // The punctuation after the last word of the text belongs to it.
    const bool at_end = tokens_.empty() || span.end == tokens_.back().span.end;
    return at_end && text_.size() - span.end <= 8 ? Span{span.begin, text_.size()} : span;
  }

  const std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Match> open_;  // Not in any part yet.
  const std::vector<Span> sentences_;
  const std::size_t bytes_;
  std::vector<Span> taken_;
  std::set<std::size_t> shown_;  // Clauses.
};

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

Snippet cut(std::string_view text, const Span& span, const std::vector<Match>& matches) {
  Snippet snippet;
  snippet.span = span;
  snippet.text = text.substr(span.begin, span.size());
  for (const Match& match : matches) {
    if (is_within(match.span, span)) {
      snippet.highlights.push_back({match.span.begin - span.begin, match.span.end - span.begin});
    }
  }
  return snippet;
}

}  // namespace

std::vector<Snippet> make_snippets(std::string_view text, const std::vector<Token>& tokens,
                                   const std::vector<Match>& matches, std::size_t bytes,
                                   std::size_t count) {
  if (static_cast<double>(text.size()) <= whole_text_ratio * static_cast<double>(bytes)) {
    return {cut(text, {0, text.size()}, matches)};
  }
  if (matches.empty()) {
    return {cut(text, beginning(tokens, bytes), matches)};
  }
  std::vector<Snippet> snippets;
  Chooser chooser(text, tokens, matches, bytes);
  for (Window window = chooser.next(); snippets.size() < count; window = chooser.next()) {
    if (window.value <= 0) {
      break;
    }
    snippets.push_back(cut(text, window.span, matches));
  }
  return snippets.empty() ? std::vector<Snippet>{cut(text, beginning(tokens, bytes), matches)}
                          : snippets;
}

}  // namespace pilcrow
