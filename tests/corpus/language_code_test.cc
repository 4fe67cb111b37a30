// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/language_code.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(LanguageCode, IsTheShortestThatThereIs) {
  constexpr struct {
    const char* declared;
    const char* code;
  } rows[] = {
      {"en", "en"},        {"EN", "en"},       {"en-US", "en"},    {"zh_Hant", "zh"},
      {"eng", "en"},       {"eng_Latn", "en"}, {"ger", "de"},      {"kaz", "kk"},
      {"ace_Arab", "ace"}, {"", ""},           {"zsm_Latn", "ms"}, {"arb_Arab", "ar"},
      {"prs", "fa"},       {"swh", "sw"},      {"khk_Cyrl", "mn"}, {"sah", "sah"},
      {"English", ""},     {"e", ""},          {"русский", ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(language_code(row.declared), row.code) << row.declared;
  }
}

}  // namespace
}  // namespace pilcrow
