// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as pages write them.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// YYYY-MM-DD for a line that is a date and little else: ISO 8601, "March 14, 2021",
// "Sonntag, 14. März 2021", "14 марта 2021 г.", "2021 жылғы 14 наурыз", "2021年3月14日", 14.03.2021
// (day first), with month names in English, German, French, Spanish, Russian, Kazakh and Turkish.
// Empty for everything else, dates that do not exist included.
std::string parse_date_line(std::string_view line);

// The date and time of RFC 822 as ISO 8601: "Tue, 24 Nov 2026 10:00:00 +0600" is
// 2026-11-24T10:00:00+06:00.  Empty for everything else.
std::string parse_rfc822_date(std::string_view written);

// What is ISO 8601 as it is, the date and time of RFC 822, else what parse_date_line finds.
std::string parse_date(std::string_view written);

}  // namespace pilcrow
