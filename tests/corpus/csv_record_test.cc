// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/csv_record.h"

#include <gmock/gmock.h>

#include "corpus/formats/spelling.h"

namespace pilcrow {
namespace {

TEST(CsvRecordTest, FieldsAreFoundAndDecoded) {
  const struct {
    const char* record;
    std::vector<std::string> fields;
  } rows[] = {
      {"a,b", {"a", "b"}},
      {"", {""}},
      {",", {"", ""}},
      {R"("a,b",c)", {"a,b", "c"}},
      {R"("say ""no""",c)", {R"(say "no")", "c"}},
      {R"("",x)", {"", "x"}},
      {R"("""")", {"\""}},
      {R"(a "b" c,d)", {R"(a "b" c)", "d"}},
      {R"("a"b,c)", {R"(a"b)", "c"}},
      {R"(a,"open)", {"a", "open"}},
      {R"(a,")", {"a", ""}},
      {R"( "a",b)", {R"( "a")", "b"}},
      {"\"two\r\nlines\",b", {"two\r\nlines", "b"}},
  };
  for (const auto& row : rows) {
    std::vector<Span> spans;
    const std::string_view record = row.record;
    split_csv_record(record, ',', spans);
    std::vector<std::string> fields;
    for (const Span& span : spans) {
      fields.push_back(csv_field_text(record.substr(span.begin, span.size())));
    }
    EXPECT_EQ(fields, row.fields) << record;
  }
}

TEST(CsvRecordTest, TheEndOfARecordIsFoundInPieces) {
  const struct {
    std::string bytes;
    std::size_t end;
    bool in_quotes;
    std::size_t quote_line;
  } rows[] = {
      {"a,b\nc", 3, false, 0},
      {"a,b\rc", 3, false, 0},
      {"\"a\nb\",\"c\nd\"\ne", 11, false, 1},
      {"\"a\"\"\nb\"\nc", 7, false, 0},
      {"a\"b\nc", 3, false, 0},
      {"\"a\"x\"\nc", 5, false, 0},
      {"a,b", std::string::npos, false, 0},
      {"\"a\nb\",\"c\nd", std::string::npos, true, 1},
  };
  for (const auto& row : rows) {
    for (std::size_t size = 1; size < 5; ++size) {
      CsvRecordFinder finder(',');
      std::size_t at = 0;
      std::size_t end = CsvRecordFinder::npos;
      while (at < row.bytes.size() && end == CsvRecordFinder::npos) {
        end = finder.feed(std::string_view(row.bytes).substr(at, size));
        at += end == CsvRecordFinder::npos ? size : end;
      }
      EXPECT_EQ(end == CsvRecordFinder::npos ? end : at, row.end) << row.bytes << size;
      EXPECT_EQ(finder.in_quotes(), row.in_quotes) << row.bytes << size;
      EXPECT_EQ(finder.quote_line(), row.quote_line) << row.bytes << size;
    }
  }
}

}  // namespace
}  // namespace pilcrow
