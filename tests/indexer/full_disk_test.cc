// SPDX-License-Identifier: GPL-2.0-or-later
// A disk that is full before an index is complete, whatever fills it: what a build puts aside, a
// table, or the last file.
#include <gtest/gtest.h>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/bulk_writer.h"
#include "pilcrow/error.h"
#include "tests/support/articles.h"
#include "tests/support/small_disk.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

std::vector<Article> articles(int count) {
  std::vector<Article> made;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int j = 0; j < 300; ++j) {
      text += "word" + std::to_string((i * 977 + j * 31) % 5000) + ' ';
    }
    made.push_back(make_article(std::to_string(i), "", text));
  }
  return made;
}

// True where the disk was large enough.
bool builds(const fs::path& index, const std::vector<Article>& made, std::size_t memory_mib) {
  try {
    BulkWriter writer(
        index, {.jobs = 2, .memory_mib = memory_mib, .builder = Builder::sealed, .check = false});
    for (const Article& article : made) {
      writer.put(article);
    }
    std::vector<Problem> problems;
    writer.commit(problems);
    return true;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
    EXPECT_NE(std::string(error.what()).find("No space left on device"), std::string::npos)
        << error.what();
    return false;
  }
}

class FullDiskTest : public testing::Test {
 protected:
  // Builds on ever larger disks, until one is large enough, an index of `made` where one of two
  // articles stands, or none.
  void build_on_disks(const std::vector<Article>& made, std::size_t memory_mib, bool has_old) {
    unsigned full = 0;
    std::optional<bool> is_built = false;
    for (std::size_t bytes = first_bytes; !*is_built; bytes += bytes / 5) {
      is_built = run_on_small_disk(bytes, folder_.path(), [&] {
        if (has_old) {
          index_articles(index_, articles(2));
        }
        const bool is_enough = builds(index_, made, memory_mib);
        expect_index(is_enough ? made.size() : has_old ? 2 : 0);
        return is_enough;
      });
      if (!is_built) {
        GTEST_SKIP() << "this machine lets nobody mount a disk";
      }
      ASSERT_FALSE(HasFailure());
      full += *is_built ? 0 : 1;
    }
    EXPECT_GT(full, 8U);
  }

 private:
  static constexpr std::size_t first_bytes = std::size_t{256} << 10;

  void expect_index(std::size_t count) {
    if (count > 0) {
      EXPECT_EQ(index_info(index_).articles, count);
      EXPECT_TRUE(check_index(index_).empty());
    } else {
      EXPECT_FALSE(fs::exists(index_));
    }
    EXPECT_FALSE(fs::exists(index_.string() + ".building"));
  }

  TemporaryPath folder_;
  fs::path index_ = folder_ / "index";
};

TEST_F(FullDiskTest, EndsAFirstBuildAndLeavesNothing) {
  build_on_disks(articles(300), 400, false);
}

TEST_F(FullDiskTest, EndsARebuildAndLeavesTheOldIndex) {
  build_on_disks(articles(300), 400, true);
}

TEST_F(FullDiskTest, EndsABuildWithLittleMemoryThatPutsMostAside) {
  build_on_disks(articles(600), 1, true);
}

}  // namespace
}  // namespace pilcrow
