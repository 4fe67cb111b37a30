// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "pilcrow/article.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

namespace fs = std::filesystem;

class SourceWatcherTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "in/deep");
    write_file(folder_ / "in/old.txt", "Old.");
  }

  std::string in(const char* name) { return (folder_ / "in" / name).string(); }

  static SourceChanges wait(SourceWatcher& watcher) {
    return watcher.wait({}, std::chrono::milliseconds(30));
  }

  TemporaryPath folder_;
};

TEST_F(SourceWatcherTest, NoticesFilesThatAreWrittenAnywhereBelow) {
  SourceWatcher watcher({in("")});
  write_file(in("new.txt"), "New.");
  write_file(in("deep/deeper.txt"), "Deep.");
  const SourceChanges changes = wait(watcher);
  EXPECT_THAT(changes.changed, ElementsAre(in("deep/deeper.txt"), in("new.txt")));
  EXPECT_FALSE(changes.gone);
}

TEST_F(SourceWatcherTest, NoticesWhatIsRemovedAndWhatMoves) {
  SourceWatcher watcher({in("")});
  fs::rename(in("old.txt"), in("moved.txt"));
  SourceChanges changes = wait(watcher);
  EXPECT_THAT(changes.changed, ElementsAre(in("moved.txt")));
  EXPECT_TRUE(changes.gone);
  fs::remove(in("moved.txt"));
  changes = wait(watcher);
  EXPECT_THAT(changes.changed, IsEmpty());
  EXPECT_TRUE(changes.gone);
}

TEST_F(SourceWatcherTest, NewFoldersAreWatchedToo) {
  SourceWatcher watcher({in("")});
  fs::create_directory(in("later"));
  EXPECT_THAT(wait(watcher).changed, ElementsAre(in("later")));
  write_file(in("later/a.txt"), "A.");
  EXPECT_THAT(wait(watcher).changed, ElementsAre(in("later/a.txt")));
}

TEST_F(SourceWatcherTest, OfAFileThatIsGivenOnlyItIsWatched) {
  SourceWatcher watcher({in("old.txt"), in("not-yet.txt")});
  write_file(in("other.txt"), "Other.");
  write_file(in("not-yet.txt"), "Now.");
  EXPECT_THAT(wait(watcher).changed, ElementsAre(in("not-yet.txt")));
}

TEST_F(SourceWatcherTest, HiddenFilesAreNone) {
  SourceWatcher watcher({in("")});
  write_file(in(".old.txt.swp"), "An editor's own.");
  write_file(in("seen.txt"), "Seen.");
  EXPECT_THAT(wait(watcher).changed, ElementsAre(in("seen.txt")));
}

TEST_F(SourceWatcherTest, AStopRequestEndsTheWait) {
  SourceWatcher watcher({in("")});
  std::stop_source stop;
  const std::jthread stopper([&stop] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stop.request_stop();
  });
  EXPECT_TRUE(watcher.wait(stop.get_token()).empty());
}

}  // namespace
}  // namespace pilcrow
