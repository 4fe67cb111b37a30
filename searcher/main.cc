// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow-searcher: parses, calls the library, prints.
#include <unistd.h>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string_view>

#include "pilcrow/error.h"
#include "searcher/command_line.h"
#include "searcher/output.h"

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

pilcrow::SearchResults found(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
                             const std::string& text) {
  if (command.like.empty()) {
    return searcher.search(text, command.search);
  }
  if (command.like == "-") {
    const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
    return searcher.similar_to_text(input, command.search);
  }
  return searcher.similar(pilcrow::parse_passage_id(text), command.search);
}

// Runs one query; false where nothing was found.
bool answer(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
            pilcrow::ResultWriter& writer, const std::string& id, const std::string& text) {
  pilcrow::AnsweredQuery query{id, text, {}};
  query.results = found(searcher, command, text);
  for (const std::string& note : query.results.notes) {
    std::cerr << "pilcrow-searcher: " << note << '\n';
  }
  if (!query.results.suggestion.empty()) {
    std::cerr << "pilcrow-searcher: did you mean: " << query.results.suggestion << '\n';
  }
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

int explain(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
            pilcrow::ResultWriter& writer) {
  const pilcrow::PassageVerdict verdict =
      searcher.explain(command.query, pilcrow::parse_passage_id(command.why), command.search);
  writer.write(verdict);
  writer.finish();
  return verdict.rank > 0 ? exit_found : exit_nothing;
}

int suggest(pilcrow::Searcher& searcher, const pilcrow::SearcherCommand& command,
            pilcrow::ResultWriter& writer) {
  const auto suggestions = searcher.suggest(command.suggest, command.search.limit);
  writer.write(suggestions);
  writer.finish();
  return suggestions.empty() ? exit_nothing : exit_found;
}

int run(const pilcrow::SearcherCommand& command) {
  pilcrow::Searcher searcher(command.db);
  const auto writer = pilcrow::make_result_writer(command, std::cout, wants_color(command.color));
  if (!command.why.empty()) {
    return explain(searcher, command, *writer);
  }
  if (!command.suggest.empty()) {
    return suggest(searcher, command, *writer);
  }
  const bool found = command.queries_path.empty()
                         ? answer(searcher, command, *writer, "1",
                                  command.like.empty() ? command.query : command.like)
                         : answer_all(searcher, command, *writer);
  writer->finish();
  std::cout.flush();
  if (!found && command.format == pilcrow::OutputFormat::text && command.queries_path.empty()) {
    std::cerr << "pilcrow-searcher: nothing found\n";
  }
  return found ? exit_found : exit_nothing;
}

}  // namespace

int main(int argc, char** argv) {
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
