// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/database.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

void make_database(const std::filesystem::path& path, const std::string& header) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  if (!header.empty()) {
    database.set_metadata(std::string(header_key), header);
  }
  database.commit();
}

TEST(OpenDatabase, SaysWhatIsMissingAndWhatToDo) {
  const TemporaryPath folder;
  expect_error(ErrorCode::not_found, "there is no such folder; make it with pilcrow-indexer",
               [&] { open_database(folder / "none"); });
  expect_error(ErrorCode::not_found, "it holds no index", [&] { open_database(folder.path()); });
}

// A stub file can name a program that Xapian would run.
TEST(OpenDatabase, NeverFollowsAStub) {
  const TemporaryPath folder;
  write_file(folder / "stub", "remote :/usr/bin/touch " + (folder / "ran").string() + "\n");
  std::filesystem::create_directory(folder / "dir");
  write_file(folder / "dir/XAPIANDB", "remote :/usr/bin/touch " + (folder / "ran").string());
  write_file(folder / "dir/iamglass", "");
  EXPECT_THROW(open_database(folder / "stub"), Error);
  EXPECT_THROW(open_database(folder / "dir"), Error);
  EXPECT_FALSE(std::filesystem::exists(folder / "ran"));
}

TEST(RequireCompatible, TellsForeignOldAndOtherAnalyzersApart) {
  const TemporaryPath folder;
  make_database(folder / "foreign", "");
  make_database(folder / "old", encode(IndexHeader{.format = 0, .analyzer = "ours"}));
  make_database(folder / "other", encode(IndexHeader{.analyzer = "theirs"}));
  make_database(folder / "good", encode(IndexHeader{.analyzer = "ours"}));
  const auto require = [&](const char* name) {
    require_compatible(open_database(folder / name), folder / name, "ours");
  };
  expect_error(ErrorCode::incompatible, "a Xapian database of another program",
               [&] { require("foreign"); });
  expect_error(ErrorCode::incompatible, "it has format 0, this program reads format 5",
               [&] { require("old"); });
  expect_error(ErrorCode::incompatible,
               "made by analyzer theirs, this program has ours; build it anew",
               [&] { require("other"); });
  EXPECT_NO_THROW(require("good"));
}

}  // namespace
}  // namespace pilcrow
