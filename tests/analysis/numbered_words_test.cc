// SPDX-License-Identifier: GPL-2.0-or-later
// Words by number say the same as tokens, and their letters the same as those of the text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "analysis/token_sink.h"
#include "pilcrow/analyzer.h"
#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;

std::vector<std::string> numbered(const Analyzer& analyzer,
                                  const std::vector<std::uint32_t>& numbers) {
  std::vector<std::string> words;
  for (const std::uint32_t number : numbers) {
    const NumberedWord word = AnalyzerAccess::word(analyzer, number);
    if (!word.word.empty()) {
      std::string described(word.word);
      words.push_back(described.append("/").append(word.term).append(word.stop_word ? "!" : ""));
    }
  }
  return words;
}

std::vector<std::string> tokens_of(std::string_view text, std::string_view language) {
  std::vector<std::string> words;
  for (const Token& token : Analyzer().analyze(text, language)) {
    std::string described = token.word;
    words.push_back(described.append("/").append(token.term).append(token.stop_word ? "!" : ""));
  }
  return words;
}

// Pieces that texts are put together from: of languages, scripts and what stands between words.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> some;
    for (const char* piece : {"the ",
                              "of ",
                              "is ",
                              "and ",
                              "Houses ",
                              "don't ",
                              "o'clock, ",
                              "U.S. ",
                              "we were ",
                              "12 ",
                              "B2B ",
                              "x_y ",
                              "der ",
                              "und ",
                              "nicht ",
                              "für ",
                              "Straße ",
                              "wird ",
                              "les ",
                              "été ",
                              "l'eau ",
                              "et ",
                              "qu'il ",
                              "в ",
                              "что ",
                              "дома ",
                              "был ",
                              "көпір ",
                              "және ",
                              "қала ",
                              "北京",
                              "です",
                              "ไทย",
                              "don’t ",
                              "“so” ",
                              "\u00ADinvisible",
                              "\u0301 ",
                              "\xC3",
                              "\n",
                              "– ",
                              "... ",
                              "internationalisation ",
                              "Donaudampfschifffahrtsgesellschaft ",
                              "0123456789abcdef ",
                              "0123456789abcdefg "}) {
      some.emplace_back(piece);
    }
    some.emplace_back(130, 'a').push_back(' ');
    some.emplace_back(600, 'b').push_back(' ');
    some.emplace_back(520, '7').append("tail ");
    return some;
  }();
  return all;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  // From one language more often than from many.
  const std::size_t first = random() % pieces().size();
  const std::size_t range = random() % 3 == 0 ? pieces().size() : 8;
  for (std::size_t left = random() % 40 + 1; left > 0; --left) {
    text += pieces()[(first + random() % range) % pieces().size()];
  }
  return text;
}

TEST(NumberedWords, AreTheTokensOfATextInItsLanguage) {
  const Analyzer analyzer;
  std::mt19937 random(20'260'401);
  const std::vector<std::string> languages = {"en", "de", "fr", "ru", "kk", "zh", "tr", ""};
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const std::string& language = languages[random() % languages.size()];
    ASSERT_EQ(numbered(analyzer, AnalyzerAccess::number_words(analyzer, text, language)),
              tokens_of(text, language))
        << language << ": " << text;
  }
}

TEST(NumberedWords, OfAPassageAreThoseOfItsLanguage) {
  const Analyzer analyzer;
  std::mt19937 random(20'260'402);
  const std::vector<std::string> languages = {"", "en", "de", "fr", "ru", "kk", "zh", "ug"};
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const PassageContext context = {languages[random() % languages.size()],
                                    languages[random() % languages.size()]};
    std::string language;
    const std::vector<std::string> words =
        numbered(analyzer, AnalyzerAccess::number_passage(analyzer, text, context, language));
    ASSERT_EQ(language, passage_language(text, context.declared, context.inherited)) << text;
    ASSERT_EQ(words, tokens_of(text, language)) << text;
  }
}

TEST(NumberedWords, OfALongPassageAreThoseOfItsLanguage) {
  std::string text;
  while (text.size() < 40'000) {
    text += "Der Fluss steigt wieder, und wir tragen die Stühle nach oben. ";
  }
  const Analyzer analyzer;
  std::string language;
  const std::vector<std::string> words =
      numbered(analyzer, AnalyzerAccess::number_passage(analyzer, text, {"", "en"}, language));
  EXPECT_EQ(language, "de");
  EXPECT_EQ(words, tokens_of(text, "de"));
}

TEST(NumberedWords, KeepTheirNumbersUntilRoomIsMade) {
  const Analyzer analyzer;
  const auto numbers = [&](std::string_view text, std::string_view language) {
    return AnalyzerAccess::number_words(analyzer, text, language);
  };
  EXPECT_THAT(numbers("Sea and sea", "en"), ElementsAre(0, 1, 2));
  EXPECT_THAT(numbers("sea Sea", "en"), ElementsAre(2, 0));
  EXPECT_THAT(numbers("sea", "de"), ElementsAre(3));
  EXPECT_FALSE(AnalyzerAccess::make_room(analyzer));
  std::string many;
  for (int i = 0; i < 140'000; ++i) {
    many += std::to_string(i) + ' ';
  }
  EXPECT_EQ(numbers(many, "en").back(), 140'003U);
  EXPECT_TRUE(AnalyzerAccess::make_room(analyzer));
  EXPECT_FALSE(AnalyzerAccess::make_room(analyzer));
  EXPECT_THAT(numbers("sea", "en"), ElementsAre(0));
  EXPECT_EQ(AnalyzerAccess::word(analyzer, 0).term, "sea");
}

}  // namespace
}  // namespace pilcrow
