// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/record.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <limits>
#include <string>

#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

using namespace std::string_literals;

TEST(Record, GivesBackWhatWasWritten) {
  const std::uint64_t numbers[] = {0, 1, 127, 128, 300, std::numeric_limits<std::uint64_t>::max()};
  const std::string texts[] = {"", "a", "Қазақстан", "\0\xff"s, std::string(100'000, 'x')};
  RecordWriter writer;
  for (const std::uint64_t number : numbers) {
    writer.number(number);
  }
  for (const std::string& text : texts) {
    writer.text(text).coded_text(text);
  }
  const std::string record = writer.finish();

  RecordReader reader(record, "a test");
  for (const std::uint64_t number : numbers) {
    EXPECT_EQ(reader.number(), number);
  }
  for (const std::string& text : texts) {
    EXPECT_EQ(reader.text(), text);
    EXPECT_EQ(reader.coded_text(), text);
  }
}

TEST(Record, TheLastTextNeedsNoLengthOfItsCode) {
  for (const std::string& text : {""s, "\xff\xff"s, "The railway station was opened in autumn."s}) {
    const std::string record = RecordWriter().number(7).coded_text(text, TextPlace::last).finish();
    RecordReader reader(record, "a test");
    EXPECT_EQ(reader.number(), 7U);
    EXPECT_EQ(reader.coded_text(TextPlace::last), text);
  }
}

TEST(Record, NoticesEveryFlippedBitAndEveryCut) {
  const std::string record = RecordWriter().number(42).text("paragraph").finish();
  for (std::size_t bit = 0; bit < 8 * record.size(); ++bit) {
    std::string damaged = record;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_THROW(RecordReader(damaged, "a test"), Error) << "bit " << bit;
  }
  for (std::size_t size = 0; size < record.size(); ++size) {
    EXPECT_THROW(RecordReader(record.substr(0, size), "a test"), Error) << size << " bytes";
  }
}

TEST(Record, ReadingPastItsEndIsAnErrorThatNamesTheObject) {
  const std::string record = RecordWriter().number(7).finish();
  RecordReader reader(record, "the record of an article");
  reader.number();
  expect_error(ErrorCode::corrupt, "read the record of an article: a number is cut off",
               [&] { reader.number(); });
}

TEST(Record, ALengthBeyondTheRecordIsAnError) {
  const std::string record = RecordWriter().number(1000).finish();
  RecordReader reader(record, "a test");
  expect_error(ErrorCode::corrupt, "a text is cut off", [&] { reader.text(); });
}

TEST(Record, ACodeThatEndsBeforeItsTextIsAnError) {
  const std::string record = RecordWriter().number(2 * 1000 + 1).text("\xAA").finish();
  RecordReader reader(record, "a test");
  expect_error(ErrorCode::corrupt, "a text has no known code", [&] { reader.coded_text(); });
}

}  // namespace
}  // namespace pilcrow
