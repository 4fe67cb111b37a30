// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens without copies: how indexing, search and snippets look at a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/analyzer.h"

namespace pilcrow {

// A Token whose strings are borrowed: they live until the sink returns.
struct TokenView {
  std::string_view word;
  std::string_view term;
  Span span;
  std::uint32_t position = 0;
  bool stop_word = false;
};

class TokenSink {
 public:
  virtual ~TokenSink() = default;
  virtual void token(const TokenView& token) = 0;
};

// What became of a written word, borrowed until the analyzer takes the next text.  `word` is empty
// where the word had nothing but invisible letters, which makes no token.
struct NumberedWord {
  std::string_view word;
  std::string_view term;
  bool stop_word = false;
};

// What is known of the language of a passage: short codes, or empty.
struct PassageContext {
  std::string declared = {};
  std::string inherited = {};  // From its article.
};

class AnalyzerAccess {
 public:
  // As Analyzer::analyze, token by token.
  static void analyze(const Analyzer& analyzer, std::string_view text, std::string_view language,
                      TokenSink& sink);

  // The same in two steps: where words stand does not depend on the language.
  static std::vector<Span> find_words(const Analyzer& analyzer, std::string_view text);
  static void analyze_words(const Analyzer& analyzer, std::string_view text,
                            const std::vector<Span>& words, std::string_view language,
                            TokenSink& sink);

  // For whoever keeps something for each word: the words of `text`, in order, as numbers.  The same
  // word as it is written, in languages that are treated alike, has the same number, from 0 on in
  // the order in which words came up, until make_room.  Until the next text.
  static const std::vector<std::uint32_t>& number_words(const Analyzer& analyzer,
                                                        std::string_view text,
                                                        std::string_view language);
  // The same in the language of a passage (passage_language), which is put into `language`.
  static const std::vector<std::uint32_t>& number_passage(const Analyzer& analyzer,
                                                          std::string_view text,
                                                          const PassageContext& context,
                                                          std::string& language);
  static NumberedWord word(const Analyzer& analyzer, std::uint32_t number);
  // To be called now and then, between texts, since numbered words stay.  True where there were too
  // many and all numbers are forgotten.
  static bool make_room(const Analyzer& analyzer);

  // As analyze, through ICU alone.  Tests prove the fast path for ASCII equal to it.
  static void analyze_by_icu(const Analyzer& analyzer, std::string_view text,
                             std::string_view language, TokenSink& sink);
};

}  // namespace pilcrow
