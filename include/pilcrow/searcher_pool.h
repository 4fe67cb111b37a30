// SPDX-License-Identifier: GPL-2.0-or-later
// Searching one index from several threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "pilcrow/export.h"
#include "pilcrow/searcher.h"

namespace pilcrow {

struct SearcherPoolOptions {
  // Searchers that are open at most, up to 1024; 0: one a processor core.  Each has files of its
  // own open, and remembers words (some 30 MB at most).
  std::size_t searchers_max = 0;
  // Names that no rule connects, as Searcher::add_names takes them.
  std::string names = {};
};

// Searchers of one index, lent to one thread at a time.  They are opened when they are needed and
// stay open, so that what they remember of words serves whoever comes next.
// Thread-safe.
class PILCROW_EXPORT SearcherPool {
  struct Impl;

 public:
  // A searcher that is the holder's alone until the lease ends.  May be handed to another thread,
  // may outlive the pool; one that was moved from is empty and has no searcher.
  class PILCROW_EXPORT Lease {
   public:
    Lease(Lease&&) noexcept;
    Lease& operator=(Lease&&) noexcept;
    ~Lease();

    Searcher& operator*() const noexcept { return *searcher_; }
    Searcher* operator->() const noexcept { return searcher_.get(); }

   private:
    friend class SearcherPool;
    Lease(std::shared_ptr<Impl> pool, std::unique_ptr<Searcher> searcher) noexcept;
    void end() noexcept;

    std::shared_ptr<Impl> pool_;
    std::unique_ptr<Searcher> searcher_;
  };

  // Opens one searcher, which shows what is wrong with the index.  Throws Error: what Searcher's
  // constructor throws, invalid_argument.
  explicit SearcherPool(const std::filesystem::path& path, SearcherPoolOptions options = {});
  // The same of several indexes, searched as one; one after another, unless `index` says otherwise
  // or there is but one searcher.
  explicit SearcherPool(const SearcherOptions& index, SearcherPoolOptions options = {});
  ~SearcherPool();
  SearcherPool(SearcherPool&&) noexcept;
  SearcherPool& operator=(SearcherPool&&) noexcept;

  // Lends a searcher, which is moved to the newest committed state; waits while all are lent.  So
  // no lease shows an older state than one that ended before it began.  Throws Error as Searcher's
  // constructor does; the pool stays as it was.
  Lease acquire();

  // The same without waiting; nothing while all are lent.
  std::optional<Lease> try_acquire();

  // Searchers that may be open at once.
  std::size_t searchers_max() const noexcept;

 private:
  std::shared_ptr<Impl> impl_;
};

}  // namespace pilcrow
