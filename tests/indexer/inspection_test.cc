// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>

#include "indexer/writer_lock.h"
#include "pilcrow/indexer.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class InspectionTest : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Article> articles;
    for (int i = 0; i < 200; ++i) {
      articles.push_back(make_article(std::to_string(i), "Sea",
                                      "Water returned to the harbour " + std::to_string(i * i)));
    }
    index_articles(index_, articles);
  }

  void damage(const char* table, std::size_t offset, std::size_t bytes) {
    std::string content = read_file(index_ / table);
    ASSERT_LT(offset + bytes, content.size());
    content.replace(offset, bytes, bytes, '\x5A');
    write_file(index_ / table, content);
  }

  TemporaryPath folder_;
  std::filesystem::path index_ = folder_ / "index";
};

TEST_F(InspectionTest, ASoundIndexHasNoDamage) {
  EXPECT_TRUE(check_index(index_).empty());
}

TEST_F(InspectionTest, DamageInAnyTableIsFound) {
  for (const char* table : {"postlist.glass", "termlist.glass", "docdata.glass"}) {
    damage(table, 100, 400);
    EXPECT_FALSE(check_index(index_).empty()) << table;
    std::filesystem::remove_all(index_);
    SetUp();
  }
}

// Xapian's check does not look into document data; our checksums do.
TEST_F(InspectionTest, OneChangedByteOfAStoredTextIsFound) {
  Xapian::WritableDatabase database(index_.string(), Xapian::DB_OPEN);
  Xapian::Document document = database.get_document(7);
  std::string data = document.get_data();
  data[data.size() / 2] ^= 1;
  document.set_data(data);
  database.replace_document(7, document);
  database.commit();
  database.close();
  const std::vector<std::string> damage = check_index(index_);
  ASSERT_EQ(damage.size(), 1U);
  EXPECT_THAT(damage[0], testing::HasSubstr("document 7: read a stored passage: its checksum"));
}

TEST_F(InspectionTest, ACutFileIsFound) {
  std::filesystem::resize_file(index_ / "postlist.glass", 8192);
  EXPECT_FALSE(check_index(index_).empty());
}

TEST_F(InspectionTest, WhatIsNoIndexIsAnError) {
  expect_error(ErrorCode::not_found, "there is no such folder", [] { check_index("/none"); });
  expect_error(ErrorCode::not_found, "it holds no index", [&] { index_info(folder_.path()); });
}

bool comes_true(const std::function<bool()>& is_true) {
  for (int i = 0; i < 3'000; ++i) {
    if (is_true()) {
      return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

bool has_child(pid_t parent) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "stat");
    std::string status;
    std::getline(file, status);
    // After the name of the program, in brackets, come its state and its parent.
    const std::size_t name_end = status.rfind(')');
    std::istringstream rest(name_end == std::string::npos ? "" : status.substr(name_end + 1));
    std::string state;
    pid_t of = 0;
    if (rest >> state >> of && of == parent) {
      return true;
    }
  }
  return false;
}

// The check would wait for ever for who writes to the pipe that stands in the place of a table.
TEST_F(InspectionTest, ACheckEndsWithTheWriterThatAskedForIt) {
  const std::filesystem::path table = index_ / "postlist.glass";
  std::filesystem::remove(table);
  ASSERT_EQ(::mkfifo(table.c_str(), 0600), 0);
  const pid_t writer = ::fork();
  if (writer == 0) {
    const WriterLock lock(index_);
    check_index(index_);
    ::_exit(0);
  }
  EXPECT_TRUE(comes_true([&] { return has_child(writer); }));
  EXPECT_THROW(const WriterLock refused(index_), Error);
  ::kill(writer, SIGKILL);
  ::waitpid(writer, nullptr, 0);
  EXPECT_TRUE(comes_true([&] {
    try {
      const WriterLock lock(index_);
    } catch (const Error&) {
      return false;
    }
    return true;
  }));
}

}  // namespace
}  // namespace pilcrow
