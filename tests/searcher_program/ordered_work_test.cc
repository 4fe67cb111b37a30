// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ordered_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <atomic>
#include <chrono>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>

namespace pilcrow {
namespace {

constexpr int items = 500;

std::vector<int> numbers_to(int end) {
  std::vector<int> numbers(static_cast<std::size_t>(end));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

// Counts up to `items`; its parts may be replaced.
class OrderedWorkTest : public testing::TestWithParam<std::size_t> {
 protected:
  OrderedWorkTest() {
    work_.next = [this]() -> std::optional<int> {
      return next_ == items ? std::nullopt : std::optional(next_++);
    };
    work_.work = [](std::size_t /*job*/, int item) {
      if (item % 7 == 0) {
        std::this_thread::sleep_for(std::chrono::microseconds(200));
      }
      return item;
    };
    work_.use = [this](int result) { used_.push_back(result); };
  }

  std::string failure() {
    try {
      work_.run(GetParam());
      return "none";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  }

  OrderedWork<int, int> work_;
  int next_ = 0;
  std::vector<int> used_;
};

TEST_P(OrderedWorkTest, UsesAllResultsInOrder) {
  work_.run(GetParam());
  EXPECT_EQ(used_, numbers_to(items));
}

TEST_P(OrderedWorkTest, RunsEachJobOnOneThread) {
  std::vector<std::set<std::thread::id>> threads(GetParam());
  work_.work = [&](std::size_t job, int item) {
    threads.at(job).insert(std::this_thread::get_id());
    return item;
  };
  work_.run(GetParam());
  for (const auto& of_job : threads) {
    EXPECT_LE(of_job.size(), 1U);
  }
}

TEST_P(OrderedWorkTest, WaitsForASlowItemWithFewResults) {
  std::atomic<int> taken = 0;
  work_.work = [&](std::size_t /*job*/, int item) {
    ++taken;
    if (item == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      EXPECT_LE(taken, static_cast<int>(20 * GetParam()));
    }
    return item;
  };
  work_.run(GetParam());
  EXPECT_EQ(used_, numbers_to(items));
}

TEST_P(OrderedWorkTest, ThrowsWhatTheFirstItemThrew) {
  work_.work = [](std::size_t /*job*/, int item) {
    if (item >= 100) {
      throw std::runtime_error("item " + std::to_string(item));
    }
    return item;
  };
  EXPECT_EQ(failure(), "item 100");
  EXPECT_EQ(used_, numbers_to(100));
}

TEST_P(OrderedWorkTest, ThrowsWhatTheSourceThrewAfterAllBeforeIt) {
  work_.next = [this]() -> std::optional<int> {
    return next_ == 40 ? throw std::runtime_error("cut off") : std::optional(next_++);
  };
  EXPECT_EQ(failure(), "cut off");
  EXPECT_EQ(used_, numbers_to(40));
}

TEST_P(OrderedWorkTest, ThrowsWhatUsingThrew) {
  work_.use = [this](int result) {
    used_.push_back(result);
    if (result == 30) {
      throw std::runtime_error("disk full");
    }
  };
  EXPECT_EQ(failure(), "disk full");
  EXPECT_EQ(used_, numbers_to(31));
}

TEST_P(OrderedWorkTest, NothingToDoIsNothing) {
  next_ = items;
  work_.run(GetParam());
  EXPECT_THAT(used_, testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Jobs, OrderedWorkTest, testing::Values(1, 2, 8));

}  // namespace
}  // namespace pilcrow
