// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/stored_count.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(StoredCount, IsInStepsOfThePivot) {
  const struct {
    double length;
    Xapian::termcount count;
    Xapian::termcount stored;
  } rows[] = {
      {64, 1, 16},    // The reference: 16 steps an occurrence.
      {64, 3, 48},    //
      {1024, 1, 2},   // 16 times as long: an eighth.
      {1024, 8, 16},  //
      {4, 1, 128},    // A sixteenth: 8 times as much.
      {4, 2, 255},    // 256 is more than there can be.
      {64, 17, 255},  //
      {0, 1, 255},    // No passage that holds a ranked term is so short; it must not overflow.
      {64, 0, 0},     // A stop word.
      {4e9, 1, 1},    // What is there counts something.
      {4e9, 4'000'000'000, 255},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(CountScale(row.length).stored(row.count), row.stored)
        << row.count << " in " << row.length;
  }
}

TEST(StoredCount, TellsTheCountThatItStandsFor) {
  for (const double length : {12.0, 64.0, 100.0, 400.0}) {
    const CountScale scale(length);
    for (const Xapian::termcount count : {1U, 2U}) {
      EXPECT_NEAR(scale.count_of(scale.stored(count)), count, length_pivot(length) / 32) << length;
    }
  }
}

TEST(StoredCount, PivotsArePowersOfTheLength) {
  EXPECT_DOUBLE_EQ(length_pivot(64), 1);
  EXPECT_DOUBLE_EQ(length_pivot(64 * 16), 8);
  EXPECT_DOUBLE_EQ(length_pivot(4), 0.125);
  EXPECT_DOUBLE_EQ(length_pivot(0), length_pivot(1));
}

}  // namespace
}  // namespace pilcrow
