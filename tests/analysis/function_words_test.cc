// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/function_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "analysis/function_word_lists.h"
#include "analysis/stop_words.h"
#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

struct FunctionWordRow {
  const char* language;
  const char* word;
  bool is_one;
};

TEST(FunctionWords, AreThoseOfTheLanguage) {
  for (const auto& [language, word, is_one] : {
           FunctionWordRow{"en", "what", true},    FunctionWordRow{"en", "did", true},
           FunctionWordRow{"en", "the", false},    FunctionWordRow{"en", "king", false},
           FunctionWordRow{"de", "welche", true},  FunctionWordRow{"de", "hiess", true},
           FunctionWordRow{"ru", "король", false}, FunctionWordRow{"ru", "какой", true},
           FunctionWordRow{"el", "ποιοσ", true},   FunctionWordRow{"tr", "nasil", true},
           FunctionWordRow{"kk", "қашан", true},   FunctionWordRow{"ug", "نېمە", true},
           FunctionWordRow{"vi", "nào", true},     FunctionWordRow{"vi", "nao", false},
           FunctionWordRow{"ja", "何", true},      FunctionWordRow{"nb", "hvem", true},
           FunctionWordRow{"", "what", false},     FunctionWordRow{"xx", "what", false},
           FunctionWordRow{"en", "", false},       FunctionWordRow{"en", "\xFF", false},
       }) {
    EXPECT_EQ(is_function_word(word, language), is_one) << language << ' ' << word;
  }
}

TEST(FunctionWords, AreNeverStopWords) {
  for (const auto& [language, words] : function_word_lists()) {
    for (const Token& token : Analyzer().analyze(words, language)) {
      EXPECT_FALSE(token.stop_word && is_function_word(token.word, language))
          << language << ' ' << token.word;
    }
  }
}

// A word that segmentation takes apart would never be asked for.
TEST(FunctionWords, AreWordsOfTheAnalyzer) {
  for (const auto& [language, words] : function_word_lists()) {
    std::string_view rest = words;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      EXPECT_EQ(words_of(word, language).size(), 1u) << language << ' ' << word;
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
  }
}

}  // namespace
}  // namespace pilcrow
