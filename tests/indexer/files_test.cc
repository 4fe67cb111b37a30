// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class PublishTest : public testing::Test {
 protected:
  void make(const char* name, const char* content) {
    std::filesystem::create_directory(folder_ / name);
    write_file(folder_ / name / "table", content);
  }

  TemporaryPath folder_;
};

TEST_F(PublishTest, PutsTheFirstOneInPlace) {
  make("made", "new");
  publish_folder(folder_ / "made", folder_ / "index");
  EXPECT_EQ(read_file(folder_ / "index/table"), "new");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "made"));
}

TEST_F(PublishTest, TakesThePlaceOfAnEmptyFolder) {
  make("made", "new");
  std::filesystem::create_directory(folder_ / "index");
  publish_folder(folder_ / "made", folder_ / "index");
  EXPECT_EQ(read_file(folder_ / "index/table"), "new");
}

TEST_F(PublishTest, TakesThePlaceOfAnOldOneAndRemovesIt) {
  make("made", "new");
  make("index", "old");
  publish_folder(folder_ / "made", folder_ / "index");
  EXPECT_EQ(read_file(folder_ / "index/table"), "new");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "made"));
}

TEST_F(PublishTest, AReaderThatHasTheOldOneOpenKeepsIt) {
  make("made", "new");
  make("index", "old");
  std::ifstream reader(folder_ / "index/table");
  publish_folder(folder_ / "made", folder_ / "index");
  std::string content;
  reader >> content;
  EXPECT_EQ(content, "old");
}

TEST(TemporaryFolder, RemovesWhatWasThereAndItself) {
  const TemporaryPath folder;
  std::filesystem::create_directory(folder / "work");
  write_file(folder / "work/litter", "x");
  {
    const TemporaryFolder work(folder / "work");
    EXPECT_TRUE(std::filesystem::is_empty(work.path()));
    write_file(work.path() / "shard", "x");
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "work"));
}

TEST(SyncFolder, NamesWhatIsNotThere) {
  expect_error(ErrorCode::io, "/none: No such file or directory", [] { sync_folder("/none"); });
}

}  // namespace
}  // namespace pilcrow
