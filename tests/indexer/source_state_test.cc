// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_state.h"

#include <gtest/gtest.h>
#include <chrono>

#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class SourceStateTest : public testing::Test {
 protected:
  SourceRecord index(std::uint64_t options_hash = 1) {
    return SourceState::look_at(path_, options_hash)->record(1);
  }
  bool is_as_in(const SourceRecord& record, std::uint64_t options_hash = 1) {
    return SourceState::look_at(path_, options_hash)->is_as_in(record);
  }
  void set_age(std::chrono::seconds age) {
    std::filesystem::last_write_time(path_, std::filesystem::file_time_type::clock::now() - age);
  }

  TemporaryPath folder_;
  std::string path_ = folder_ / "article.txt";
};

TEST_F(SourceStateTest, AnUntouchedFileIsUnchanged) {
  write_file(path_, "text");
  set_age(std::chrono::hours(1));
  const SourceRecord record = index();
  EXPECT_NE(record.modified_ns, 0);
  EXPECT_TRUE(is_as_in(record));
}

TEST_F(SourceStateTest, ANewTimeAloneIsNoChange) {
  write_file(path_, "text");
  set_age(std::chrono::hours(1));
  const SourceRecord record = index();
  set_age(std::chrono::hours(2));
  EXPECT_TRUE(is_as_in(record));
}

TEST_F(SourceStateTest, OtherContentOfTheSameSizeIsAChange) {
  write_file(path_, "text");
  const SourceRecord record = index();
  write_file(path_, "test");
  EXPECT_FALSE(is_as_in(record));
}

// Within the clock's grain a file can change without a new time.
TEST_F(SourceStateTest, TheTimeOfAFreshFileIsNotTrusted) {
  write_file(path_, "text");
  EXPECT_EQ(index().modified_ns, 0);
}

TEST_F(SourceStateTest, AChangeAfterTheLookIsNoticed) {
  write_file(path_, "text");
  set_age(std::chrono::hours(1));
  const auto state = SourceState::look_at(path_, 1);
  EXPECT_FALSE(state->has_changed());
  write_file(path_, "test");
  EXPECT_TRUE(state->has_changed());
  std::filesystem::remove(path_);
  EXPECT_TRUE(state->has_changed());
}

TEST_F(SourceStateTest, OtherOptionsMeanReadingAgain) {
  write_file(path_, "text");
  EXPECT_FALSE(is_as_in(index(1), 2));
}

TEST(SourceState, StandardInputAndFoldersHaveNone) {
  EXPECT_FALSE(SourceState::look_at("-", 1));
  EXPECT_FALSE(SourceState::look_at("/", 1));
  EXPECT_FALSE(SourceState::look_at("/none", 1));
}

}  // namespace
}  // namespace pilcrow
