// SPDX-License-Identifier: GPL-2.0-or-later
// Tokens as tests want to see them.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "analysis/token_sink.h"

namespace pilcrow {

inline bool operator==(const Token& a, const Token& b) {
  return a.word == b.word && a.term == b.term && a.span == b.span && a.position == b.position &&
         a.stop_word == b.stop_word;
}

inline std::vector<std::string> words_of(std::string_view text, std::string_view language = "") {
  std::vector<std::string> words;
  for (const Token& token : Analyzer().analyze(text, language)) {
    words.push_back(token.word);
  }
  return words;
}

inline std::vector<std::string> terms_of(std::string_view text, std::string_view language) {
  std::vector<std::string> terms;
  for (const Token& token : Analyzer().analyze(text, language)) {
    terms.push_back(token.term);
  }
  return terms;
}

class TokenList : public TokenSink {
 public:
  void token(const TokenView& token) override {
    tokens.push_back({std::string(token.word), std::string(token.term), token.span, token.position,
                      token.stop_word});
  }

  std::vector<Token> tokens = {};
};

inline std::vector<Token> tokens_by_icu(const Analyzer& analyzer, std::string_view text,
                                        std::string_view language) {
  TokenList list;
  AnalyzerAccess::analyze_by_icu(analyzer, text, language, list);
  return list.tokens;
}

}  // namespace pilcrow
