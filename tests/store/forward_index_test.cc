// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/forward_index.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

TEST(ForwardIndex, KeepsTitleAndBodyApartAndInOrder) {
  ForwardIndexWriter writer;
  writer.add_title(1);
  writer.add_title(0xffff);
  writer.add(3);
  writer.add(0);
  const ForwardIndex index = decode_forward_index(writer.value(70'000));
  EXPECT_EQ(index.length, 70'000U);
  EXPECT_EQ(index.title, (std::vector<WordHash>{1, 0xffff}));
  EXPECT_EQ(index.body, (std::vector<WordHash>{3, 0}));
}

TEST(ForwardIndex, DroppingTheBodyKeepsTheTitle) {
  ForwardIndexWriter writer;
  writer.add_title(1);
  writer.add(2);
  writer.drop_body();
  writer.add(4);
  const ForwardIndex index = decode_forward_index(writer.value(1));
  EXPECT_EQ(index.title, (std::vector<WordHash>{1}));
  EXPECT_EQ(index.body, (std::vector<WordHash>{4}));
}

TEST(ForwardIndex, OfNothingIsEmpty) {
  EXPECT_TRUE(decode_forward_index("").body.empty());
  EXPECT_TRUE(decode_forward_index(ForwardIndexWriter().value(0)).title.empty());
}

TEST(ForwardIndex, NoticesALengthThatCannotBe) {
  for (const std::string& damaged : {std::string("\1\0\0\0\0\0\0", 7), std::string("\1\0\0\0", 4),
                                     std::string("\1\0\0\0\5\0\1\0", 8)}) {
    expect_error(ErrorCode::corrupt, "forward index", [&] { decode_forward_index(damaged); });
  }
}

}  // namespace
}  // namespace pilcrow
