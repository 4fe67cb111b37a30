// SPDX-License-Identifier: GPL-2.0-or-later
// Stems of word forms by lexeme: tests/data/stems/LANGUAGE.tsv has a lexeme a line.
#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "analysis/stemmer.h"
#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

struct Form {
  std::string word;
  std::string stem;
  std::size_t lexeme = 0;
};

std::vector<Form> read_forms(const std::string& language) {
  std::ifstream file(std::string(PILCROW_SOURCE_DIR "/tests/data/stems/") + language + ".tsv");
  EXPECT_TRUE(file.is_open()) << language;
  std::vector<Form> forms;
  std::size_t lexeme = 0;
  for (std::string line; std::getline(file, line); ++lexeme) {
    std::istringstream words(line);
    for (std::string word; std::getline(words, word, '\t');) {
      const std::vector<std::string> terms = terms_of(word, language);
      EXPECT_EQ(terms.size(), 1u) << word;
      forms.push_back({word, terms.empty() ? word : terms[0], lexeme});
    }
  }
  EXPECT_GE(lexeme, 40u) << language;
  return forms;
}

struct Errors {
  double under = 0;      // The share of pairs of a lexeme that have different stems.
  std::size_t over = 0;  // Pairs of lexemes that share a stem.
  std::string examples = {};
};

Errors count_errors(const std::vector<Form>& forms) {
  std::size_t pairs = 0;
  std::size_t split = 0;
  std::set<std::pair<std::size_t, std::size_t>> merged;
  Errors errors;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    for (std::size_t j = i + 1; j < forms.size(); ++j) {
      const bool same = forms[i].stem == forms[j].stem;
      const bool related = forms[i].lexeme == forms[j].lexeme;
      pairs += related ? 1 : 0;
      split += related && !same ? 1 : 0;
      if (same && !related) {
        merged.emplace(forms[i].lexeme, forms[j].lexeme);
      }
      if (same != related) {
        errors.examples += forms[i].word + "/" + forms[j].word + " ";
      }
    }
  }
  errors.under = static_cast<double>(split) / static_cast<double>(pairs);
  errors.over = merged.size();
  return errors;
}

struct LightStemmerRow {
  const char* language;
  double under_max;
  std::size_t over_max;
};

TEST(LightStemmers, BringTheFormsOfALexemeTogetherAndKeepLexemesApart) {
  for (const auto& [language, under_max, over_max] : {
           LightStemmerRow{"bg", 0.08, 0},
           LightStemmerRow{"cs", 0.01, 1},
           LightStemmerRow{"el", 0.01, 1},
           LightStemmerRow{"fa", 0.08, 0},
           LightStemmerRow{"hi", 0.03, 0},
           LightStemmerRow{"kk", 0.04, 0},
           LightStemmerRow{"pl", 0.01, 1},
           LightStemmerRow{"ug", 0.04, 0},
           LightStemmerRow{"uk", 0.01, 0},
       }) {
    const Errors errors = count_errors(read_forms(language));
    RecordProperty(language, std::to_string(errors.under) + " " + std::to_string(errors.over));
    EXPECT_LE(errors.under, under_max) << language << ' ' << errors.examples;
    EXPECT_LE(errors.over, over_max) << language << ' ' << errors.examples;
  }
}

TEST(LightStemmers, TakeAnyWord) {
  for (const char* language : {"bg", "cs", "el", "fa", "hi", "kk", "pl", "ug", "uk", "vi"}) {
    const Stemmer stemmer(language);
    EXPECT_EQ(stemmer.stem(""), "") << language;
    EXPECT_EQ(stemmer.stem("2024-ж"), "2024-ж") << language;
    for (const char* word : {"а", "ها", "ों", "i", "ның", "лар", "ος", "北京", "\u093C", "ى"}) {
      EXPECT_NE(stemmer.stem(word), "") << language << ' ' << word;
    }
    std::string long_word;
    for (int i = 0; i < 100; ++i) {
      long_word += "ларlarهاαи";
    }
    EXPECT_NE(stemmer.stem(long_word), "") << language;
  }
}

TEST(Vietnamese, KeepsInTermsTheMarksThatTellWordsApart) {
  EXPECT_EQ(words_of("Má mà Đà", "vi"), (std::vector<std::string>{"ma", "ma", "da"}));
  EXPECT_EQ(terms_of("Má mà Đà", "vi"), (std::vector<std::string>{"má", "mà", "đà"}));
  EXPECT_EQ(terms_of("hoà thuỷ", "vi"), terms_of("hòa thủy", "vi"));
}

TEST(Spelling, IsOneInTermsOfHindiPersianAndGreek) {
  EXPECT_EQ(terms_of("हिन्दी चाँद ज़मीन", "hi"), terms_of("हिंदी चांद जमीन", "hi"));
  EXPECT_EQ(terms_of("كتابي على", "fa"), terms_of("کتابی علی", "fa"));
  EXPECT_EQ(terms_of("کتاب\u200Cها", "fa"), terms_of("کتاب", "fa"));
  EXPECT_EQ(terms_of("ΟΔΟΣ", "el"), terms_of("οδός", "el"));
}

}  // namespace
}  // namespace pilcrow
