// SPDX-License-Identifier: GPL-2.0-or-later
// read_speed PATH...: reads files and folders as the indexer does, without indexing them, and
// prints how fast, in processor time of one thread.
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "pilcrow/article.h"
#include "pilcrow/error.h"

namespace {

struct Totals {
  std::size_t files = 0;
  std::size_t articles = 0;
  std::size_t paragraphs = 0;
  std::size_t problems = 0;
  std::uintmax_t bytes = 0;
};

void read_file(const std::string& path, Totals& totals) {
  std::error_code ignored;
  totals.bytes += std::filesystem::file_size(path, ignored);
  ++totals.files;
  std::vector<pilcrow::Problem> problems;
  pilcrow::Article article;
  const auto reader = pilcrow::open_source(path);
  while (reader->next(article, problems)) {
    ++totals.articles;
    totals.paragraphs += article.paragraphs.size();
  }
  totals.problems += problems.size();
}

}  // namespace

int main(int argc, char** argv) {
  constexpr double megabyte = 1e6;
  Totals totals;
  const std::clock_t begin = std::clock();
  try {
    pilcrow::SourceWalker walker({argv + 1, argv + argc});
    std::vector<pilcrow::Problem> problems;
    for (std::string path; walker.next(path, problems);) {
      read_file(path, totals);
    }
  } catch (const pilcrow::Error& error) {
    std::fprintf(stderr, "read_speed: %s\n", error.what());
    return 2;
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  const double size = static_cast<double>(totals.bytes) / megabyte;
  std::printf("%zu files, %.1f MB, %zu articles, %zu paragraphs, %zu problems: %.2f s, %.1f MB/s\n",
              totals.files, size, totals.articles, totals.paragraphs, totals.problems, seconds,
              size / seconds);
  return 0;
}
