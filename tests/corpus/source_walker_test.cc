// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "pilcrow/article.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

class SourceWalkerTest : public testing::Test {
 protected:
  void make(std::initializer_list<const char*> files) {
    for (const char* file : files) {
      std::filesystem::create_directories((folder_ / file).parent_path());
      write_file(folder_ / file, "x");
    }
  }

  // Paths below the test's folder.
  std::vector<std::string> walk(const std::vector<std::string>& paths) {
    std::vector<std::string> whole;
    for (const std::string& path : paths) {
      whole.push_back(folder_.path().string() + path);
    }
    SourceWalker walker(whole);
    std::vector<std::string> found;
    std::string path;
    while (walker.next(path, problems_)) {
      found.push_back(path.substr(folder_.path().string().size()));
    }
    return found;
  }

  TemporaryPath folder_;
  std::vector<Problem> problems_;
};

TEST_F(SourceWalkerTest, GoesThroughFoldersInTheOrderOfNames) {
  make({"b/2.txt", "b/10.txt", "a.txt", "b/c/d.txt", "Z.txt"});
  EXPECT_THAT(walk({"/"}), ElementsAre("/Z.txt", "/a.txt", "/b/10.txt", "/b/2.txt", "/b/c/d.txt"));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(SourceWalkerTest, KeepsTheOrderOfGivenPathsAndDeliversEachOnce) {
  make({"a.txt", "b.txt"});
  EXPECT_THAT(walk({"/b.txt", "/a.txt", "//b.txt", "/./a.txt"}), ElementsAre("/b.txt", "/a.txt"));
}

TEST_F(SourceWalkerTest, SkipsWhatIsHiddenAndLinksToFolders) {
  make({".hidden", "a/.git/config", "a/b.txt"});
  std::filesystem::create_directory_symlink(folder_ / "a", folder_ / "link");
  EXPECT_THAT(walk({"/"}), ElementsAre("/a/b.txt"));
}

TEST_F(SourceWalkerTest, TellsWhatIsMissingOrEmptyAndGoesOn) {
  make({"a.txt"});
  std::filesystem::create_directory(folder_ / "empty");
  std::filesystem::create_symlink("/nowhere", folder_ / "broken");
  EXPECT_THAT(walk({"/none", "/empty", "/broken", "/a.txt"}), ElementsAre("/a.txt"));
  ASSERT_EQ(problems_.size(), 3U);
  EXPECT_THAT(problems_[0].reason, HasSubstr("there is no such file or folder"));
  EXPECT_THAT(problems_[1].reason, HasSubstr("holds no files"));
  EXPECT_THAT(problems_[2].reason, HasSubstr("there is no such file or folder"));
}

TEST_F(SourceWalkerTest, APipeInAFolderIsLeftOutAndAGivenOneIsNot) {
  make({"a.txt"});
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(walk({"/"}), ElementsAre("/a.txt"));
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_THAT(problems_[0].reason, HasSubstr("no regular file"));
  EXPECT_THAT(walk({"/pipe"}), ElementsAre("/pipe"));
}

TEST_F(SourceWalkerTest, TellsOfAFolderThatHoldsNothingButFolders) {
  std::filesystem::create_directories(folder_ / "a/b/c");
  make({"d/.hidden", "e/f.txt"});
  EXPECT_THAT(walk({"/a", "/d", "/e"}), ElementsAre("/e/f.txt"));
  ASSERT_EQ(problems_.size(), 2U);
  EXPECT_THAT(problems_[0].source, EndsWith("/a"));
  EXPECT_THAT(problems_[1].source, EndsWith("/d"));
}

TEST_F(SourceWalkerTest, WhatASavedPageComesWithIsSkippedUnlessItIsGiven) {
  make({"page.html", "page_files/logo.PNG", "page_files/style.css", "page_files/app.js"});
  EXPECT_THAT(walk({"/"}), ElementsAre("/page.html"));
  EXPECT_TRUE(problems_.empty());
  EXPECT_THAT(walk({"/page_files/logo.PNG"}), ElementsAre("/page_files/logo.PNG"));
  EXPECT_THAT(walk({"/page_files"}), ElementsAre());
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_THAT(problems_[0].reason, HasSubstr("no files to read"));
}

TEST_F(SourceWalkerTest, NamesMayHoldAnyBytes) {
  make({"a\nb.txt", "\xFF\xFE.txt"});
  EXPECT_THAT(walk({"/"}), ElementsAre("/a\nb.txt", "/\xFF\xFE.txt"));
}

TEST_F(SourceWalkerTest, ALoopOfLinksIsReportedAndLeftOut) {
  make({"a.txt"});
  std::filesystem::create_symlink(folder_ / "y", folder_ / "x");
  std::filesystem::create_symlink(folder_ / "x", folder_ / "y");
  std::filesystem::create_directory_symlink(folder_.path(), folder_ / "self");
  EXPECT_THAT(walk({"/"}), ElementsAre("/a.txt"));
  EXPECT_EQ(problems_.size(), 2U);
}

TEST(SourceWalker, StandardInputIsAPath) {
  SourceWalker walker({"-", "-"});
  std::string path;
  std::vector<Problem> problems;
  EXPECT_TRUE(walker.next(path, problems));
  EXPECT_EQ(path, "-");
  EXPECT_FALSE(walker.next(path, problems));
}

}  // namespace
}  // namespace pilcrow
