// SPDX-License-Identifier: GPL-2.0-or-later
// Answers queries on several threads, as a server would: INDEX QUERY...
#include <algorithm>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <pilcrow/error.h>
#include <pilcrow/searcher_pool.h>

namespace {

// What one thread does for one query.
std::string best_passage(pilcrow::SearcherPool& pool, const std::string& query) {
  try {
    const pilcrow::SearcherPool::Lease searcher = pool.acquire();
    const pilcrow::SearchResults results = searcher->search(query, {.limit = 1});
    return results.hits.empty() ? "nothing" : to_string(results.hits.front().passage);
  } catch (const pilcrow::Error& error) {
    return error.what();
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> queries(argv + std::min(argc, 2), argv + argc);
    std::vector<std::string> answers(queries.size());
    pilcrow::SearcherPool pool(argc > 1 ? argv[1] : "notes.index");
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < queries.size(); ++i) {
        threads.emplace_back([&, i] { answers[i] = best_passage(pool, queries[i]); });
      }
    }
    for (std::size_t i = 0; i < queries.size(); ++i) {
      std::cout << queries[i] << ": " << answers[i] << '\n';
    }
    return 0;
  } catch (const pilcrow::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
