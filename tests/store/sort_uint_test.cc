// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/sort_uint.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

std::string spelled(std::uint64_t value) {
  std::string bytes;
  append_sort_uint(bytes, value);
  return bytes;
}

TEST(SortUint, NumbersComeBackAndSortAsTheirSpellings) {
  std::string before;
  for (unsigned bit = 0; bit < 64; ++bit) {
    for (const std::uint64_t value : {(std::uint64_t{1} << bit) - (bit == 0 ? 1 : 0),
                                      (std::uint64_t{1} << bit) + (bit > 1 ? 1 : 0)}) {
      const std::string bytes = spelled(value);
      EXPECT_EQ(read_sort_uint(bytes), value);
      EXPECT_LE(before, bytes);
      before = bytes;
    }
  }
  EXPECT_EQ(read_sort_uint(spelled(~std::uint64_t{0})), ~std::uint64_t{0});
}

TEST(SortUint, OtherBytesAreNoNumber) {
  using namespace std::string_literals;
  for (const std::string& bytes :
       {""s, "\x01"s, "\x80\x01"s, "\x01\x01\x01"s, "\xc0\x01\x01"s, std::string(10, '\xff')}) {
    EXPECT_EQ(read_sort_uint(bytes), std::nullopt);
  }
}

}  // namespace
}  // namespace pilcrow
