// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/bar_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(BarChart, TheLargestFillsTheLineAndTheSmallestCanBeSeen) {
  EXPECT_THAT(bar_chart({{"2020", 8}, {"2021", 100}, {"2022", 50}, {"2023", 1}}, 20),
              ElementsAre("2020   8 ▉", "2021 100 ███████████", "2022  50 █████▌", "2023   1 ▏"));
  EXPECT_THAT(bar_chart({}, 80), IsEmpty());
}

TEST(BarChart, ATerminalThatIsTooNarrowGetsOneColumn) {
  EXPECT_THAT(bar_chart({{"2021-03-14", 5}}, 3), ElementsAre("2021-03-14 5 █"));
}

}  // namespace
}  // namespace pilcrow
