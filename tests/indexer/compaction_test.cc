// SPDX-License-Identifier: GPL-2.0-or-later
// An index that is written anew is the same, and whatever fails, the old one stays.
#include <gtest/gtest.h>

#include "pilcrow/error.h"
#include "pilcrow/indexer.h"
#include "pilcrow/searcher.h"
#include "tests/sealed/equality.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/full_disk.h"
#include "tests/support/leaks_of_others.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

class CompactionTest : public testing::Test {
 protected:
  // Updates leave room behind: each article is replaced, and some go.
  void SetUp() override {
    for (const std::string& word : {std::string("harbour"), std::string("glacier")}) {
      std::vector<Article> articles;
      for (int i = 0; i < 300; ++i) {
        std::string text = "The " + word + " of " + std::to_string(i) + " waits.";
        for (int j = 0; j < 40; ++j) {
          text += ' ' + word + std::to_string((i * 977 + j * 31) % 5000);
        }
        articles.push_back(make_article(std::to_string(i), "Water", text));
      }
      index_articles(index_, articles);
    }
    Indexer indexer(index_);
    for (int i = 0; i < 300; i += 3) {
      indexer.remove(std::to_string(i));
    }
    indexer.commit();
  }

  void expect_no_litter() const {
    EXPECT_FALSE(fs::exists(index_.string() + ".building"));
    EXPECT_FALSE(fs::exists(index_.string() + ".lock"));
  }

  TemporaryPath folder_;
  const fs::path index_ = folder_ / "index";
};

TEST_F(CompactionTest, TheSmallerIndexIsTheSame) {
  fs::copy(index_, folder_ / "before", fs::copy_options::recursive);
  std::uint64_t total = 0;
  std::uint64_t done = 0;
  const CompactionReport report = compact_index(index_, {}, [&](const CompactionProgress& state) {
    EXPECT_GE(state.bytes_done, done);
    EXPECT_LE(state.bytes_done, state.bytes_total);
    done = state.bytes_done;
    total = state.bytes_total;
  });
  EXPECT_FALSE(report.cancelled);
  EXPECT_LT(report.bytes_after, report.bytes_before);
  EXPECT_EQ(report.bytes_after, index_info(index_).disk_bytes);
  EXPECT_EQ(report.bytes_before, total);
  EXPECT_GT(done, total / 2);
  sealed::expect_equal_contents(sealed::open_glass(folder_ / "before"), sealed::open_glass(index_));
  EXPECT_TRUE(check_index(index_).empty());
  expect_no_litter();
}

TEST_F(CompactionTest, ReadersGoOnAndUpdatesToo) {
  Searcher searcher(index_);
  const SearchOptions options = {.limit = 1000, .duplicates = Duplicates::show};
  EXPECT_EQ(searcher.search("glacier", options).hits.size(), 200U);
  compact_index(index_);
  EXPECT_EQ(searcher.search("glacier", options).hits.size(), 200U);
  index_articles(index_, {make_article("new", "", "A glacier.")});
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(searcher.search("glacier", options).hits.size(), 201U);
  compact_index((index_ / "").string());
  EXPECT_EQ(index_info(index_).articles, 201U);
}

TEST_F(CompactionTest, AFullDiskLeavesTheOldIndexAndNoLitter) {
  const std::uint64_t bytes = index_info(index_).disk_bytes;
  {
    const FullDisk full(50'000);
    const LeaksOfOthers allowed;
    expect_error(ErrorCode::io, "compact index", [&] { compact_index(index_); });
  }
  EXPECT_EQ(index_info(index_).disk_bytes, bytes);
  EXPECT_TRUE(check_index(index_).empty());
  expect_no_litter();
}

TEST_F(CompactionTest, AStopLeavesTheOldIndexAndNoLitter) {
  std::stop_source stop;
  const std::uint64_t bytes = index_info(index_).disk_bytes;
  {
    const LeaksOfOthers allowed;
    EXPECT_TRUE(compact_index(index_, stop.get_token(), [&](const auto& /*state*/) {
                  stop.request_stop();
                }).cancelled);
  }
  EXPECT_EQ(index_info(index_).disk_bytes, bytes);
  expect_no_litter();
}

TEST_F(CompactionTest, WaitsForNoOtherWriterAndMakesNoIndex) {
  {
    Indexer other(index_);
    expect_error(ErrorCode::locked, "another process is writing it",
                 [&] { compact_index(index_); });
  }
  expect_error(ErrorCode::not_found, "there is no such folder",
               [&] { compact_index(folder_ / "none"); });
  EXPECT_FALSE(fs::exists(folder_ / "none.lock"));
  fs::create_directory(folder_ / "empty");
  expect_error(ErrorCode::not_found, "it holds no index",
               [&] { compact_index(folder_ / "empty"); });
}

// Xapian copies what it does not look into; our checksums do.
TEST_F(CompactionTest, DamageIsNotTakenOver) {
  {
    Xapian::WritableDatabase database(index_.string(), Xapian::DB_OPEN);
    const Xapian::docid last = database.get_lastdocid();
    Xapian::Document document = database.get_document(last);
    std::string data = document.get_data();
    data[data.size() / 2] ^= 1;
    document.set_data(data);
    database.replace_document(last, document);
    database.commit();
  }
  expect_error(ErrorCode::corrupt, "nothing was replaced", [&] { compact_index(index_); });
  EXPECT_EQ(check_index(index_).size(), 1U);
  expect_no_litter();
}

}  // namespace
}  // namespace pilcrow
