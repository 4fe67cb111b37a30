// SPDX-License-Identifier: GPL-2.0-or-later
// Merging many small databases into one, in their order.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pilcrow {

// Merges databases into a new one in the folder `output`, documents in the order of `inputs`.
void merge_databases(const std::vector<std::filesystem::path>& inputs,
                     const std::filesystem::path& output);

// The distinct words of texts whose words are separated by spaces, in the order of their bytes:
// that in which texts come depends on who built what.
std::string united_words(const std::vector<std::string_view>& texts);

// A tree of merges: whenever `fan_in` neighbours are there, the thread that brought the last one
// merges them.  Which databases are merged depends on their numbers only, so the result is the
// same for any number of threads.  Thread-safe.
class MergeTree {
 public:
  // Merged databases are made in `folder`; inputs are deleted as soon as they are merged.
  explicit MergeTree(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Takes the database number `number` (from 0, each once).
  void add(std::size_t number, std::filesystem::path database);

  // What is left, in order.  Call it when all were added.
  std::vector<std::filesystem::path> rest();

 private:
  // Each open database takes up to 6 file descriptors, of which a process often has 1024.
  static constexpr std::size_t fan_in = 32;

  struct Run {
    std::size_t level = 0;   // It holds fan_in ^ level of what was added.
    std::size_t number = 0;  // Among the runs of its level.
    std::filesystem::path database;
  };
  std::vector<Run> add_run(Run run);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Run>> groups_;  // (level, group)
};

}  // namespace pilcrow
