// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

struct DateRow {
  const char* line;
  const char* date;
};

constexpr DateRow date_rows[] = {
    {"2021-03-14", "2021-03-14"},
    {"March 14, 2021", "2021-03-14"},
    {"14 March 2021", "2021-03-14"},
    {"Published: Mar 4, 2021", "2021-03-04"},
    {"Sonntag, 14. März 2021", "2021-03-14"},
    {"14 mars 2021", "2021-03-14"},
    {"14 de marzo de 2021", "2021-03-14"},
    {"domingo, 14 de marzo de 2021", "2021-03-14"},
    {"14 МАРТА 2021 Г.", "2021-03-14"},
    {"26-FEB-1987 15:01:01.79", "1987-02-26"},
    {"14 марта 2021 г.", "2021-03-14"},
    {"2021 жылғы 14 наурыз", "2021-03-14"},
    {"2021年3月14日", "2021-03-14"},
    {"14.03.2021", "2021-03-14"},
    {"14 Mart 2021", "2021-03-14"},
    {"14 marzo 2021", "2021-03-14"},
    {"14 de março de 2021", "2021-03-14"},
    {"14 maart 2021", "2021-03-14"},
    {"14 marca 2021", "2021-03-14"},
    {"14 березня 2021", "2021-03-14"},
    {"14 مارس 2021", "2021-03-14"},
    {"2021 14 مارت", "2021-03-14"},
    {"14 sentyabr 2021", "2021-09-14"},
    {"Posted on 14 March 2021", "2021-03-14"},
    {"Mar 14, 2021 • 4 min read", "2021-03-14"},
    {"14.03.2021 - 08:45", "2021-03-14"},
    {"Опубликовано: 14 марта 2021, 08:45 МСК", "2021-03-14"},
    {"2021-03-14 08:45", "2021-03-14"},
    {"February 30, 2021", ""},
    {"March 14, 3021", ""},
    {"March", ""},
    {"2021", ""},
    {"", ""},
    {"On March 14, 2021, the court of the city met again.", ""},
    {"In this March 31, 2018, photo, a man holds up a telephone", ""},
};

TEST(ParseDateLine, ReadsDatesAndNothingElse) {
  for (const DateRow& row : date_rows) {
    EXPECT_EQ(parse_date_line(row.line), row.date) << row.line;
  }
}

TEST(DatesTest, DatesOfMessagesBecomeIso8601) {
  constexpr struct {
    const char* written;
    const char* iso;
  } dates[] = {
      {"Tue, 24 Nov 2026 10:00:00 GMT", "2026-11-24T10:00:00Z"},
      {"24 Nov 2026 9:05 +0600", "2026-11-24T09:05:00+06:00"},
      {"Sun, 14 Mar 99 08:00:00 EST", "1999-03-14T08:00:00-05:00"},
      {"Sun, 14 March 2021", "2021-03-14"},
      {"2021-03-14T08:00:00Z", "2021-03-14T08:00:00Z"},
      {"14. März 2021", "2021-03-14"},
      {"Sun, 31 Feb 2021 08:00:00 GMT", ""},
      {"Sun, 14 Foo 2021 08:00:00 GMT", ""},
      {"", ""},
      {"yesterday", ""},
  };
  for (const auto& row : dates) {
    EXPECT_EQ(parse_date(row.written), row.iso) << row.written;
  }
}

}  // namespace
}  // namespace pilcrow
