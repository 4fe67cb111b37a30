// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/searcher_pool.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "pilcrow/error.h"

namespace pilcrow {
namespace {

constexpr std::size_t searchers_limit = 1024;

std::size_t most_of(const SearcherPoolOptions& options) {
  if (options.searchers_max > searchers_limit) {
    throw Error(ErrorCode::invalid_argument, "open a pool of searchers: searchers_max is " +
                                                 std::to_string(options.searchers_max) +
                                                 "; give at most " +
                                                 std::to_string(searchers_limit));
  }
  return options.searchers_max > 0 ? options.searchers_max
                                   : std::max(1U, std::thread::hardware_concurrency());
}

// Who lends to several threads keeps the processors busy with them.
SearcherOptions index_of(SearcherOptions index, std::size_t searchers_max) {
  if (index.threads == 0 && searchers_max > 1) {
    index.threads = 1;
  }
  return index;
}

}  // namespace

// Xapian counts references without locks, so every searcher is opened, used and closed by one
// thread at a time; the mutex orders these threads.
struct SearcherPool::Impl {
  Impl(SearcherOptions what, SearcherPoolOptions how)
      : index(index_of(std::move(what), most_of(how))),
        options(std::move(how)),
        searchers_max(most_of(options)) {}

  std::unique_ptr<Searcher> open() const {
    auto searcher = std::make_unique<Searcher>(index);
    if (!options.names.empty()) {
      searcher->add_names(options.names);
    }
    return searcher;
  }

  // The one that was used last, whose memory is warm; a new one where there is none.
  std::unique_ptr<Searcher> lend(bool waits) {
    std::unique_ptr<Searcher> searcher;
    {
      std::unique_lock lock(mutex);
      const auto has_one = [this] { return lent < searchers_max; };
      if (waits) {
        given_back.wait(lock, has_one);
      } else if (!has_one()) {
        return nullptr;
      }
      ++lent;
      if (!idle.empty()) {
        searcher = std::move(idle.back());
        idle.pop_back();
      }
    }
    try {
      searcher ? void(searcher->refresh()) : void(searcher = open());
    } catch (...) {
      take_back(std::move(searcher));
      throw;
    }
    return searcher;
  }

  // `searcher` may be none: it could not be opened.
  void take_back(std::unique_ptr<Searcher> searcher) noexcept {
    {
      const std::lock_guard lock(mutex);
      --lent;
      if (searcher) {
        idle.push_back(std::move(searcher));  // There is room for all.
      }
    }
    given_back.notify_one();
  }

  const SearcherOptions index;
  const SearcherPoolOptions options;
  const std::size_t searchers_max;

  std::mutex mutex;
  std::condition_variable given_back;
  std::size_t lent = 0;                         // Guarded by `mutex`, as `idle` is.
  std::vector<std::unique_ptr<Searcher>> idle;  // The last one was used last.
};

SearcherPool::Lease::Lease(std::shared_ptr<Impl> pool, std::unique_ptr<Searcher> searcher) noexcept
    : pool_(std::move(pool)), searcher_(std::move(searcher)) {}

SearcherPool::Lease::Lease(Lease&&) noexcept = default;

SearcherPool::Lease& SearcherPool::Lease::operator=(Lease&& other) noexcept {
  if (this != &other) {
    end();
    pool_ = std::move(other.pool_);
    searcher_ = std::move(other.searcher_);
  }
  return *this;
}

SearcherPool::Lease::~Lease() {
  end();
}

void SearcherPool::Lease::end() noexcept {
  if (searcher_) {
    pool_->take_back(std::move(searcher_));
  }
}

SearcherPool::SearcherPool(const std::filesystem::path& path, SearcherPoolOptions options)
    : SearcherPool(SearcherOptions{.locations = {path.string()}}, std::move(options)) {}

SearcherPool::SearcherPool(const SearcherOptions& index, SearcherPoolOptions options)
    : impl_(std::make_shared<Impl>(index, std::move(options))) {
  impl_->idle.reserve(impl_->searchers_max);
  impl_->idle.push_back(impl_->open());
}

SearcherPool::~SearcherPool() = default;
SearcherPool::SearcherPool(SearcherPool&&) noexcept = default;
SearcherPool& SearcherPool::operator=(SearcherPool&&) noexcept = default;

SearcherPool::Lease SearcherPool::acquire() {
  return {impl_, impl_->lend(true)};
}

std::optional<SearcherPool::Lease> SearcherPool::try_acquire() {
  std::unique_ptr<Searcher> searcher = impl_->lend(false);
  if (!searcher) {
    return std::nullopt;
  }
  return Lease(impl_, std::move(searcher));
}

std::size_t SearcherPool::searchers_max() const noexcept {
  return impl_->searchers_max;
}

}  // namespace pilcrow
