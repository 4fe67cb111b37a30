// SPDX-License-Identifier: GPL-2.0-or-later
// What the search programs of bench/peers/run.py share: reading queries, timing them, printing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace peers {

struct Query {
  std::string kind;
  std::string text;  // In the syntax that all peers share: words, OR, AND, (...), "...".
};

inline std::vector<Query> read_queries(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    throw std::runtime_error("can't read " + path);
  }
  std::vector<Query> queries;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return queries;
}

inline double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// search QUERIES THREADS PASSES with `open()`, which gives one thread its engine: a function from a
// query to the number of its hits.  Prints kind, microseconds and hits of each query of the last
// pass on one thread, and the seconds that the last pass took.
template <class Open>
void search(char** arguments, Open open) {
  const std::vector<Query> queries = read_queries(arguments[0]);
  const std::size_t threads = std::strtoul(arguments[1], nullptr, 10);
  const int passes = std::atoi(arguments[2]);
  using Engine = decltype(open());
  std::vector<Engine> engines;
  for (std::size_t i = 0; i < threads; ++i) {
    engines.push_back(open());
  }
  std::vector<double> seconds(queries.size());
  std::vector<std::size_t> hits(queries.size());
  double total = 0;
  for (int pass = 0; pass < passes; ++pass) {
    const auto begin = std::chrono::steady_clock::now();
    {
      std::vector<std::jthread> running;
      for (std::size_t thread = 0; thread < threads; ++thread) {
        running.emplace_back([&, thread] {
          for (std::size_t i = thread; i < queries.size(); i += threads) {
            const auto asked = std::chrono::steady_clock::now();
            hits[i] = engines[thread](queries[i]);
            seconds[i] = seconds_since(asked);
          }
        });
      }
    }
    total = seconds_since(begin);
  }
  for (std::size_t i = 0; threads == 1 && i < queries.size(); ++i) {
    std::printf("%s\t%.1f\t%zu\n", queries[i].kind.c_str(), seconds[i] * 1e6, hits[i]);
  }
  std::printf("total\t%.6f\n", total);
}

}  // namespace peers
