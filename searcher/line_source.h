// SPDX-License-Identifier: GPL-2.0-or-later
// Where an interactive session takes its lines from: a person at a terminal, or a pipe.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "searcher/line_completion.h"

namespace pilcrow {

class LineSource {
 public:
  virtual ~LineSource() = default;
  // The next line without its end; nothing where there are no more.
  virtual std::optional<std::string> next() = 0;
};

std::unique_ptr<LineSource> make_stream_lines(std::istream& stream);

// A line editor (libedit, which reads ~/.editrc) on standard input and output, with the history of
// `history_path` (empty: none is kept) and completion by the tabulator.  An interrupt drops the
// line that is typed.
std::unique_ptr<LineSource> make_line_editor(const std::filesystem::path& history_path,
                                             WordCompleter complete_word);

// Where lines are kept between sessions: pilcrow/history in $XDG_STATE_HOME, else in
// ~/.local/state; empty where neither is known.
std::filesystem::path default_history_path();

}  // namespace pilcrow
