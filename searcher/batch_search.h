// SPDX-License-Identifier: GPL-2.0-or-later
// Many queries on several threads, in their order.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "pilcrow/evaluation.h"
#include "pilcrow/searcher_pool.h"
#include "searcher/ordered_work.h"

namespace pilcrow {

// `search` makes something of each query that `next` gives, with a searcher of its thread's own,
// and `use` takes these in the order of the queries; see OrderedWork.  There are as many threads as
// the pool has searchers.
template <typename Result>
void search_in_order(SearcherPool& pool, const std::function<std::optional<BatchQuery>()>& next,
                     const std::function<Result(Searcher&, BatchQuery)>& search,
                     const std::function<void(Result)>& use) {
  const std::size_t jobs = pool.searchers_max();
  // Taken by the threads that find something to do.
  std::vector<std::optional<SearcherPool::Lease>> leases(jobs);
  OrderedWork<BatchQuery, Result> work;
  work.next = next;
  work.work = [&](std::size_t job, BatchQuery query) {
    if (!leases[job]) {
      leases[job] = pool.acquire();
    }
    return search(**leases[job], std::move(query));
  };
  work.use = use;
  work.run(jobs);
}

}  // namespace pilcrow
