// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/vocabulary.h"

#include <gtest/gtest.h>

#include "store/schema.h"
#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

TEST(VocabularyFormat, WordsComeBackAsTheyWere) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {}, {"a"}, {"", "a"}, {"camp", "campus", "court"}, {"лед", "ледник"}}) {
    const WordBlock block = decode_word_block(encode_word_block(words));
    ASSERT_EQ(block.size(), words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      EXPECT_EQ(block[i], words[i]);
    }
  }
}

TEST(VocabularyFormat, NumbersComeBackAsTheyWere) {
  for (const std::vector<std::uint32_t>& numbers :
       std::vector<std::vector<std::uint32_t>>{{}, {0}, {0, 1, 2}, {7, 300, 4'294'967'295U}}) {
    EXPECT_EQ(decode_word_numbers(encode_word_numbers(numbers)), numbers);
    EXPECT_EQ(count_word_numbers(encode_word_numbers(numbers)), numbers.size());
  }
}

TEST(VocabularyFormat, SegmentsComeBackAsTheyWere) {
  const auto segments = decode_segments(encode_segments({{3, 500}, {4, 7}}));
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(segments[0].id, 3U);
  EXPECT_EQ(segments[0].words, 500U);
  EXPECT_EQ(segments[1].id, 4U);
  EXPECT_EQ(segments[1].words, 7U);
}

TEST(VocabularyFormat, WhatIsNotThereIsEmpty) {
  EXPECT_EQ(decode_word_block("").size(), 0U);
  EXPECT_TRUE(decode_word_numbers("").empty());
  EXPECT_EQ(count_word_numbers(""), 0U);
  EXPECT_TRUE(decode_segments("").empty());
}

TEST(VocabularyFormat, NoticesDamage) {
  std::string block = encode_word_block({"camp", "campus"});
  block[2] ^= 1;
  expect_error(ErrorCode::corrupt, "block of words", [&] { decode_word_block(block); });
  expect_error(ErrorCode::corrupt, "list of words", [] { decode_word_numbers("x"); });
  expect_error(ErrorCode::corrupt, "list of words", [] { count_word_numbers("x"); });
  expect_error(ErrorCode::corrupt, "vocabulary segments", [] { decode_segments("12345"); });
}

TEST(VocabularyFormat, KeysOfASegmentBeginAlike) {
  for (const std::string& key : {vocabulary_block_key(12, 3), vocabulary_gram_key(12, "_ca"),
                                 vocabulary_name_key(12, 'l', "KRT")}) {
    EXPECT_TRUE(key.starts_with(vocabulary_key(12))) << key;
    EXPECT_FALSE(key.starts_with(vocabulary_key(1))) << key;
  }
}

TEST(VocabularyFormat, TermsOfAWordComeBackAndTakeLittleRoom) {
  const std::string long_word(word_bytes_max, 'a');
  const std::string same_begin(32, 'a');
  const struct {
    std::string word;
    std::string terms;
    std::size_t bytes;
  } rows[] = {
      {"sea", "", 0},
      {"1990", "1990", 1},
      {"reserves", "reserv", 1},
      {"ponies", "poni pony", 4},
      {"was", "be", 3},
      {long_word, long_word + " b", 4},
      // Thirty-two bytes that are shared look like a space.
      {same_begin + 'b', same_begin + ' ' + same_begin + 'c', 4},
  };
  for (const auto& row : rows) {
    const std::string value = encode_word_terms(row.word, row.terms);
    EXPECT_EQ(value.size(), row.bytes) << row.terms;
    EXPECT_EQ(decode_word_terms(row.word, value), row.terms);
  }
}

}  // namespace
}  // namespace pilcrow
