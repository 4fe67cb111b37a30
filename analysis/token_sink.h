// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens without copies: how indexing, search and snippets look at a text.
#pragma once

#include <cstdint>
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
  // Whoever notes what became of words may skip those that are not new: this analyzer told of the
  // same word with the same term before.
  bool is_new = false;
};

class TokenSink {
 public:
  virtual ~TokenSink() = default;
  virtual void token(const TokenView& token) = 0;
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

  // The same through ICU alone.  Tests prove the fast path for ASCII equal to it.
  static void analyze_by_icu(const Analyzer& analyzer, std::string_view text,
                             std::string_view language, TokenSink& sink);
};

}  // namespace pilcrow
