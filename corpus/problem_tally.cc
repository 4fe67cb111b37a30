// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/problem_tally.h"

#include <utility>

namespace pilcrow {
namespace {

constexpr std::size_t reported_max = 10;

}  // namespace

void ProblemTally::add(Problem problem, std::vector<Problem>& problems) {
  if (++count_ <= reported_max) {
    problems.push_back(std::move(problem));
  }
}

void ProblemTally::finish(const std::string& source, std::vector<Problem>& problems) {
  if (count_ > reported_max) {
    problems.push_back({source, "", std::to_string(count_ - reported_max) + ' ' + rest_});
  }
  count_ = 0;
}

}  // namespace pilcrow
