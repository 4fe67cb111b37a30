// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/subprocess.h"

#include <gtest/gtest.h>

namespace pilcrow {
namespace {

using ProgramOutcome = ProgramResult::Outcome;

ProgramResult run_shell(const std::string& script, ProgramLimits limits = {}) {
  limits.output_bytes_max = 1000000;
  return run_program({"sh", "-c", script}, limits);
}

TEST(SubprocessTest, WhatAProgramSaysOnBothStreamsIsRead) {
  const ProgramResult result = run_shell("echo Rain; echo 'No harbour' >&2");
  EXPECT_EQ(result.outcome, ProgramOutcome::succeeded);
  EXPECT_EQ(result.output, "Rain\n");
  EXPECT_EQ(result.error, "No harbour\n");
}

TEST(SubprocessTest, AProgramIsKeptWithinItsLimits) {
  EXPECT_EQ(run_shell("exit 3").outcome, ProgramOutcome::failed);
  EXPECT_EQ(run_shell("kill -9 $$").outcome, ProgramOutcome::stopped);
  EXPECT_EQ(run_shell("exec sleep 60", {.wall_seconds_max = 1}).outcome, ProgramOutcome::stopped);
  EXPECT_EQ(run_shell("while :; do :; done", {.cpu_seconds_max = 1}).outcome,
            ProgramOutcome::stopped);
  EXPECT_EQ(run_shell("while :; do echo more and more; done").outcome, ProgramOutcome::too_large);
  EXPECT_EQ(run_program({"pilcrow-no-such-program"}, {}).outcome, ProgramOutcome::absent);
}

TEST(SubprocessTest, WhatIsSaidOnStandardErrorIsKeptShort) {
  const ProgramResult result = run_shell("for i in $(seq 20000); do echo warning >&2; done");
  EXPECT_EQ(result.outcome, ProgramOutcome::succeeded);
  EXPECT_EQ(result.error.size(), 4096U);
}

TEST(SubprocessTest, AProgramHasNoInput) {
  EXPECT_EQ(run_shell("cat").output, "");
}

}  // namespace
}  // namespace pilcrow
