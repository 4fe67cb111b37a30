// SPDX-License-Identifier: GPL-2.0-or-later
// The language of a passage whose letters were counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analysis/language_letters.h"

namespace pilcrow {

// What is looked at of a text; more does not change the answer.
constexpr std::size_t language_sample_bytes_max = std::size_t{16} << 10;

inline std::string_view language_sample(std::string_view text) {
  return text.substr(0, language_sample_bytes_max);
}

// As the public passage_language, of what language_sample and count_letters give of its text, and
// short codes (language_code).
std::string passage_language(std::string_view sample, const LetterCounts& counts,
                             const std::string& claimed, const std::string& inherited);

}  // namespace pilcrow
