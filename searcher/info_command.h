// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow-searcher info: what indexes hold, in folders and behind servers.
#pragma once

namespace pilcrow {

// Parses (argv[0] is "info") and prints; returns the exit status: 0, or 2 for an error, which it
// prints.
int run_info_command(int argc, char** argv);

}  // namespace pilcrow
