// SPDX-License-Identifier: GPL-2.0-or-later
// Work on several threads whose results are used in the order in which it came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace pilcrow {

// Each item that `next` gives goes through `work`, then what came of it through `use`.  `work` runs
// on `jobs` threads, the caller's among them, which are numbered from 0; `next` and `use` on any of
// them, but each on one at a time and in order.  Few results wait at any time.
template <typename Item, typename Result>
class OrderedWork {
 public:
  std::function<std::optional<Item>()> next;  // Nothing: the end.
  std::function<Result(std::size_t job, Item)> work;
  std::function<void(Result)> use;

  // Returns when all is used.  What any of them throws for an item ends the work and is thrown
  // here, after all before that item was used and nothing of it or after it.
  void run(std::size_t jobs) {
    window_ = waiting_per_job * jobs;
    {
      std::vector<std::jthread> threads;
      for (std::size_t job = 1; job < jobs; ++job) {
        threads.emplace_back([this, job] { do_job(job); });
      }
      do_job(0);
    }
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  // So many results may wait for a slow one in front.
  static constexpr std::size_t waiting_per_job = 16;

  struct Outcome {
    std::optional<Result> result;
    std::exception_ptr failure;
  };

  void do_job(std::size_t job) {
    while (wait_for_room()) {
      std::optional<Item> item;
      Outcome outcome;
      std::size_t number = 0;
      {
        const std::lock_guard lock(input_);
        number = taken_++;
        try {
          item = is_at_end_ ? std::nullopt : next();
        } catch (...) {
          outcome.failure = std::current_exception();
        }
        is_at_end_ |= !item;
      }
      if (!item && !outcome.failure) {
        return;
      }
      if (item) {
        try {
          outcome.result = work(job, *std::move(item));
        } catch (...) {
          outcome.failure = std::current_exception();
        }
      }
      put(number, std::move(outcome));
    }
  }

  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.size() < window_ || failure_; });
    return !failure_;
  }

  // Whoever brings what is next uses it, and all that waited for it.
  void put(std::size_t number, Outcome outcome) {
    std::unique_lock lock(mutex_);
    done_.emplace(number, std::move(outcome));
    while (!is_using_ && !failure_ && !done_.empty() && done_.begin()->first == used_) {
      Outcome first = std::move(done_.begin()->second);
      done_.erase(done_.begin());
      is_using_ = true;
      lock.unlock();
      if (!first.failure) {
        try {
          use(*std::move(first.result));
        } catch (...) {
          first.failure = std::current_exception();
        }
      }
      lock.lock();
      is_using_ = false;
      ++used_;
      failure_ = first.failure;
      changed_.notify_all();
    }
  }

  std::mutex input_;
  std::size_t taken_ = 0;  // Guarded by `input_`, as `next` and `is_at_end_` are.
  bool is_at_end_ = false;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t window_ = 0;
  std::map<std::size_t, Outcome> done_;  // By number; guarded by `mutex_`, as all that follows.
  std::size_t used_ = 0;
  bool is_using_ = false;
  std::exception_ptr failure_;
};

}  // namespace pilcrow
