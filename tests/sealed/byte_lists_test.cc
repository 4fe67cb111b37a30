// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/byte_lists.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "sealed/codec.h"

namespace pilcrow::sealed {
namespace {

using List = ByteLists::List;

void put(ByteLists& lists, List& list, std::string_view bytes) {
  lists.append<8>(list, [&](char* out) { return put_bytes(out, bytes); });
}

std::string content(const ByteLists& lists, const List& list) {
  std::string bytes = "before ";
  lists.copy(list, bytes);
  EXPECT_EQ(bytes.substr(0, 7), "before ");
  return bytes.substr(7);
}

TEST(ByteLists, HoldNothingAtFirst) {
  const ByteLists lists;
  EXPECT_EQ(content(lists, List{}), "");
  EXPECT_EQ(lists.bytes(), 0U);
}

TEST(ByteLists, GiveBackAListOfAnySize) {
  ByteLists lists;
  List list;
  std::string expected;
  while (expected.size() < 200'000) {
    const std::string bytes(expected.size() % 7 % 3 + 1,
                            static_cast<char>('a' + expected.size() % 26));
    put(lists, list, bytes);
    expected += bytes;
    // All sizes about the ends of the first slices, then some.
    if (expected.size() < 1'000 || expected.size() % 97 == 0) {
      ASSERT_EQ(content(lists, list), expected);
    }
  }
  EXPECT_EQ(content(lists, list), expected);
}

TEST(ByteLists, KeepListsApartThatGrowByTurns) {
  ByteLists lists;
  std::mt19937 random(1);
  std::vector<List> places(3'000);
  std::vector<std::string> expected(places.size());
  for (int round = 0; round < 400'000; ++round) {
    // Few lists get most, as few terms do.
    const std::size_t list = std::min({random(), random(), random()}) % places.size();
    const std::string bytes(1 + random() % 8, static_cast<char>(random()));
    put(lists, places[list], bytes);
    expected[list] += bytes;
  }
  for (std::size_t list = 0; list < places.size(); ++list) {
    ASSERT_EQ(content(lists, places[list]), expected[list]) << list;
  }
}

TEST(ByteLists, TakeAtMostTwiceWhatTheyHoldAndASliceEach) {
  ByteLists lists;
  std::vector<List> places(1'000);
  std::size_t held_bytes = 0;
  for (int round = 0; round < 300; ++round) {
    for (List& list : places) {
      put(lists, list, "1234567");
      held_bytes += 7;
    }
  }
  EXPECT_LT(lists.bytes(), 2 * held_bytes + 16 * places.size());
}

TEST(ByteLists, BeginAnewAfterClear) {
  ByteLists lists;
  List list;
  put(lists, list, "old");
  lists.clear();
  EXPECT_EQ(lists.bytes(), 0U);
  List other;
  put(lists, other, "new");
  EXPECT_EQ(content(lists, other), "new");
}

}  // namespace
}  // namespace pilcrow::sealed
