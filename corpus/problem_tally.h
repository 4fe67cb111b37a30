// SPDX-License-Identifier: GPL-2.0-or-later
// Problems that may come by the thousand.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// Reports the first ten of a kind, and at the end how many more there were.
class ProblemTally {
 public:
  // `rest` follows the number of the others: "more members are encrypted; left out".
  explicit ProblemTally(std::string rest) : rest_(std::move(rest)) {}

  void add(Problem problem, std::vector<Problem>& problems);
  void finish(const std::string& source, std::vector<Problem>& problems);

 private:
  std::string rest_;
  std::size_t count_ = 0;
};

}  // namespace pilcrow
