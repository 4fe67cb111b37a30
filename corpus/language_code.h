// SPDX-License-Identifier: GPL-2.0-or-later
// Language codes as sources declare them.
#pragma once

#include <string>
#include <string_view>

namespace pilcrow {

// The ISO 639-1 code of a declared language, or its ISO 639-3 code where there is no shorter one:
// "en" for "en-US" (BCP 47), "EN", "eng" and "eng_Latn".  Empty for what is no code.
std::string language_code(std::string_view declared);

}  // namespace pilcrow
