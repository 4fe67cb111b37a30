// SPDX-License-Identifier: GPL-2.0-or-later
// search_speed INDEX QUERIES [SEARCHER]: how fast an index answers.  Prints, in processor time of
// one thread, what each stage of a search takes and how long whole queries of several kinds do;
// then, in wall time, queries a second on one thread and on two, and how long the program SEARCHER
// takes from its start to the first result.  QUERIES are lines ID<tab>QUERY.
#include <spawn.h>
#include <sys/wait.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "pilcrow/error.h"
#include "pilcrow/evaluation.h"
#include "pilcrow/searcher_pool.h"
#include "searcher/query.h"
#include "searcher/query_plan.h"

namespace pilcrow {
namespace {

using Texts = std::vector<std::string>;

double now_us(clockid_t clock) {
  timespec time = {};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

struct Times {
  double mean = 0;
  double median = 0;
  double p99 = 0;
};

// Of each query, after all were asked once: what words mean is remembered.
Times times_of(const Texts& queries, const std::function<void(const std::string&)>& ask) {
  std::for_each(queries.begin(), queries.end(), ask);
  std::vector<double> times;
  double sum = 0;
  for (const std::string& query : queries) {
    const double begin = now_us(CLOCK_THREAD_CPUTIME_ID);
    ask(query);
    times.push_back(now_us(CLOCK_THREAD_CPUTIME_ID) - begin);
    sum += times.back();
  }
  std::sort(times.begin(), times.end());
  return {sum / static_cast<double>(times.size()), times[times.size() / 2],
          times[times.size() * 99 / 100]};
}

Times search_times(Searcher& searcher, const Texts& queries, const SearchOptions& options) {
  return times_of(queries, [&](const std::string& query) { searcher.search(query, options); });
}

// A query as a person types it, without what could be an operator.
std::string plain(const std::string& query) {
  std::string words;
  for (const char byte : query) {
    words += static_cast<unsigned char>(byte) < 0x80 && std::ispunct(byte) != 0 ? ' ' : byte;
  }
  return words;
}

// Three words of the best passage for each query, from its middle, as a phrase.
Texts phrases_for(Searcher& searcher, const Texts& queries, const SearchOptions& options) {
  Texts phrases;
  for (const std::string& query : queries) {
    const SearchResults results = searcher.search(query, options);
    const std::string text = results.hits.empty() ? "" : plain(results.hits.front().text);
    const std::size_t begin = text.find(' ', text.size() / 2);
    std::size_t end = begin;
    for (int words = 0; words < 3 && end != std::string::npos; ++words) {
      end = text.find(' ', text.find_first_not_of(' ', end));
    }
    if (end != std::string::npos) {
      phrases.push_back('"' + text.substr(begin + 1, end - begin - 1) + '"');
    }
  }
  return phrases;
}

// Words as they are typed, in the order of the first stage, without anything to show.
SearchOptions bare() {
  SearchOptions options;
  options.names = Names::off;
  options.spelling = Spelling::off;
  options.look_alikes = false;
  options.relax_phrases = false;
  options.reranked_max = 0;
  options.snippet_bytes = 0;
  options.duplicates = Duplicates::show;
  return options;
}

SearchOptions all_words(SearchOptions options) {
  options.match_all = true;
  return options;
}

void print(const char* what, const Times& times) {
  std::printf("%-34s %9.0f %9.0f %9.0f\n", what, times.mean, times.median, times.p99);
}

void print_stages(const std::string& index, Searcher& searcher, const Texts& queries) {
  const Analyzer analyzer;
  IndexReader reader({index}, std::chrono::seconds(10));
  const auto plan = [&](const SearchOptions& options) {
    return times_of(queries, [&](const std::string& query) {
      const ParsedQuery parsed =
          parse_query(query, false, [](const auto& /*name*/) { return false; });
      plan_query(parsed, reader, analyzer, {}, options);
    });
  };
  print("parse and plan, --exact", plan(bare()));
  print("parse and plan", plan({}));
  SearchOptions options;
  options.duplicates = Duplicates::show;
  options.snippet_bytes = 0;
  const auto mean = [&] { return search_times(searcher, queries, options).mean; };
  options.reranked_max = 0;
  options.limit = 200;
  const double found = mean();
  options.reranked_max = 200;
  std::printf("%-34s %9.0f\n", "re-rank of 200 passages", mean() - found);
  options.limit = 10;
  const double without = mean();
  options.snippet_bytes = SearchOptions().snippet_bytes;
  std::printf("%-34s %9.0f\n", "a snippet", (mean() - without) / 10);
}

void print_queries(Searcher& searcher, const Texts& queries) {
  const Texts phrases = phrases_for(searcher, queries, bare());
  Texts mixed = phrases;
  for (std::size_t i = 0; i < mixed.size(); ++i) {
    mixed[i] += ' ' + queries[i];
  }
  print("OR, --exact --rerank 0, no snippets", search_times(searcher, queries, bare()));
  print("AND, the same", search_times(searcher, queries, all_words(bare())));
  print("phrase, the same", search_times(searcher, phrases, bare()));
  print("phrase and words, the same", search_times(searcher, mixed, bare()));
  print("OR", search_times(searcher, queries, {}));
  print("AND", search_times(searcher, queries, all_words({})));
  print("phrase", search_times(searcher, phrases, {}));
  print("phrase and words", search_times(searcher, mixed, {}));
}

double queries_a_second(SearcherPool& pool, const Texts& queries, std::size_t threads) {
  const double begin = now_us(CLOCK_MONOTONIC);
  {
    std::vector<std::jthread> running;
    for (std::size_t thread = 0; thread < threads; ++thread) {
      running.emplace_back([&, thread] {
        const SearcherPool::Lease searcher = pool.acquire();
        for (std::size_t i = thread; i < queries.size(); i += threads) {
          searcher->search(queries[i]);
        }
      });
    }
  }
  return 1e6 * static_cast<double>(queries.size()) / (now_us(CLOCK_MONOTONIC) - begin);
}

// From the start of a process to its end, of the quickest of some: the others waited for others.
double first_result_ms(const std::string& program, const std::string& index,
                       const std::string& query) {
  constexpr int tries = 15;
  double best = 1e9;
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", 1, 0);
  for (int i = 0; i < tries; ++i) {
    Texts words = {program, "--db", index, "--format", "json", "--", query};
    std::vector<char*> arguments;
    for (std::string& word : words) {
      arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const double begin = now_us(CLOCK_MONOTONIC);
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &quiet, nullptr, arguments.data(), environ) != 0) {
      throw Error(ErrorCode::io, "start " + program + ": it can't be run; check the path");
    }
    waitpid(child, nullptr, 0);
    best = std::min(best, (now_us(CLOCK_MONOTONIC) - begin) / 1e3);
  }
  posix_spawn_file_actions_destroy(&quiet);
  return best;
}

int run(int argc, char** argv) {
  const std::string index = argv[1];
  std::ifstream file(argv[2]);
  Texts queries;
  for (const BatchQuery& query : read_queries(file, argv[2])) {
    queries.push_back(plain(query.text));
  }
  Searcher searcher(index);
  std::printf("%-34s %9s %9s %9s\n", "microseconds", "mean", "p50", "p99");
  print_stages(index, searcher, queries);
  print_queries(searcher, queries);
  SearcherPool pool(index, {.searchers_max = 2});
  for (const std::size_t threads : {1U, 2U, 1U, 2U}) {
    std::printf("queries a second, %zu threads         %9.0f\n", threads,
                queries_a_second(pool, queries, threads));
  }
  if (argc > 3) {
    std::printf("start to first result, ms          %9.1f\n",
                first_result_ms(argv[3], index, queries.front()));
  }
  return 0;
}

}  // namespace
}  // namespace pilcrow

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "search_speed INDEX QUERIES [SEARCHER]\n");
    return 2;
  }
  try {
    return pilcrow::run(argc, argv);
  } catch (const pilcrow::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
}
