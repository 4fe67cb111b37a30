// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/same_passages.h"

#include <gtest/gtest.h>
#include <numeric>

namespace pilcrow {
namespace {

std::vector<WordHash> words_from(WordHash first, std::size_t count) {
  std::vector<WordHash> words(count);
  std::iota(words.begin(), words.end(), first);
  return words;
}

TEST(SamePassagesTest, TheSameWordsAreTheSamePassage) {
  SamePassages passages;
  EXPECT_EQ(passages.find_or_note(words_from(0, 40)), std::nullopt);
  EXPECT_EQ(passages.find_or_note(words_from(100, 40)), std::nullopt);
  EXPECT_EQ(passages.find_or_note(words_from(100, 40)), 1U);
  EXPECT_EQ(passages.find_or_note(words_from(0, 40)), 0U);
}

TEST(SamePassagesTest, AChangedWordOrALongerEndIsStillACopy) {
  SamePassages passages;
  passages.find_or_note(words_from(0, 40));
  std::vector<WordHash> changed = words_from(0, 40);
  changed[20] = 999;
  EXPECT_EQ(passages.find_or_note(changed), 0U);
  EXPECT_EQ(passages.find_or_note(words_from(0, 44)), 0U);
}

TEST(SamePassagesTest, HalfOfTheWordsMakeNoCopy) {
  SamePassages passages;
  passages.find_or_note(words_from(0, 40));
  EXPECT_EQ(passages.find_or_note(words_from(20, 40)), std::nullopt);
  EXPECT_EQ(passages.find_or_note(words_from(0, 20)), std::nullopt);
}

TEST(SamePassagesTest, ShortPassagesAreNeverCopies) {
  SamePassages passages;
  EXPECT_EQ(passages.find_or_note(words_from(0, 7)), std::nullopt);
  EXPECT_EQ(passages.find_or_note(words_from(0, 7)), std::nullopt);
  EXPECT_EQ(passages.find_or_note({}), std::nullopt);
  EXPECT_EQ(passages.find_or_note(words_from(0, 40)), std::nullopt);
  EXPECT_EQ(passages.find_or_note(words_from(0, 40)), 3U) << "short ones are counted too";
}

}  // namespace
}  // namespace pilcrow
