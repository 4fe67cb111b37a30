// SPDX-License-Identifier: GPL-2.0-or-later
// What the program does with what it is asked.  Each is false where nothing was found.
#pragma once

#include <string>

#include "pilcrow/searcher.h"
#include "searcher/command_line.h"
#include "searcher/output.h"

namespace pilcrow {

// Runs one query, or looks for passages like the one that `text` names.
bool answer_query(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer,
                  const std::string& id, const std::string& text);

// Runs the queries of a file on several threads, and writes in the file's order.  A query that
// can't be run is one line on standard error, not the end of the batch.
bool answer_queries(const SearcherCommand& command, ResultWriter& writer);

// Says why a passage is a hit, or is none.
bool answer_why(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer);

// Completes the beginning of a query.
bool answer_suggest(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer);

}  // namespace pilcrow
