// SPDX-License-Identifier: GPL-2.0-or-later
// Programs that read what we do not, kept within limits.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pilcrow {

struct ProgramLimits {
  std::size_t output_bytes_max = 0;
  std::size_t memory_bytes_max = std::size_t{1} << 30;  // Of address space.
  unsigned cpu_seconds_max = 60;
  unsigned wall_seconds_max = 120;
};

struct ProgramResult {
  enum class Outcome {
    succeeded,
    failed,     // It says so itself.
    absent,     // There is no such program.
    stopped,    // It took too long or crashed.
    too_large,  // It writes more than is allowed.
  };

  Outcome outcome = Outcome::failed;
  std::string output = {};
  std::string error = {};  // The beginning of what it says on standard error.
};

// Runs a program, found along PATH, without input and without a shell, and waits for it.  `command`
// is its name and its arguments.  Throws Error{io} where the system has no room for it.
ProgramResult run_program(const std::vector<std::string>& command, const ProgramLimits& limits);

}  // namespace pilcrow
