// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pilcrow/article.h"
#include "tests/support/archives.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class ReadSourceTest : public testing::Test {
 protected:
  std::string make(const std::string& name, std::string_view bytes) {
    write_file(folder_ / name, bytes);
    return folder_ / name;
  }

  TemporaryPath folder_;
};

TEST_F(ReadSourceTest, GivesBytesOfFilesAndOfMembers) {
  const std::string inner = pack("zip", "none", {{"b/c.txt", "0123456789"}});
  const std::string text = make("a.txt", "0123456789");
  const std::string packed = make(
      "a.tar.gz",
      pack("ustar", "gzip", {{"a", "wrong"}, {"a/in.zip", inner}, {"a/in.zip/b/d", "abcdef"}}));
  const struct {
    std::string path;
    const char* member;
    Span span;
    const char* bytes;
  } rows[] = {
      {text, "", {2, 5}, "234"},
      {text, "", {0, 10}, "0123456789"},
      {text, "", {10, 10}, ""},
      {packed, "a", {1, 3}, "ro"},
      {packed, "a/in.zip/b/c.txt", {8, 10}, "89"},
      {packed, "a/in.zip/b/d", {0, 3}, "abc"},
      {make("c.txt.zst", compress("zstd", "0123456789")), "c.txt", {4, 6}, "45"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read_source(row.path, row.member, row.span), row.bytes) << row.path << row.member;
  }
}

TEST_F(ReadSourceTest, WhatIsNotThereIsAnErrorThatNamesIt) {
  const std::string text = make("a.txt", "0123456789");
  const std::string zip = make("a.zip", pack("zip", "none", {{"a.txt", "0123456789"}}));
  const struct {
    std::string path;
    const char* member;
    Span span;
    const char* message;
  } rows[] = {
      {"/none.txt", "", {0, 1}, "open /none.txt"},
      {"-", "", {0, 1}, "standard input can't be read again"},
      {text, "", {5, 11}, "no bytes 5 to 11"},
      {text, "", {5, 4}, "no bytes 5 to 4"},
      {text, "", {0, static_cast<std::size_t>(-1)}, "no bytes"},
      {text, "b.txt", {0, 1}, "a.txt/b.txt: there is no such member"},
      {zip, "b.txt", {0, 1}, "there is no such member"},
      {zip, "a.txt/b", {0, 1}, "there is no such member"},
      {zip, "a.txt", {0, 11}, "no bytes 0 to 11"},
      {zip, "a.txt", {0, static_cast<std::size_t>(-1)}, "no bytes"},
      {zip, "a.txt", {20, 10}, "no bytes 20 to 10"},
  };
  for (const auto& row : rows) {
    expect_error(ErrorCode::not_found, row.message,
                 [&] { read_source(row.path, row.member, row.span); });
  }
  expect_error(ErrorCode::io, "it is damaged", [&] {
    read_source(make("b.zip", read_file(zip).substr(0, 36)), "b", {0, 1});
  });
}

}  // namespace
}  // namespace pilcrow
