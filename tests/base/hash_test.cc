// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/hash.h"

#include <gtest/gtest.h>
#include <string>

namespace pilcrow {
namespace {

// Published test vector of XXH3 for the empty input: indexes depend on it never changing.
TEST(Hash, IsXxh3) {
  EXPECT_EQ(hash64(""), 0x2d06800538d394c2U);
}

TEST(Hash, OfPiecesIsTheHashOfTheWhole) {
  const std::string text(5000, 'p');
  for (const std::size_t piece : {1U, 7U, 256U, 4999U, 5000U}) {
    StreamHash hash;
    for (std::size_t at = 0; at < text.size(); at += piece) {
      hash.update(std::string_view(text).substr(at, piece));
    }
    EXPECT_EQ(hash.value(), hash64(text)) << piece;
  }
}

}  // namespace
}  // namespace pilcrow
