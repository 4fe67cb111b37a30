// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sketch.h"

#include <gtest/gtest.h>
#include <random>

#include "indexer/intake.h"
#include "tests/support/articles.h"

namespace pilcrow {
namespace {

std::string random_text(std::mt19937& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += "w" + std::to_string(random() % 5000) + ' ';
  }
  return text;
}

class Copies {
 public:
  std::uint64_t original_of(const std::string& id, const std::string& text) {
    return intake_.take(make_article(id, "", text), 0).duplicate_of;
  }
  std::size_t count() const { return intake_.duplicates(); }

 private:
  Intake intake_;
};

TEST(SketchTest, TheSameTextIsACopyOfTheFirst) {
  std::mt19937 random(1);
  Copies copies;
  const std::string text = random_text(random, 300);
  EXPECT_EQ(copies.original_of("a", text), 0U);
  EXPECT_EQ(copies.original_of("b", text), ArticleKey::of_id("a").hash);
  EXPECT_EQ(copies.original_of("c", "\n\n" + text), ArticleKey::of_id("a").hash);
  EXPECT_EQ(copies.original_of("d", random_text(random, 300)), 0U);
  EXPECT_EQ(copies.count(), 2U);
}

TEST(SketchTest, FewChangesMakeACopyAndManyDoNot) {
  std::mt19937 random(2);
  Copies copies;
  std::size_t found = 0;
  std::size_t false_ones = 0;
  constexpr int rounds = 200;
  for (int i = 0; i < rounds; ++i) {
    const std::string text = random_text(random, 400);
    const std::string id = std::to_string(i);
    copies.original_of(id, text);
    // A sentence in front and one behind: syndicated.
    found +=
        copies.original_of(id + "copy", random_text(random, 8) + text + random_text(random, 8)) ==
                ArticleKey::of_id(id).hash
            ? 1U
            : 0U;
    // A fourth of it is quoted elsewhere.
    const std::string quoting = random_text(random, 300) + text.substr(0, text.size() / 4);
    false_ones += copies.original_of(id + "quote", quoting) != 0 ? 1U : 0U;
  }
  EXPECT_GE(found, rounds * 97U / 100U);
  EXPECT_LE(false_ones, rounds * 3U / 100U);
}

TEST(SketchTest, ShortArticlesAreNeverCopies) {
  Copies copies;
  EXPECT_EQ(copies.original_of("a", "No comment was given."), 0U);
  EXPECT_EQ(copies.original_of("b", "No comment was given."), 0U);
}

TEST(SketchTest, TextWithoutSpacesIsComparedByCharacters) {
  const std::string text =
      "铁路从阿拉木图通向乌鲁木齐，旧地图上写作乌鲁木其，二十年前主要运送废铁。海关官员还记得，那时"
      "每周"
      "只有一趟客车过境，车上的人都互相认识，司机在边境的小店里喝茶，等着换轨的工人。";
  Copies copies;
  copies.original_of("a", text);
  EXPECT_EQ(copies.original_of("b", text + "后来一切都变了。"), ArticleKey::of_id("a").hash);
  EXPECT_EQ(copies.original_of("c", "苹果园在山坡上，秋天的时候整个村子都来采摘，孩子们也不上学。"),
            0U);
}

TEST(SketchTableTest, KeepsTheFirstArticleOfABandAlsoWhenItGrows) {
  SketchTable table;
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> bands(20'000);
  for (std::size_t i = 0; i < bands.size(); ++i) {
    bands[i] = random();
    table.note({bands[i]}, ArticleKey{i + 1});
    table.note({bands[i / 2]}, ArticleKey{100'000});
  }
  for (std::size_t i = 0; i < bands.size(); ++i) {
    ASSERT_EQ(table.find(bands[i]), i + 1);
  }
  EXPECT_EQ(table.find(7), 0U);
}

}  // namespace
}  // namespace pilcrow
