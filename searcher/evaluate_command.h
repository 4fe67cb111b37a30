// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow-searcher evaluate: how good the ranking is on somebody's own queries.
#pragma once

namespace pilcrow {

// Parses (argv[0] is "evaluate"), evaluates and prints; returns the exit status: 0, or 2 for an
// error.
int run_evaluate_command(int argc, char** argv);

}  // namespace pilcrow
