// SPDX-License-Identifier: GPL-2.0-or-later
// An index that follows its files while it is searched.
#include <gtest/gtest.h>
#include <atomic>
#include <thread>

#include "pilcrow/indexer.h"
#include "pilcrow/searcher.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class WatchTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(folder_ / "in");
    write_file(folder_ / "in/a.txt", "The first ferry waits.");
    watching_ = std::jthread([this](const std::stop_token& stop) {
      Indexer(folder_ / "index", {.language = "en", .jobs = 1})
          .watch_sources({(folder_ / "in").string()}, {}, stop,
                         [this](const IndexReport&) { ++reports_; });
    });
    wait_for_reports(1);
  }

  void wait_for_reports(int number) {
    constexpr int tries = 200;
    for (int i = 0; i < tries && reports_ < number; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ASSERT_GE(reports_, number);
  }

  static std::size_t count(Searcher& searcher, const char* query) {
    searcher.refresh();
    return searcher.search(query).hits.size();
  }

  TemporaryPath folder_;
  std::atomic<int> reports_ = 0;
  std::jthread watching_;
};

TEST_F(WatchTest, FollowsFilesThatComeChangeAndGo) {
  Searcher searcher(folder_ / "index");
  EXPECT_EQ(count(searcher, "ferry"), 1U);
  write_file(folder_ / "in/b.txt", "The second ferry sails.");
  wait_for_reports(2);
  EXPECT_EQ(count(searcher, "ferry"), 2U);
  write_file(folder_ / "in/a.txt", "The first balloon waits.");
  wait_for_reports(3);
  EXPECT_EQ(count(searcher, "ferry"), 1U);
  EXPECT_EQ(count(searcher, "balloon"), 1U);
  std::filesystem::remove(folder_ / "in/b.txt");
  wait_for_reports(4);
  EXPECT_EQ(count(searcher, "ferry"), 0U);
}

}  // namespace
}  // namespace pilcrow
