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

}  // namespace pilcrow
