// SPDX-License-Identifier: GPL-2.0-or-later
// What happens to an index when the machine does not play along.
#include <gtest/gtest.h>
#include <unistd.h>

#include "pilcrow/error.h"
#include "pilcrow/indexer.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/full_disk.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

std::vector<Article> many_articles() {
  std::vector<Article> articles;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (int j = 0; j < 200; ++j) {
      text += "word" + std::to_string(i * 977 + j * 31) + ' ';
    }
    articles.push_back(make_article(std::to_string(i), "", text));
  }
  return articles;
}

class FailureTest : public testing::Test {
 protected:
  TemporaryPath folder_;
  std::filesystem::path index_ = folder_ / "index";
};

TEST_F(FailureTest, AFullDiskEndsABuildAndLeavesTheOldIndexAndNoLitter) {
  index_articles(index_, {make_article("a", "", "Old.")});
  {
    const FullDisk full(100'000);
    EXPECT_THROW(index_articles(index_, many_articles(), {.mode = OpenMode::rebuild}), Error);
  }
  EXPECT_EQ(index_info(index_).articles, 1U);
  EXPECT_TRUE(check_index(index_).empty());
  EXPECT_FALSE(std::filesystem::exists(index_.string() + ".building"));
  EXPECT_FALSE(std::filesystem::exists(index_.string() + ".lock"));
}

TEST_F(FailureTest, AFullDiskEndsAnUpdateAndLeavesTheCommittedState) {
  index_articles(index_, {make_article("a", "", "Old.")});
  {
    const FullDisk full(100'000);
    try {
      index_articles(index_, many_articles());
      ADD_FAILURE() << "the update must fail";
    } catch (const Error& error) {
      EXPECT_EQ(to_string(error.code()), "io") << error.what();
    }
  }
  EXPECT_EQ(index_info(index_).articles, 1U);
  EXPECT_TRUE(check_index(index_).empty());
  EXPECT_EQ(index_articles(index_, many_articles()).articles_added, 400U);
}

TEST_F(FailureTest, TheSecondWriterIsTurnedAwayInABuildAndInAnUpdate) {
  for (int round = 0; round < 2; ++round) {
    Indexer first(index_);
    first.put(make_article("a", "", "One."));
    expect_error(ErrorCode::locked, "another process is writing it",
                 [&] { Indexer second(index_); });
    first.commit();
  }
}

TEST_F(FailureTest, WhatAKilledBuildLeftIsCleanedUp) {
  std::filesystem::create_directories(index_.string() + ".building/shard-0");
  write_file(index_.string() + ".building/shard-0/postlist.glass", "half");
  write_file(index_.string() + ".lock", "");
  index_articles(index_, {make_article("a", "", "One.")});
  EXPECT_FALSE(std::filesystem::exists(index_.string() + ".building"));
  EXPECT_FALSE(std::filesystem::exists(index_.string() + ".lock"));
}

TEST_F(FailureTest, ADamagedIndexIsNotUpdated) {
  index_articles(index_, {make_article("a", "", "One.")});
  write_file(index_ / "iamglass", "no longer");
  EXPECT_THROW(Indexer{index_}, Error);
  EXPECT_EQ(index_articles(index_, {make_article("a", "", "New.")}, {.mode = OpenMode::rebuild})
                .articles_added,
            1U);
}

// Root may read everything, so it becomes somebody else for a while.
class UnprivilegedUser {
 public:
  UnprivilegedUser() : before_(::geteuid()) {
    if (before_ == 0 && ::seteuid(nobody) != 0) {
      ADD_FAILURE() << "can't become another user";
    }
  }
  ~UnprivilegedUser() { EXPECT_EQ(::seteuid(before_), 0); }
  UnprivilegedUser(const UnprivilegedUser&) = delete;
  UnprivilegedUser& operator=(const UnprivilegedUser&) = delete;

 private:
  static constexpr uid_t nobody = 65534;
  const uid_t before_;
};

TEST_F(FailureTest, AnUnreadableFileIsAProblemAndNotTheEnd) {
  std::filesystem::create_directory(folder_ / "in");
  write_file(folder_ / "in/a.txt", "secret");
  write_file(folder_ / "in/b.txt", "Fine.");
  std::filesystem::permissions(folder_ / "in/a.txt", std::filesystem::perms::none);
  std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
  const UnprivilegedUser user;
  const IndexReport report = Indexer(index_).put_sources({(folder_ / "in").string()});
  EXPECT_EQ(report.articles_added, 1U);
  ASSERT_EQ(report.problems_total, 1U);
  EXPECT_NE(report.problems[0].reason.find("Permission denied"), std::string::npos);
}

TEST_F(FailureTest, AFileThatFailsInTheMiddleIsAProblemAndNotTheEnd) {
  write_file(folder_ / "b.txt", "Fine.");
  const IndexReport report =
      Indexer(index_).put_sources({"/proc/self/mem", (folder_ / "b.txt").string()});
  EXPECT_EQ(report.articles_added, 1U);
  ASSERT_EQ(report.problems_total, 1U);
  EXPECT_NE(report.problems[0].reason.find("Input/output error"), std::string::npos);
}

}  // namespace
}  // namespace pilcrow
