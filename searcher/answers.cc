// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/answers.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "pilcrow/error.h"
#include "searcher/batch_search.h"
#include "searcher/names_file.h"

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

bool write_answer(const AnsweredQuery& query, ResultWriter& writer) {
  tell_notes(std::cerr, query.results, query.text);
  writer.write(query);
  return !query.results.hits.empty();
}

// An answer, or what is wrong with the query.
struct Outcome {
  AnsweredQuery query = {};
  std::string problem = {};
};

Outcome outcome_of(Searcher& searcher, BatchQuery query, const SearchOptions& options) {
  Outcome outcome{{std::move(query.id), std::move(query.text), {}}, {}};
  try {
    outcome.query.results = searcher.search(outcome.query.text, options);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_query) {
      throw;
    }
    outcome.problem = "query " + outcome.query.id + ": " + error.what();
  }
  return outcome;
}

}  // namespace

bool answer_query(Searcher& searcher, const SearcherCommand& command, ResultWriter& writer,
                  const std::string& id, const std::string& text) {
  return write_answer({id, text, found(searcher, command, text)}, writer);
}

bool answer_queries(const SearcherCommand& command, ResultWriter& writer) {
  std::ifstream file;
  const bool is_file = command.queries_path != "-";
  if (is_file) {
    file.open(command.queries_path);
    if (!file) {
      throw Error(ErrorCode::io, "read queries: can't open " + command.queries_path +
                                     "; check the path and its permissions");
    }
  }
  QueryReader reader(is_file ? file : std::cin, is_file ? command.queries_path : "standard input",
                     true);
  const std::string names = names_of_file(command.names_path);
  SearcherPool pool(command.index, {command.jobs, names});
  add_names(*pool.acquire(), names, command.names_path,
            std::cerr);  // Tells what is wrong with them.
  bool found = false;
  search_in_order<Outcome>(
      pool, [&] { return reader.next(); },
      [&](Searcher& searcher, BatchQuery query) {
        return outcome_of(searcher, std::move(query), command.search);
      },
      [&](const Outcome& outcome) {
        if (outcome.problem.empty()) {
          found |= write_answer(outcome.query, writer);
        } else {
          tell(std::cerr, outcome.problem);
        }
      });
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
