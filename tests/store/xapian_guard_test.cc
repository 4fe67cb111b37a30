// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/xapian_guard.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"

namespace pilcrow {
namespace {

TEST(Guarded, TranslatesEachKindOfXapianError) {
  expect_error(ErrorCode::locked, "write index x: busy; wait until the other writer is done",
               [] { guarded("write index x", [] { throw Xapian::DatabaseLockError("busy"); }); });
  expect_error(ErrorCode::corrupt, "--rebuild", [] {
    guarded("read index x", [] { throw Xapian::DatabaseCorruptError("bad block"); });
  });
  expect_error(ErrorCode::io, "check free space", [] {
    guarded("write index x", [] { throw Xapian::DatabaseError("No space left on device"); });
  });
  expect_error(ErrorCode::internal, "please report this", [] {
    guarded("search", [] { throw Xapian::InvalidArgumentError("Term too long"); });
  });
}

TEST(Guarded, ReturnsWhatTheWorkReturns) {
  EXPECT_EQ(guarded("add", [] { return 2 + 2; }), 4);
}

TEST(GuardedReader, DoesTheWholeWorkAgainWhenAWriterOvertookIt) {
  int reopened = 0;
  const int result = guarded_reader(
      "search",
      [&] {
        if (reopened < 2) {
          throw Xapian::DatabaseModifiedError("modified");
        }
        return 7;
      },
      [&] { ++reopened; });
  EXPECT_EQ(result, 7);
  EXPECT_EQ(reopened, 2);
}

TEST(GuardedReader, GivesUpOnAnIndexThatIsAlwaysNewer) {
  int tries = 0;
  expect_error(ErrorCode::io, "try again", [&] {
    guarded_reader(
        "search",
        [&] {
          ++tries;
          throw Xapian::DatabaseModifiedError("modified");
        },
        [] {});
  });
  EXPECT_EQ(tries, 5);
}

TEST(GuardedReader, BelievesDamageOnlyTheSecondTime) {
  int tries = 0;
  expect_error(ErrorCode::corrupt, "bad block", [&] {
    guarded_reader(
        "search",
        [&] {
          ++tries;
          throw Xapian::DatabaseCorruptError("bad block");
        },
        [] {});
  });
  EXPECT_EQ(tries, 2);
}

}  // namespace
}  // namespace pilcrow
