// SPDX-License-Identifier: GPL-2.0-or-later
// One index, many threads.
#include "pilcrow/searcher_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "pilcrow/error.h"
#include "tests/support/articles.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class SearcherPoolTest : public testing::Test {
 protected:
  void SetUp() override { put(0); }

  // Each version of the article has a passage more: as many hits as its number and one.
  void put(int version) {
    std::string text;
    for (int i = 0; i <= version; ++i) {
      text += "The harbour " + std::to_string(i) + " of Шымкент froze.\n\n";
    }
    index_articles(index_, {make_article("a", "Ice", text)});
  }

  static std::size_t hits(Searcher& searcher, std::string_view query = "harbour") {
    return searcher.search(query, {.limit = 1000, .duplicates = Duplicates::show}).hits.size();
  }

  TemporaryPath folder_;
  std::filesystem::path index_ = folder_ / "index";
};

TEST_F(SearcherPoolTest, LendsASearcherToOneAtATime) {
  SearcherPool pool(index_, {.searchers_max = 2});
  EXPECT_EQ(pool.searchers_max(), 2U);
  SearcherPool::Lease first = pool.acquire();
  SearcherPool::Lease second = pool.acquire();
  EXPECT_NE(&*first, &*second);
  EXPECT_FALSE(pool.try_acquire().has_value());
}

TEST_F(SearcherPoolTest, LendsAgainWhatWasGivenBackLast) {
  SearcherPool pool(index_, {.searchers_max = 3});
  std::optional<SearcherPool::Lease> kept(pool.acquire());
  std::optional<SearcherPool::Lease> given_back(pool.acquire());
  const Searcher* used = &**given_back;
  kept.reset();
  given_back.reset();
  EXPECT_EQ(&*pool.acquire(), used);
}

TEST_F(SearcherPoolTest, WaitsUntilOneIsGivenBack) {
  SearcherPool pool(index_, {.searchers_max = 1});
  std::optional<SearcherPool::Lease> lease(pool.acquire());
  auto waiting = std::async(std::launch::async, [&] { return hits(*pool.acquire()); });
  EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  lease.reset();
  EXPECT_EQ(waiting.get(), 1U);
}

TEST_F(SearcherPoolTest, ALeaseMayBeMovedAndOutliveThePool) {
  std::optional<SearcherPool> pool(std::in_place, index_, SearcherPoolOptions{.searchers_max = 2});
  SearcherPool::Lease lease = pool->acquire();
  lease = pool->acquire();  // The first one ends.
  EXPECT_TRUE(pool->try_acquire().has_value());
  SearcherPool::Lease moved = std::move(lease);
  pool.reset();
  EXPECT_EQ(hits(*moved), 1U);
}

TEST_F(SearcherPoolTest, EachLeaseBeginsAtTheNewestState) {
  SearcherPool pool(index_, {.searchers_max = 1});
  EXPECT_EQ(hits(*pool.acquire()), 1U);
  put(1);
  EXPECT_EQ(hits(*pool.acquire()), 2U);
  index_articles(index_, {make_article("b", "", "No ice at all.")}, {.mode = OpenMode::rebuild});
  EXPECT_EQ(hits(*pool.acquire()), 0U);
}

TEST_F(SearcherPoolTest, ALeaseKeepsItsStateUntilItIsOvertaken) {
  SearcherPool pool(index_, {.searchers_max = 2});
  SearcherPool::Lease old = pool.acquire();
  put(1);
  EXPECT_EQ(hits(*old), 1U);
  EXPECT_EQ(hits(*pool.acquire()), 2U);
}

TEST_F(SearcherPoolTest, EverySearcherKnowsTheNames) {
  SearcherPool pool(index_, {.searchers_max = 2, .names = "Шымкент\tGreencity\n"});
  const SearcherPool::Lease first = pool.acquire();
  const SearcherPool::Lease second = pool.acquire();
  EXPECT_EQ(hits(*first, "Greencity"), 1U);
  EXPECT_EQ(hits(*second, "Greencity"), 1U);
}

TEST_F(SearcherPoolTest, SaysAtOnceWhatIsWrong) {
  struct Row {
    std::filesystem::path path;
    std::size_t searchers_max;
    ErrorCode code;
  };
  for (const Row& row : {Row{folder_ / "nothing", 1, ErrorCode::not_found},
                         Row{index_, 1025, ErrorCode::invalid_argument}}) {
    try {
      const SearcherPool pool(row.path, {.searchers_max = row.searchers_max});
      ADD_FAILURE() << row.path;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), row.code) << error.what();
    }
  }
}

TEST_F(SearcherPoolTest, ASearcherThatCantBeOpenedIsNotCounted) {
  SearcherPool pool(index_, {.searchers_max = 2});
  const SearcherPool::Lease lease = pool.acquire();
  std::filesystem::rename(index_, folder_ / "away");
  for (int i = 0; i < 3; ++i) {
    EXPECT_THROW(pool.try_acquire(), Error) << "were it counted, there would be nothing to lend";
  }
  std::filesystem::rename(folder_ / "away", index_);
  EXPECT_TRUE(pool.try_acquire().has_value());
}

TEST_F(SearcherPoolTest, AnErrorOfASearchLeavesTheSearcherUsable) {
  SearcherPool pool(index_, {.searchers_max = 1});
  const std::string too_long(20'000, 'x');
  EXPECT_THROW(pool.acquire()->search(too_long), Error);
  EXPECT_EQ(hits(*pool.acquire()), 1U);
}

// What they find grows with the versions, and never shrinks for one who looks again.
TEST_F(SearcherPoolTest, ManyThreadsSearchWhileTheIndexIsWritten) {
  constexpr int threads = 8;
  constexpr int versions = 6;
  SearcherPool pool(index_, {.searchers_max = 3});
  std::atomic<bool> done = false;
  std::atomic<int> searches = 0;
  const auto search = [&] {
    std::size_t seen = 0;
    for (bool last = false; !last;) {
      last = done;
      const SearcherPool::Lease lease = pool.acquire();
      // All kinds of work that Xapian's objects are shared for, were any shared.
      const std::size_t found = hits(*lease, "harbour -thaw*");
      EXPECT_GE(found, seen);
      // A call that the writer overtakes is made again, and sees a newer version.
      seen = hits(*lease, "-type:caption Шымкент \"froze\"");
      EXPECT_GE(seen, found);
      ++searches;
    }
    return seen;
  };
  std::vector<std::future<std::size_t>> results;
  for (int i = 0; i < threads; ++i) {
    results.push_back(std::async(std::launch::async, search));
  }
  for (int version = 1; version < versions; ++version) {
    put(version);
  }
  done = true;
  for (auto& result : results) {
    EXPECT_EQ(result.get(), static_cast<std::size_t>(versions));
  }
  EXPECT_GE(searches, threads);
}

}  // namespace
}  // namespace pilcrow
