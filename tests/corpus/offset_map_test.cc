// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/offset_map.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace pilcrow {
namespace {

// A map that remembers the unit of every byte of the text.
class PlainMap {
 public:
  void convert(std::size_t text_bytes, std::size_t source_bytes, std::size_t units) {
    for (std::size_t i = 0; i < units; ++i) {
      unit_of_.insert(unit_of_.end(), text_bytes, {source_end_, source_end_ + source_bytes});
      source_end_ += source_bytes;
    }
  }
  void skip(std::size_t bytes) { source_end_ += bytes; }
  Span source(Span text) const { return {unit_of_[text.begin].begin, unit_of_[text.end - 1].end}; }
  std::size_t text_size() const { return unit_of_.size(); }
  std::size_t source_end() const { return source_end_; }

 private:
  std::vector<Span> unit_of_;
  std::size_t source_end_ = 0;
};

void expect_equal(const OffsetMap& map, const PlainMap& plain, std::mt19937& random) {
  const std::size_t size = plain.text_size();
  ASSERT_EQ(map.text_size(), size);
  ASSERT_EQ(map.source_end(), plain.source_end());
  for (std::size_t at = 0; at < size; ++at) {
    const std::size_t end = at + 1 + random() % (size - at);
    ASSERT_EQ(map.source({at, at + 1}), plain.source({at, at + 1})) << at;
    ASSERT_EQ(map.source({at, end}), plain.source({at, end})) << at << ' ' << end;
  }
}

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

TEST(OffsetMapTest, AnyPartsAreFoundAsInAMapOfEveryByte) {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    OffsetMap map;
    PlainMap plain;
    for (std::size_t parts = random() % 300; parts > 0; --parts) {
      const std::size_t bytes = random() % 200;
      const std::size_t text_step = random() % 4;
      const std::size_t source_step = random() % 4;
      const std::size_t units = random() % 4;
      switch (random() % 4) {
        case 0:
          map.copy(bytes);
          plain.convert(1, 1, bytes);
          break;
        case 1:
          map.skip(bytes);
          plain.skip(bytes);
          break;
        default:
          map.convert(text_step, source_step, units);
          plain.convert(text_step, source_step, units);
      }
    }
    expect_equal(map, plain, random);
  }
}

TEST(OffsetMapTest, OffsetsBeyondFourGigabytesAreKept) {
  constexpr std::size_t large = std::size_t{5} << 30;
  OffsetMap map(large);
  map.copy(large);
  map.skip(large);
  map.convert(2, 1, large);
  map.convert(1, large);
  EXPECT_EQ(map.source({large - 1, large + 2}), (Span{2 * large - 1, 3 * large + 1}));
  EXPECT_EQ(map.source({3 * large - 2, 3 * large + 1}), (Span{4 * large - 1, 5 * large}));
}

}  // namespace
}  // namespace pilcrow
