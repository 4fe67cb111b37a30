// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/leb128.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <limits>
#include <set>
#include <string>

namespace pilcrow {
namespace {

using namespace std::string_literals;

constexpr std::uint64_t max32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t max64 = std::numeric_limits<std::uint64_t>::max();

std::string spelled(std::uint64_t number) {
  std::string bytes;
  append_leb128(bytes, number);
  return bytes;
}

TEST(Leb128, SpellsTheLowestSevenBitsFirst) {
  EXPECT_EQ(spelled(0), "\0"s);
  EXPECT_EQ(spelled(127), "\x7f");
  EXPECT_EQ(spelled(128), "\x80\x01");
  EXPECT_EQ(spelled(300), "\xac\x02");
  EXPECT_EQ(spelled(max32), "\xff\xff\xff\xff\x0f");
  EXPECT_EQ(spelled(max32).size(), leb128_32_bytes_max);
  EXPECT_EQ(spelled(max64).size(), leb128_bytes_max);
}

TEST(Leb128, GivesBackNumbersOfEveryLength) {
  std::set<std::uint64_t> numbers{0, max64};
  for (unsigned bit = 0; bit < 64; ++bit) {
    const std::uint64_t power = std::uint64_t{1} << bit;
    numbers.insert({power - 1, power, power + 1});
  }
  for (const std::uint64_t number : numbers) {
    const std::string bytes = spelled(number) + "rest";
    std::string_view rest = bytes;
    EXPECT_EQ(take_leb128(rest), number);
    EXPECT_EQ(rest, "rest");
  }
}

TEST(Leb128, WhatIsCutOffIsNoNumber) {
  const std::string whole = spelled(max64);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::string_view rest = std::string_view(whole).substr(0, size);
    EXPECT_EQ(take_leb128(rest), std::nullopt) << size;
    EXPECT_TRUE(rest.empty());
  }
}

TEST(Leb128, WhatDoesNotEndInTenBytesIsNoNumber) {
  const std::string bytes = std::string(leb128_bytes_max, '\x80') + "\x01rest";
  std::string_view rest = bytes;
  EXPECT_EQ(take_leb128(rest), std::nullopt);
  EXPECT_FALSE(rest.empty());
}

}  // namespace
}  // namespace pilcrow
