// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/large_pages.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <limits>
#include <new>

namespace pilcrow {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20;

TEST(LargePages, BeginWithAPageWhereMemoryIsLarge) {
  for (const std::size_t bytes : {mebibyte, 2 * mebibyte, 5 * mebibyte + 1}) {
    void* block = allocate_large(bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % (2 * mebibyte), 0U) << bytes;
    free_large(block, bytes);
  }
}

TEST(LargePages, HoldWhatAVectorHoldsAsItGrows) {
  LargeVector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number < 1'000'000; ++number) {
    numbers.push_back(number);
  }
  for (std::uint32_t number = 0; number < 1'000'000; ++number) {
    ASSERT_EQ(numbers[number], number);
  }
  const LargeVector<std::uint32_t> copy = numbers;
  EXPECT_EQ(copy, numbers);
}

TEST(LargePages, RefuseWhatNoMemoryHolds) {
  EXPECT_THROW(allocate_large(std::numeric_limits<std::size_t>::max()), std::bad_alloc);
}

}  // namespace
}  // namespace pilcrow
