// SPDX-License-Identifier: GPL-2.0-or-later
// What an evaluation found, for people and programs.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "pilcrow/evaluation.h"

namespace pilcrow {

// What is compared, with its scores.
struct System {
  std::string name = {};
  std::map<std::string, Metrics> queries = {};
  Metrics means = {};
};

struct EvaluationReport {
  std::vector<Measure> shown = {};
  std::vector<System> systems = {};          // One or two.
  std::vector<Comparison> comparisons = {};  // Of each measure that is shown, where there are two.
  std::vector<std::string> notes = {};
};

void print_text(const EvaluationReport& report, bool per_query, std::ostream& out);

// Schema pilcrow.evaluation; docs/json_output.md specifies it.
void print_json(const EvaluationReport& report, bool per_query, std::ostream& out);

}  // namespace pilcrow
