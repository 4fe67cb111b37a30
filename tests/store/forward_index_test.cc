// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/forward_index.h"

#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

TEST(ForwardIndex, KeepsTitleAndBodyApartAndInOrder) {
  ForwardIndexWriter writer;
  writer.add_title(1);
  writer.add_title(0xffff);
  writer.add(0x4003);
  writer.add(0);
  const ForwardIndex index = decode_forward_index(writer.value(70'000));
  EXPECT_EQ(index.length, 70'000U);
  EXPECT_EQ(index.title, (std::vector<WordHash>{1, 0xffff}));
  EXPECT_EQ(index.body, (std::vector<WordHash>{0x4003, 0}));
}

TEST(ForwardIndex, DroppingTheBodyKeepsTheTitle) {
  ForwardIndexWriter writer;
  writer.add_title(1);
  writer.add(2);
  writer.drop_body();
  writer.add(4);
  const ForwardIndex index = decode_forward_index(writer.value(1));
  EXPECT_EQ(index.title, (std::vector<WordHash>{1}));
  EXPECT_EQ(index.body, (std::vector<WordHash>{4}));
}

TEST(ForwardIndex, OfNothingIsEmpty) {
  EXPECT_TRUE(decode_forward_index("").body.empty());
  EXPECT_TRUE(decode_forward_index(ForwardIndexWriter().value(0)).title.empty());
}

TEST(ForwardIndex, EveryHashComesBack) {
  ForwardIndexWriter writer;
  std::vector<WordHash> hashes;
  for (std::size_t hash = 0; hash < word_hashes; ++hash) {
    // Two bytes whose first stands for a frequent word are no hash.
    if (hash < exact_hashes || hash >= std::size_t{exact_hashes} << 8) {
      hashes.push_back(static_cast<WordHash>(hash));
      writer.add(hashes.back());
    }
  }
  EXPECT_EQ(decode_forward_index(writer.value(1)).body, hashes);
}

TEST(ForwardIndex, AFrequentWordTakesOneByteAndIsMistakenForNoOther) {
  std::set<WordHash> exact;
  for (const char* word : {"the", "of", "in", "и", "және", "der"}) {
    EXPECT_TRUE(is_exact(word_hash(word))) << word;
    EXPECT_TRUE(exact.insert(word_hash(word)).second) << word;
    std::string codes;
    append_word(codes, word_hash(word));
    EXPECT_EQ(codes.size(), 1U);
  }
  std::set<WordHash> others;
  for (int number = 0; number < 1'000'000; ++number) {
    others.insert(word_hash(std::to_string(number)));
  }
  EXPECT_FALSE(is_exact(*others.begin()));
  EXPECT_EQ(others.size(), word_hashes - 256 * std::size_t{exact_hashes});
}

TEST(ForwardIndex, PhrasesAreFoundAtTheBeginningsOfWordsOnly) {
  const auto coded = [](const std::vector<WordHash>& words) {
    std::string codes;
    for (const WordHash word : words) {
      append_word(codes, word);
    }
    return codes;
  };
  const std::string codes = coded({0x5003, 0x0004, 0x6050, 0x5060, 0x6070, 0x5003, 0x0005});
  EXPECT_TRUE(holds_words(codes, coded({0x5003})));
  EXPECT_TRUE(holds_words(codes, coded({0x5003, 5})));
  EXPECT_TRUE(holds_words(codes, coded({4, 0x6050, 0x5060})));
  EXPECT_FALSE(holds_words(codes, coded({3})));  // The end of a word.
  EXPECT_FALSE(holds_words(codes, coded({3, 4})));
  EXPECT_FALSE(
      holds_words(codes, coded({0x5050})));  // The end of one and the beginning of the next.
  EXPECT_FALSE(holds_words(codes, coded({5, 4})));
  EXPECT_FALSE(holds_words("", coded({5})));
}

TEST(ForwardIndex, NoticesALengthThatCannotBe) {
  for (const char* damaged :
       {"\x81", "\1", "\1\5\1", "\1\1\x41", "\1\1\1\x41", "\x81\x81\x81\x81\x81\x81\1\1"}) {
    expect_error(ErrorCode::corrupt, "forward index", [&] { decode_forward_index(damaged); });
  }
}

}  // namespace
}  // namespace pilcrow
