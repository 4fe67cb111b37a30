// SPDX-License-Identifier: GPL-2.0-or-later
// Texts in other charsets, by ICU, for tests of what reads them.
#pragma once

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <cstddef>
#include <string>
#include <string_view>

namespace pilcrow {

// `text`, which is UTF-8 and fits it, in another charset.
inline std::string encode(std::string_view text, const std::string& charset) {
  std::string encoded(text.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size =
      ucnv_convert(charset.c_str(), "UTF-8", encoded.data(), static_cast<int32_t>(encoded.size()),
                   text.data(), static_cast<int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset << ": " << u_errorName(status);
  encoded.resize(static_cast<std::size_t>(size));
  return encoded;
}

}  // namespace pilcrow
