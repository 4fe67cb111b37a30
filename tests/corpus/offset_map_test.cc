// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/offset_map.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(OffsetMapTest, CopiedBytesKeepTheirDistance) {
  OffsetMap map(3);
  map.copy(10);
  EXPECT_EQ(map.source({0, 10}), (Span{3, 13}));
  EXPECT_EQ(map.source({4, 5}), (Span{7, 8}));
}

TEST(OffsetMapTest, AConvertedUnitIsNeverCut) {
  OffsetMap map;  // "a&amp;b" reads "a&b", with an ellipsis of three bytes from one behind.
  map.copy(1);
  map.convert(1, 5);
  map.copy(1);
  map.convert(3, 1);
  EXPECT_EQ(map.text_size(), 6U);
  EXPECT_EQ(map.source({1, 2}), (Span{1, 6}));
  EXPECT_EQ(map.source({2, 4}), (Span{6, 8}));
  EXPECT_EQ(map.source({4, 5}), (Span{7, 8}));
  EXPECT_EQ(map.source({0, 6}), (Span{0, 8}));
}

TEST(OffsetMapTest, UnitsOfEqualSizeAreTold) {
  OffsetMap map;  // Cyrillic of one byte each.
  for (int i = 0; i < 5; ++i) {
    map.convert(2, 1);
  }
  EXPECT_EQ(map.source({2, 8}), (Span{1, 4}));
  EXPECT_EQ(map.source({3, 5}), (Span{1, 3}));
}

TEST(OffsetMapTest, SkippedBytesBelongToNoSpanAtTheirEdge) {
  OffsetMap map;  // "ab<b>cd": the tag is inside of spans that cross it, else outside.
  map.copy(2);
  map.skip(3);
  map.copy(2);
  EXPECT_EQ(map.source({0, 2}), (Span{0, 2}));
  EXPECT_EQ(map.source({2, 4}), (Span{5, 7}));
  EXPECT_EQ(map.source({1, 3}), (Span{1, 6}));
}

TEST(OffsetMapTest, MapsFollowEachOther) {
  OffsetMap inner;
  inner.skip(2);
  inner.copy(4);
  OffsetMap outer(10);
  outer.copy(2);
  outer.convert(4, 2);
  EXPECT_EQ(inner.source_through({0, 4}, outer), (Span{12, 14}));
}

}  // namespace
}  // namespace pilcrow
