// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writer_lock.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

TEST(WriterLock, TheSecondWriterIsTurnedAway) {
  const TemporaryPath folder;
  const WriterLock first(folder / "index");
  expect_error(ErrorCode::locked, "another process is writing it; wait until it is done",
               [&] { const WriterLock second(folder / "index"); });
}

TEST(WriterLock, LeavesNothingBehind) {
  const TemporaryPath folder;
  { const WriterLock lock(folder / "index"); }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  const WriterLock again(folder / "index");
}

TEST(WriterLock, AFileLeftByAKilledWriterIsNoLock) {
  const TemporaryPath folder;
  write_file(folder / "index.lock", "");
  const WriterLock lock(folder / "index");
}

TEST(WriterLock, AFolderThatCannotBeWrittenIsAnIoError) {
  expect_error(ErrorCode::io, "lock index /proc/index",
               [] { const WriterLock lock("/proc/index"); });
}

}  // namespace
}  // namespace pilcrow
