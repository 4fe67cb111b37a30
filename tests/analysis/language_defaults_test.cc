// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/language_defaults.h"

#include <gmock/gmock.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/character_grams.h"
#include "analysis/function_word_lists.h"
#include "analysis/function_words.h"
#include "analysis/stemmer.h"
#include "analysis/stop_words.h"
#include "corpus/utf8.h"
#include "tests/analysis/tokens.h"

namespace pilcrow {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;

std::vector<std::string_view> languages() {
  std::vector<std::string_view> codes;
  for (const LanguageDefaults& defaults : all_language_defaults()) {
    codes.push_back(defaults.language);
  }
  return codes;
}

std::vector<std::string_view> languages_of(std::span<const LanguageWords> lists) {
  std::vector<std::string_view> codes;
  for (const LanguageWords& list : lists) {
    codes.push_back(list.language);
  }
  return codes;
}

std::string_view first_word(std::span<const LanguageWords> lists, std::string_view language) {
  const auto found = std::find_if(lists.begin(), lists.end(), [&](const LanguageWords& list) {
    return list.language == language;
  });
  return found == lists.end() ? "" : found->words.substr(0, found->words.find(' '));
}

TEST(LanguageDefaults, HaveOneRowALanguageInOrder) {
  const std::vector<std::string_view> codes = languages();
  EXPECT_TRUE(std::is_sorted(codes.begin(), codes.end()));
  EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
  EXPECT_THAT(codes, Each(SizeIs(2)));
}

TEST(LanguageDefaults, OfOtherLanguagesAreNone) {
  for (const char* language : {"", "xx", "english", "az", "ko"}) {
    EXPECT_EQ(language_defaults(language).language, "") << language;
    EXPECT_FALSE(language_defaults(language).has_stemmer()) << language;
  }
}

TEST(LanguageDefaults, HaveOneStemmerAtMost) {
  for (const LanguageDefaults& defaults : all_language_defaults()) {
    EXPECT_FALSE(defaults.has_snowball && defaults.light_rules != nullptr) << defaults.language;
    EXPECT_EQ(defaults.has_stemmer(), Analyzer::has_stemmer(defaults.language));
    EXPECT_NO_THROW(Stemmer{defaults}) << defaults.language;
  }
}

// What is done to a word before Snowball's stemmer takes it is of no use without one.
TEST(LanguageDefaults, PrepareWordsForSnowballOnly) {
  for (const LanguageDefaults& defaults : all_language_defaults()) {
    const bool prepares = !defaults.elided_words.empty() || defaults.cuts_at_apostrophe ||
                          defaults.spells_yo_as_ye || defaults.has_dotless_i;
    EXPECT_TRUE(!prepares || defaults.has_snowball) << defaults.language;
    EXPECT_TRUE(defaults.elided_words.empty() ||
                (defaults.elided_words.front() == ' ' && defaults.elided_words.back() == ' '))
        << defaults.language;
  }
}

TEST(LanguageDefaults, NameEveryListOfWords) {
  EXPECT_THAT(languages(), IsSupersetOf(languages_of(stop_word_lists())));
  EXPECT_THAT(languages(), IsSupersetOf(languages_of(function_word_lists())));
  for (const LanguageWords& list : stop_word_lists()) {
    EXPECT_EQ(language_defaults(list.language).stop_words, list.language);
  }
  for (const LanguageWords& list : function_word_lists()) {
    EXPECT_EQ(language_defaults(list.language).function_words, list.language);
  }
}

TEST(LanguageDefaults, NameListsThatAreUsed) {
  for (const LanguageDefaults& defaults : all_language_defaults()) {
    const std::string_view code = defaults.language;
    if (!defaults.stop_words.empty()) {
      const std::string_view word = first_word(stop_word_lists(), defaults.stop_words);
      EXPECT_TRUE(is_stop_word(words_of(word, code).front(), code)) << code;
      EXPECT_FALSE(defaults.function_words.empty()) << code << ": what else does a question say?";
    }
    if (!defaults.function_words.empty()) {
      const std::string_view word = first_word(function_word_lists(), defaults.function_words);
      const std::string form =
          defaults.keeps_diacritics ? terms_of(word, code).front() : words_of(word, code).front();
      EXPECT_TRUE(is_function_word(form, code)) << code << ' ' << word;
    }
  }
}

TEST(WritingDefaults, AreInTheOrderOfTheirNames) {
  for (const WritingDefaults& defaults : all_writing_defaults()) {
    EXPECT_EQ(&defaults - all_writing_defaults().data(), static_cast<int>(defaults.writing));
  }
}

TEST(WritingDefaults, AreFoundByALetter) {
  const struct {
    char32_t letter;
    Writing writing;
  } rows[] = {
      {U'a', Writing::alphabetic},  {U'ж', Writing::alphabetic}, {U'ế', Writing::alphabetic},
      {U'ท', Writing::thai},        {U'ລ', Writing::lao},        {U'မ', Writing::burmese},
      {U'ខ', Writing::khmer},       {U'中', Writing::han},       {U'𠮷', Writing::han},
      {U'〇', Writing::alphabetic}, {U'か', Writing::kana},      {U'ア', Writing::kana},
      {U'한', Writing::hangul},     {U'ᄒ', Writing::alphabetic}};
  for (const auto& row : rows) {
    EXPECT_EQ(writing_of(row.letter), row.writing) << static_cast<std::uint32_t>(row.letter);
  }
}

// Text without spaces would be one word.
TEST(WritingDefaults, HaveASampleWhereWordsAreCutByADictionary) {
  for (const WritingDefaults& defaults : all_writing_defaults()) {
    if (!defaults.dictionary_sample.empty()) {
      const icu::UnicodeString sample(defaults.dictionary_sample.data(),
                                      static_cast<std::int32_t>(defaults.dictionary_sample.size()));
      EXPECT_EQ(writing_of(static_cast<char32_t>(sample.char32At(0))), defaults.writing);
      std::string twice;
      (sample + sample).toUTF8String(twice);
      EXPECT_GT(words_of(twice, "").size(), 1u) << twice;
    }
  }
  EXPECT_THAT(words_of("한국한국", ""), ElementsAre("한국한국"));
}

}  // namespace
}  // namespace pilcrow
