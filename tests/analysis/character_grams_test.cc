// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/character_grams.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace pilcrow {
namespace {

using Grams = std::vector<std::string>;

TEST(CharacterGrams, AreCutByTheWritingOfTheWord) {
  const struct {
    const char* word;
    Grams grams;
  } rows[] = {
      {"camp", {"_ca", "amp", "cam", "mp_"}},
      {"лед", {"_ле", "ед_", "лед"}},
      {"a", {"_a_"}},
      {"aaaaa", {"_aa", "aa_", "aaa"}},  // Each once.
      {"한국의", {"_한", "국의", "의_", "한국"}},
      {"乌鲁木齐", {"乌", "木", "鲁", "齐"}},
      {"covid19", {}},
      {"٢٠١٨", {}},
      {"", {}},
  };
  for (const auto& row : rows) {
    Grams sorted = row.grams;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(character_grams(row.word), sorted) << row.word;
  }
}

TEST(CharacterGrams, AreLookedForInWordsThatAreLongEnough) {
  for (const char* word : {"camp", "лодка", "한국", "北京"}) {
    EXPECT_TRUE(is_long_enough_for_grams(word)) << word;
  }
  for (const char* word : {"", "sea", "лед", "京", "한", "b2b4", "1234"}) {
    EXPECT_FALSE(is_long_enough_for_grams(word)) << word;
  }
}

TEST(CharacterGrams, OfBrokenTextAreHarmless) {
  EXPECT_NO_THROW(character_grams("\xff\xfe\x80"));
  EXPECT_FALSE(character_grams(std::string(10'000, 'x')).empty());
}

}  // namespace
}  // namespace pilcrow
