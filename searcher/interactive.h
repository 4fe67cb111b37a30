// SPDX-License-Identifier: GPL-2.0-or-later
// A conversation: query after query, and what can be done with what was found.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/command_line.h"
#include "searcher/line_source.h"
#include "searcher/output.h"

namespace pilcrow {

struct InteractiveCommand {
  std::string_view name;
  std::string_view arguments;
  std::string_view meaning;
};

inline constexpr std::array<InteractiveCommand, 6> interactive_commands = {
    {{":open", "N", "read the article of hit N where the hit stands; also :N"},
     {":next", "", "the next hits"},
     {":like", "N", "passages similar to hit N"},
     {":cite", "N [STYLE]", "quote hit N as text, markdown, html, bibtex or url"},
     {":help", "", "this list"},
     {":quit", "", "end, as does the end of the input"}}};

// Shows a text from a line (from 1) on.
using ShowText = std::function<void(const std::string& text, std::size_t line)>;

class InteractiveSession {
 public:
  // All must outlive it.  `command` has the options of every search; results go to `out`, what is
  // said about them to `messages`.
  InteractiveSession(Searcher& searcher, const SearcherCommand& command, const Terminal& terminal,
                     ShowText show, std::ostream& out, std::ostream& messages);

  // Obeys line after line, each a query or a command; a later state of the index is used as soon as
  // it is there.  Whether any query found something.
  bool run(LineSource& lines);

 private:
  bool obey(const std::string& line);
  void obey_command(const std::string& name, const std::string& argument, const std::string& style);
  void search(std::string query, bool is_passage);
  void open(const Hit& hit);
  void help() const;
  const Hit& hit(const std::string& number) const;

  Searcher& searcher_;
  SearcherCommand command_;
  const Terminal terminal_;
  const ShowText show_;
  std::ostream& out_;
  std::ostream& messages_;
  std::string query_ = {};
  bool is_passage_ = false;  // The query is the name of a passage to find similar ones of.
  std::vector<Hit> hits_ = {};
  bool found_any_ = false;
};

}  // namespace pilcrow
