// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/codec.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/sealed/decode.h"

namespace pilcrow::sealed {
namespace {

using namespace std::string_literals;

constexpr std::uint64_t max32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t max64 = std::numeric_limits<std::uint64_t>::max();

std::string last_uint(std::uint64_t value) {
  std::string out;
  append_last_uint(out, value);
  return out;
}

std::string sort_uint(std::uint64_t value) {
  std::string out;
  append_sort_uint(out, value);
  return out;
}

std::string sort_string(const std::string& bytes, KeyEnd end) {
  std::string out;
  append_sort_string(out, bytes, end);
  return out;
}

std::string positions(const std::vector<std::uint32_t>& list) {
  std::string out;
  append_positions(out, list);
  return out;
}

// Powers of two and their neighbours: where any spelling grows.
std::set<std::uint64_t> edges() {
  std::set<std::uint64_t> values{0, max64};
  for (unsigned bit = 0; bit < 64; ++bit) {
    const std::uint64_t power = std::uint64_t{1} << bit;
    values.insert({power - 1, power, power + 1});
  }
  return values;
}

TEST(Codec, SpellsNumbers) {
  EXPECT_EQ(last_uint(0), "");
  EXPECT_EQ(last_uint(255), "\xff");
  EXPECT_EQ(last_uint(256), "\0\1"s);
  EXPECT_EQ(sort_uint(0), "\0\0"s);
  EXPECT_EQ(sort_uint(0x7fff), "\x7f\xff");
  EXPECT_EQ(sort_uint(0x8000), "\x80\x80\0"s);
  EXPECT_EQ(sort_uint((1U << 22) - 1), "\xbf\xff\xff");
  EXPECT_EQ(sort_uint(1U << 22), "\xc0\x40\0\0"s);
  EXPECT_EQ(sort_uint((1U << 29) - 1), "\xdf\xff\xff\xff");
  EXPECT_EQ(sort_uint(1U << 29), "\xe0\x20\0\0\0"s);
  EXPECT_EQ(sort_uint(max64), "\xfe\xff\xff\xff\xff\xff\xff\xff\xff");
}

TEST(Codec, GivesNumbersBack) {
  for (const std::uint64_t value : edges()) {
    std::string bytes;
    append_leb128(bytes, value);
    bytes += sort_uint(value) + "rest";
    std::string_view rest = bytes;
    EXPECT_EQ(take_vint(rest), value);
    EXPECT_EQ(take_sort_uint(rest), value);
    EXPECT_EQ(rest, "rest");
    EXPECT_EQ(read_sort_uint(sort_uint(value)), value);
    EXPECT_EQ(decode_last_uint(last_uint(value)), value);
  }
}

TEST(Codec, ReadsBigEndianNumbers) {
  char bytes[4];
  put_be32(bytes, 0xfedc'ba98);
  EXPECT_EQ(std::string(bytes, 4), "\xfe\xdc\xba\x98");
  EXPECT_EQ(read_be32(bytes), 0xfedc'ba98U);
  EXPECT_EQ(read_be16(bytes + 2), 0xba98U);
}

TEST(Codec, OtherBytesAreNoNumberThatSorts) {
  for (const std::string& bytes :
       {""s, "\x01"s, "\x80\x01"s, "\x01\x01\x01"s, "\xc0\x01\x01"s, std::string(10, '\xff')}) {
    EXPECT_EQ(read_sort_uint(bytes), std::nullopt);
  }
}

TEST(Codec, SortsNumbersAsTheyAre) {
  std::string before;
  for (const std::uint64_t value : edges()) {
    EXPECT_LT(before, sort_uint(value)) << value;
    EXPECT_NE(sort_uint(value).front(), '\xff') << value;
    before = sort_uint(value);
  }
}

TEST(Codec, SortsStringsAsTheyAreWhateverFollows) {
  const std::string strings[] = {"",     "\0"s,   "\0\0"s, "\0\1"s, "\0\xff"s, "\1",      "a",
                                 "a\0"s, "a\0b"s, "a\1",   "ab",    "\xff",    "\xff\xff"};
  std::string before;
  for (const std::string& string : strings) {
    for (const std::uint64_t docid : {std::uint64_t{1}, std::uint64_t{0x8000}, max32}) {
      const std::string key = sort_string(string, KeyEnd::later) + sort_uint(docid);
      EXPECT_LT(before, key);
      before = key;
      std::string_view rest = key;
      EXPECT_EQ(take_sort_string(rest, false), string);
      EXPECT_EQ(take_sort_uint(rest), docid);
    }
    const std::string last = sort_string(string, KeyEnd::here);
    EXPECT_EQ(last.size(), sort_string_size(string));
    std::string_view rest = last;
    EXPECT_EQ(take_sort_string(rest, true), string);
  }
}

TEST(Codec, SpellsPositions) {
  EXPECT_EQ(positions({0}), "\0"s);
  EXPECT_EQ(positions({300}), "\xac\x02");
  // A flaw of the format: 0 of 1 and 0 of 1 take no bits.
  EXPECT_EQ(positions({0, 1}), positions({1}));
  // Last 3; first 1 of 3: one bit fewer in the middle.  Count - 2 = 1 of 2: a bit.  Nothing is left
  // to tell of the position between.
  EXPECT_EQ(positions({1, 2, 3}), "\x03\x03");
}

TEST(Codec, GivesPositionsBack) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::set<std::uint32_t> list;
    // Few or many, near or far.
    const auto count = 1 + random() % (round % 100 == 0 ? 5000 : 20);
    const auto end = std::uint32_t{1} << (1 + random() % 31);
    for (unsigned i = 0; i < count; ++i) {
      list.insert(static_cast<std::uint32_t>(round % 7 == 0 ? random() : random() % end));
    }
    const std::vector<std::uint32_t> sorted(list.begin(), list.end());
    if (sorted == std::vector<std::uint32_t>{0, 1}) {
      continue;
    }
    ASSERT_EQ(decode_positions(positions(sorted)), sorted) << "round " << round;
  }
}

}  // namespace
}  // namespace pilcrow::sealed
