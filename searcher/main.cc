// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow-searcher: parses, calls the library, prints.
#include <sys/ioctl.h>
#include <unistd.h>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "pilcrow/error.h"
#include "searcher/command_line.h"
#include "searcher/evaluate_command.h"
#include "searcher/interactive.h"
#include "searcher/names_file.h"
#include "searcher/output.h"
#include "searcher/pager.h"

namespace {

constexpr int exit_found = 0;
constexpr int exit_nothing = 1;
constexpr int exit_error = 2;

bool wants_color(pilcrow::ColorMode mode) {
  if (mode != pilcrow::ColorMode::automatic) {
    return mode == pilcrow::ColorMode::always;
  }
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0') &&
         terminal != nullptr && std::string_view(terminal) != "dumb";
}

// Runs one query; false where nothing was found.
bool answer(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
            pilcrow::ResultWriter& writer, const std::string& id, const std::string& text) {
  pilcrow::AnsweredQuery query{id, text, {}};
  query.results = command.like.empty()
                      ? searcher.search(text, command.search)
                      : searcher.similar(pilcrow::parse_passage_id(text), command.search);
  pilcrow::tell_notes(std::cerr, query.results, text);
  writer.write(query);
  return !query.results.hits.empty();
}

// As answer, but a query that can't be run is one line on standard error, not the end of the batch.
bool answer_or_tell(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
                    pilcrow::ResultWriter& writer, const std::string& id, const std::string& text) {
  try {
    return answer(searcher, command, writer, id, text);
  } catch (const pilcrow::Error& error) {
    if (error.code() != pilcrow::ErrorCode::bad_query) {
      throw;
    }
    std::cerr << "pilcrow-searcher: query " << id << ": " << error.what() << '\n';
    return false;
  }
}

// Runs the queries of a file, each "ID<tab>QUERY"; without a tab the line's number is the id.
bool answer_all(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
                pilcrow::ResultWriter& writer) {
  std::ifstream file;
  if (command.queries_path != "-") {
    file.open(command.queries_path);
    if (!file) {
      throw pilcrow::Error(pilcrow::ErrorCode::io, "read queries: can't open " +
                                                       command.queries_path +
                                                       "; check the path and its permissions");
    }
  }
  std::istream& lines = command.queries_path == "-" ? std::cin : file;
  bool found = false;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::size_t tab = line.find('\t');
    const bool has_id = tab != std::string::npos;
    const std::string id = has_id ? line.substr(0, tab) : std::to_string(number);
    found |= answer_or_tell(searcher, command, writer, id, has_id ? line.substr(tab + 1) : line);
  }
  return found;
}

// To what text is wrapped: a line of the terminal.
std::size_t terminal_columns() {
  winsize size = {};
  const bool known = ::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  return known ? size.ws_col : 0;
}

// A conversation with a person, or with a pipe.
bool converse(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
              const pilcrow::Terminal& terminal) {
  const bool has_person = ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
  const pilcrow::WordCompleter complete_word =
      [](std::string_view /*prefix*/, std::size_t /*limit*/) { return std::vector<std::string>(); };
  const auto lines = has_person
                         ? pilcrow::make_line_editor(pilcrow::default_history_path(), complete_word)
                         : pilcrow::make_stream_lines(std::cin);
  const auto show = [has_person](const std::string& text, std::size_t line) {
    has_person ? pilcrow::show_in_pager(text, line, std::cout) : void(std::cout << text);
  };
  if (has_person) {
    pilcrow::tell(std::cerr, "type a query, or :help");
  }
  return pilcrow::InteractiveSession(searcher, command, terminal, show, std::cout, std::cerr)
             .run(*lines) ||
         has_person;
}

int run(const pilcrow::SearcherCommand& command) {
  pilcrow::Searcher searcher(command.db);
  if (!command.names_path.empty()) {
    pilcrow::add_names_of_file(searcher, command.names_path, std::cerr);
  }
  const pilcrow::Terminal terminal = {wants_color(command.color),
                                      command.columns ? *command.columns : terminal_columns()};
  if (command.interactive) {
    return converse(searcher, command, terminal) ? exit_found : exit_nothing;
  }
  const auto writer = pilcrow::make_result_writer(command, std::cout, terminal);
  const bool found = command.queries_path.empty()
                         ? answer(searcher, command, *writer, "1",
                                  command.like.empty() ? command.query : command.like)
                         : answer_all(searcher, command, *writer);
  writer->finish();
  std::cout.flush();
  if (!found && command.format == pilcrow::OutputFormat::text && command.queries_path.empty()) {
    pilcrow::tell(std::cerr, "nothing found");
  }
  return found ? exit_found : exit_nothing;
}

}  // namespace

int main(int argc, char** argv) {
  // A subcommand comes first; a query that begins so has '--' in front.
  if (argc > 1 && std::string_view(argv[1]) == "evaluate") {
    return pilcrow::run_evaluate_command(argc - 1, argv + 1);
  }
  int status = exit_found;
  const auto command = pilcrow::parse_searcher_command(argc, argv, status);
  if (!command) {
    return status;
  }
  try {
    return run(*command);
  } catch (const std::exception& error) {
    std::cerr << "pilcrow-searcher: " << error.what() << '\n';
    return exit_error;
  }
}
