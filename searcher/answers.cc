// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/answers.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "pilcrow/error.h"

namespace pilcrow {
namespace {

SearchResults found(Searcher& searcher, const SearcherCommand& command, const std::string& text) {
  if (command.like.empty()) {
    return searcher.search(text, command.search);
  }
  if (command.like == "-") {
    const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
    return searcher.similar_to_text(input, command.search);
  }
  return searcher.similar(parse_passage_id(text), command.search);
}

// As answer_query, but a query that can't be run is one line on standard error, not the end of the
// batch.
bool answer_or_tell(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer,
                    const std::string& id, const std::string& text) {
  try {
    return answer_query(searcher, command, writer, id, text);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_query) {
      throw;
    }
    std::cerr << "pilcrow-searcher: query " << id << ": " << error.what() << '\n';
    return false;
  }
}

}  // namespace

bool answer_query(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer,
                  const std::string& id, const std::string& text) {
  AnsweredQuery query{id, text, {}};
  query.results = found(searcher, command, text);
  tell_notes(std::cerr, query.results, text);
  writer.write(query);
  return !query.results.hits.empty();
}

bool answer_queries(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer) {
  std::ifstream file;
  if (command.queries_path != "-") {
    file.open(command.queries_path);
    if (!file) {
      throw Error(ErrorCode::io, "read queries: can't open " + command.queries_path +
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

bool answer_why(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer) {
  const PassageVerdict verdict =
      searcher.explain(command.query, parse_passage_id(command.why), command.search);
  writer.write(verdict);
  return verdict.rank > 0;
}

bool answer_suggest(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer) {
  const auto suggestions = searcher.suggest(command.suggest, command.search.limit);
  writer.write(suggestions);
  return !suggestions.empty();
}

}  // namespace pilcrow
