// SPDX-License-Identifier: GPL-2.0-or-later
// Light stemming by tables: one engine, a table a language.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pilcrow {

// Suffixes of which the longest that fits is cut, where `letters_min` letters (code points) remain.
// They are separated by spaces; "dz>d" puts d where dz was.
struct SuffixGroup {
  std::size_t letters_min = 0;
  std::string_view suffixes;
};

// How one language is stemmed: `spellings` ("from>to" as above, anywhere in the word) make variants
// of a letter one; then all groups in order cut what they can, again and again until nothing goes,
// so that a word and its longer forms end up the same; then the longest of `endings` that the stem
// ends with is replaced once.
struct SuffixRules {
  std::string_view spellings;
  std::vector<SuffixGroup> groups;
  std::string_view endings;
};

// The rules of a language, each from the work that its file names.  Thread-safe.
const SuffixRules& bulgarian_rules();
const SuffixRules& czech_rules();
const SuffixRules& greek_rules();
const SuffixRules& hindi_rules();
const SuffixRules& kazakh_rules();
const SuffixRules& persian_rules();
const SuffixRules& polish_rules();
const SuffixRules& ukrainian_rules();
const SuffixRules& uyghur_rules();
const SuffixRules& vietnamese_rules();

}  // namespace pilcrow
