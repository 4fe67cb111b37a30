// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/input_file.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

TEST(InputFile, BytesAreTakenOnceInWhateverWay) {
  InputFile file(make_memory_stream("one\r\ntwo\n0123456789abcdef"), {});
  std::string_view line;
  bool too_long = false;
  EXPECT_EQ(file.peek(3), "one");
  EXPECT_TRUE(file.next_line(line, 100, too_long));
  EXPECT_EQ(line, "one");
  EXPECT_EQ(file.read(4), "two\n");
  EXPECT_EQ(file.offset(), 9U);
  EXPECT_EQ(file.skip(2), 2U);
  EXPECT_EQ(file.read_some(3), "234");
  EXPECT_EQ(file.read_all(100), "56789abcdef");
  EXPECT_EQ(file.read_some(3), "");
  EXPECT_EQ(file.read(3), "");
  EXPECT_EQ(file.skip(1), 0U);
  EXPECT_EQ(file.offset(), 25U);
}

TEST(InputFile, MoreThanABufferIsSkippedAndReadToTheByte) {
  std::string bytes(std::size_t{1} << 20, 'x');
  bytes += "end";
  InputFile file(make_memory_stream(bytes), {});
  EXPECT_EQ(file.skip((std::size_t{1} << 20) - 1), (std::size_t{1} << 20) - 1);
  EXPECT_EQ(file.read(10), "xend");
}

}  // namespace
}  // namespace pilcrow
