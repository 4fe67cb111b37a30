// SPDX-License-Identifier: GPL-2.0-or-later
// A searcher that stays open while the index is written.
#include <gtest/gtest.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

Article version(int number) {
  std::string text;
  for (int i = 0; i < 50; ++i) {
    text += "Version " + std::to_string(number) + " paragraph " + std::to_string(i) + ".\n\n";
  }
  return make_article("a", "", text);
}

class StaleReaderTest : public testing::Test {
 protected:
  void SetUp() override { index_articles(index_, {version(0)}); }

  TemporaryPath folder_;
  std::filesystem::path index_ = folder_ / "index";
};

// Xapian's readers fail from the second commit on.
TEST_F(StaleReaderTest, SearchesGoOnThroughManyCommits) {
  Searcher searcher(index_);
  for (int number = 1; number <= 10; ++number) {
    index_articles(index_, {version(number)});
    const SearchResults results = searcher.search("paragraph", {.limit = 100, .context = 1});
    ASSERT_EQ(results.hits.size(), 50U);
    for (const Hit& hit : results.hits) {
      EXPECT_EQ(hit.text.substr(0, 9), results.hits[0].text.substr(0, 9)) << "one state a search";
    }
  }
}

TEST_F(StaleReaderTest, RefreshMovesToTheNewestState) {
  Searcher searcher(index_);
  EXPECT_FALSE(searcher.refresh());
  index_articles(index_, {version(7)});
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(searcher.search("7", {.limit = 100}).hits.size(), 50U);
}

TEST_F(StaleReaderTest, ARebuiltIndexIsSeenAfterRefreshAndUntilThenTheOldOne) {
  Searcher searcher(index_);
  index_articles(index_, {version(8)}, {.mode = OpenMode::rebuild});
  EXPECT_EQ(searcher.search("version").hits[0].text.substr(0, 9), "Version 0");
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(searcher.search("version").hits[0].text.substr(0, 9), "Version 8");
}

}  // namespace
}  // namespace pilcrow
