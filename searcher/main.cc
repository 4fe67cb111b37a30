// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow-searcher: parses, calls the library, prints.
#include <sys/ioctl.h>
#include <unistd.h>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilcrow/error.h"
#include "searcher/answers.h"
#include "searcher/command_line.h"
#include "searcher/evaluate_command.h"
#include "searcher/info_command.h"
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
  const pilcrow::WordCompleter complete_word = [&](std::string_view prefix, std::size_t limit) {
    std::vector<std::string> words;
    for (pilcrow::Suggestion& suggestion : searcher.suggest(prefix, limit)) {
      if (suggestion.kind == pilcrow::SuggestionKind::word) {
        words.push_back(std::move(suggestion.text));
      }
    }
    return words;
  };
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

bool answer(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
            pilcrow::ResultWriter& writer) {
  if (!command.why.empty()) {
    return pilcrow::answer_why(searcher, command, writer);
  }
  if (!command.suggest.empty()) {
    return pilcrow::answer_suggest(searcher, command, writer);
  }
  return pilcrow::answer_query(searcher, command, writer, "1",
                               command.like.empty() ? command.query : command.like);
}

int run(const pilcrow::SearcherCommand& command) {
  const pilcrow::Terminal terminal = {wants_color(command.color),
                                      command.columns ? *command.columns : terminal_columns()};
  const auto writer = pilcrow::make_result_writer(command, std::cout, terminal);
  if (!command.queries_path.empty()) {
    const bool found = pilcrow::answer_queries(command, *writer);
    writer->finish();
    return found ? exit_found : exit_nothing;
  }
  pilcrow::Searcher searcher(command.index);
  pilcrow::add_names(searcher, pilcrow::names_of_file(command.names_path), command.names_path,
                     std::cerr);
  if (command.interactive) {
    return converse(searcher, command, terminal) ? exit_found : exit_nothing;
  }
  const bool found = answer(searcher, command, *writer);
  writer->finish();
  std::cout.flush();
  const bool is_search = command.why.empty() && command.suggest.empty();
  if (!found && command.format == pilcrow::OutputFormat::text && is_search) {
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
  if (argc > 1 && std::string_view(argv[1]) == "info") {
    return pilcrow::run_info_command(argc - 1, argv + 1);
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
