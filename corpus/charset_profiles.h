// SPDX-License-Identifier: GPL-2.0-or-later
// The letters that tell languages in old charsets apart.
#pragma once

#include <span>
#include <string_view>

namespace pilcrow {

enum class ScriptKind { latin, alphabet, ideographs };

struct CharsetProfile {
  std::string_view charsets;    // Names separated by spaces; of equally good ones the first wins.
  ScriptKind kind;              // Latin: `letters` are only those beyond ASCII.
  std::u32string_view letters;  // Small ones, the frequent ones first.
};

// In the order of preference: of equally good ones the first wins.
std::span<const CharsetProfile> charset_profiles();

}  // namespace pilcrow
