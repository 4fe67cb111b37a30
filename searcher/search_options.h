// SPDX-License-Identifier: GPL-2.0-or-later
// The options of searches on a command line, which several commands have.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>

#include "pilcrow/searcher.h"

namespace pilcrow {

// Adds the options that say what is found and what hits show.  `search` must outlive parsing.
void add_search_options(CLI::App& app, SearchOptions& search);

// Adds what says which indexes are searched; returns --db.  `index` must outlive parsing.
CLI::Option* add_index_options(CLI::App& app, SearcherOptions& index);

// Adds the number of threads that run a file of queries.  `jobs` must outlive parsing.
void add_jobs_option(CLI::App& app, std::size_t& jobs);

}  // namespace pilcrow
