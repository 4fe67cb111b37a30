// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/fact_match.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(DateRange, HoldsWhatIsAsExactAsItIsWritten) {
  const struct {
    const char* value;
    const char* date;
    bool holds;
  } rows[] = {
      {"2018", "2018-09-03", true},
      {"2018", "2019-01-01", false},
      {"2018-09", "2018-09-03", true},
      {"2018-09-03", "2018-09-03T10:00:00Z", true},
      {"2018-09..2018-12", "2018-12-31", true},
      {"2018-09..2018-12", "2018-08-31", false},
      {"2018..", "2030", true},
      {"..2018", "2018-12-31", true},
      {"..2018", "2019", false},
      {">=2018-09", "2018-09-01", true},
      {">2018-09", "2018-09-30", false},
      {">2018-09", "2018-10", true},
      {"<2018", "2017-12-31", true},
      {"<2018", "2018-01-01", false},
      {"<=2018", "2018-12-31", true},
      {"2018", "", false},
      {"2018-09-01", "2018", false},
  };
  for (const auto& row : rows) {
    DateRange range;
    ASSERT_TRUE(parse_date_range(row.value, range)) << row.value;
    EXPECT_EQ(range.holds(row.date), row.holds) << row.value << ' ' << row.date;
  }
  for (const char* bad : {"", "..", "18", "2018-9", ">", "soon", "2018...2019", "2018..x"}) {
    DateRange range;
    EXPECT_FALSE(parse_date_range(bad, range)) << bad;
  }
}

}  // namespace
}  // namespace pilcrow
