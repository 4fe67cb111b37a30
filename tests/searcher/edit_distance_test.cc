// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/edit_distance.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(EditDistance, CountsEditsUpToTheMost) {
  const struct {
    std::u32string_view a;
    std::u32string_view b;
    std::size_t distance;
  } rows[] = {
      {U"", U"", 0},
      {U"harbour", U"harbour", 0},
      {U"harbor", U"harbour", 1},
      {U"harbuor", U"harbour", 1},
      {U"hrabour", U"harbour", 1},
      {U"karbuor", U"harbour", 2},
      {U"abc", U"xyz", 3},
      {U"a", U"abcd", 3},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(edit_distance(row.a, row.b, 2), row.distance);
    EXPECT_EQ(edit_distance(row.b, row.a, 2), row.distance);
  }
}

TEST(Characters, OfBrokenTextAreReplaced) {
  EXPECT_EQ(characters("aж京"), U"aж京");
  EXPECT_EQ(characters("a\xff"), U"a\uFFFD");
}

}  // namespace
}  // namespace pilcrow
