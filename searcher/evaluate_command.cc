// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/evaluate_command.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/joined_texts.h"
#include "cli/controls.h"
#include "cli/options.h"
#include "pilcrow/error.h"
#include "pilcrow/evaluation.h"
#include "pilcrow/searcher_pool.h"
#include "searcher/batch_search.h"
#include "searcher/evaluation_report.h"
#include "searcher/output.h"
#include "searcher/search_options.h"

namespace pilcrow {
namespace {

constexpr const char* evaluate_examples =
    "Queries are lines ID<tab>QUERY; judgments are lines QUERY 0 DOCUMENT GRADE, as TREC has "
    "them,\n"
    "where DOCUMENT is ARTICLE#PARAGRAPH, or the article's id with --unit article.\n"
    "Examples:\n"
    "  pilcrow-searcher evaluate --db news --queries q.tsv --qrels q.qrels --unit article\n"
    "  pilcrow-searcher evaluate --db news --queries q.tsv --qrels q.qrels --compare-option=--all\n"
    "  pilcrow-searcher evaluate --run old.run --compare new.run --qrels q.qrels\n"
    "Exit status: 0, or 2 for an error.";

struct EvaluateCommand {
  SearcherOptions index = {};
  std::string queries_path = {};
  std::string judgments_path = {};
  std::string run_path = {};
  std::string compare_path = {};
  std::vector<std::string> compare_options = {};
  std::vector<std::string> measure_names = {};
  std::size_t jobs = 0;
  bool per_query = false;
  bool json = false;
  SearchOptions search = {};
};

void add_options(CLI::App& app, EvaluateCommand& command) {
  CLI::Option* db = add_index_options(app, command.index);
  CLI::Option* queries =
      app.add_option("--queries", command.queries_path, "The queries, each 'ID<tab>QUERY'")
          ->option_text("FILE");
  app.add_option("--qrels", command.judgments_path, "The judgments")
      ->option_text("FILE")
      ->required();
  CLI::Option* run =
      app.add_option("--run", command.run_path,
                     "Evaluate this run, which --format trec wrote, instead of searching")
          ->option_text("FILE")
          ->excludes(queries);
  queries->needs(db);
  app.add_option("--compare", command.compare_path, "Compare with this run")->option_text("FILE");
  app.add_option("--compare-option", command.compare_options,
                 "Compare with a search that has this option too, as --compare-option=--all")
      ->option_text("OPTION")
      ->allow_extra_args(false)
      ->excludes(run);
  app.add_option("--measure", command.measure_names,
                 "What to print: ndcg@10, map, mrr@10, recall@100 (default: all)")
      ->option_text("NAME")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--per-query", command.per_query, "Print each query too");
  add_choice<bool>(app, "--format", command.json, {{"text", false}, {"json", true}},
                   "text or json");
  add_search_options(app, command.search);
  add_jobs_option(app, command.jobs);
  app.callback([&command] {
    if (command.run_path.empty() == command.queries_path.empty()) {
      throw CLI::ValidationError("evaluate", "give --queries FILE with --db, or --run FILE");
    }
    if (!command.compare_path.empty() && !command.compare_options.empty()) {
      throw CLI::ValidationError("--compare", "not with --compare-option");
    }
  });
}

std::vector<Measure> chosen_measures(const std::vector<std::string>& names) {
  std::vector<Measure> chosen;
  for (const std::string& name : names) {
    const auto known = std::find_if(measures.begin(), measures.end(),
                                    [&](const Measure& measure) { return measure.name == name; });
    if (known == measures.end()) {
      throw Error(ErrorCode::invalid_argument,
                  "evaluate: there is no measure " + name +
                      "; take one of ndcg@10, map, mrr@10, recall@100");
    }
    chosen.push_back(*known);
  }
  return names.empty() ? std::vector<Measure>(measures.begin(), measures.end()) : chosen;
}

template <typename Reader>
auto read_file(const std::string& path, Reader reader) {
  std::ifstream file(path);
  if (!file) {
    throw Error(ErrorCode::io,
                "evaluate: can't open " + path + "; check the path and its permissions");
  }
  return reader(file, path);
}

// The options of a search with some more.
SearchOptions with_options(SearchOptions search, std::vector<std::string> added) {
  CLI::App app("", "--compare-option");
  add_search_options(app, search);
  std::reverse(added.begin(), added.end());  // As CLI11 takes them.
  try {
    app.parse(added);
  } catch (const CLI::ParseError& mistake) {
    throw Error(ErrorCode::invalid_argument,
                std::string("read --compare-option: ") + mistake.what() +
                    "; give an option of the search, as --unit=article");
  }
  return search;
}

Rankings search_all(SearcherPool& pool, const std::vector<BatchQuery>& queries,
                    SearchOptions options) {
  constexpr std::size_t depth = 1000;  // As TREC runs have it.
  options.limit = depth;
  options.snippet_bytes = 0;
  // Judgments name every copy.
  options.duplicates =
      options.duplicates == Duplicates::collapse ? Duplicates::show : options.duplicates;
  using Ranking = std::pair<std::string, std::vector<std::string>>;
  Rankings run;
  search_in_order<Ranking>(
      pool,
      [next = queries.begin(), end = queries.end()]() mutable {
        return next == end ? std::nullopt : std::optional(*next++);
      },
      [&](Searcher& searcher, const BatchQuery& query) {
        std::vector<std::string> ranking;
        for (const Hit& hit : searcher.search(query.text, options).hits) {
          ranking.push_back(
              trec_field(options.unit == Unit::article ? hit.article.id : to_string(hit.passage)));
        }
        return Ranking(query.id, std::move(ranking));
      },
      [&run](Ranking ranking) { run.insert(std::move(ranking)); });
  return run;
}

bool is_in_index(Searcher& searcher, const std::string& document, Unit unit) {
  if (document.find('%') != std::string::npos) {
    return true;  // Perhaps written as in a URL: no way to tell.
  }
  if (unit == Unit::article) {
    return searcher.article(document).has_value();
  }
  try {
    return searcher.text(parse_passage_id(document)).has_value();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) {
      throw;
    }
    return false;
  }
}

// Relevant documents that can't be found are the usual sign of other ids.
void note_absent_documents(Searcher& searcher, const Judgments& judgments, Unit unit,
                           EvaluationReport& report) {
  std::size_t relevant = 0;
  std::vector<std::string> absent;
  for (const auto& [query, grades] : judgments) {
    for (const auto& [document, grade] : grades) {
      relevant += grade > 0 ? 1 : 0;
      if (grade > 0 && !is_in_index(searcher, document, unit)) {
        absent.push_back(document);
      }
    }
  }
  if (!absent.empty()) {
    report.notes.push_back(std::to_string(absent.size()) + " of " + std::to_string(relevant) +
                           " relevant documents are not in the index, such as " + absent.front() +
                           "; is --unit right?");
  }
}

// Only what was asked is judged, so that a part of the queries can be evaluated.
void keep_asked(const std::vector<BatchQuery>& queries, Judgments& judgments,
                EvaluationReport& report) {
  std::set<std::string> ids;
  std::vector<std::string> unjudged;
  for (const BatchQuery& query : queries) {
    ids.insert(query.id);
    if (!judgments.contains(query.id)) {
      unjudged.push_back(query.id);
    }
  }
  std::vector<std::string> unasked;
  std::erase_if(judgments, [&](const auto& judged) {
    const bool drops = !ids.contains(judged.first);
    if (drops) {
      unasked.push_back(judged.first);
    }
    return drops;
  });
  const auto note = [&report](const std::vector<std::string>& missing, const std::string& what) {
    if (!missing.empty()) {
      report.notes.push_back(what + std::to_string(missing.size()) + ", such as " +
                             missing.front());
    }
  };
  note(unasked, "left out judged queries that are not among the queries: ");
  note(unjudged, "left out queries without judgments: ");
}

void add_system(const std::string& name, const Rankings& run, const Judgments& judgments,
                EvaluationReport& report) {
  System system{name, evaluate(run, judgments), {}};
  if (system.queries.empty()) {
    throw Error(
        ErrorCode::invalid_argument,
        "evaluate: no query has a relevant document in the judgments; check that both files "
        "have the same ids");
  }
  system.means = mean(system.queries);
  report.systems.push_back(std::move(system));
}

EvaluationReport evaluate_all(const EvaluateCommand& command) {
  EvaluationReport report;
  report.shown = chosen_measures(command.measure_names);
  Judgments judgments = read_file(command.judgments_path, read_judgments);
  if (!command.run_path.empty()) {
    add_system(command.run_path, read_file(command.run_path, read_run), judgments, report);
  } else {
    const std::vector<BatchQuery> queries = read_file(command.queries_path, read_queries);
    SearcherPool pool(command.index, {.searchers_max = command.jobs});
    keep_asked(queries, judgments, report);
    note_absent_documents(*pool.acquire(), judgments, command.search.unit, report);
    add_system(joined_texts(command.index.locations, ", "),
               search_all(pool, queries, command.search), judgments, report);
    if (!command.compare_options.empty()) {
      add_system("with " + joined_texts(command.compare_options, " "),
                 search_all(pool, queries, with_options(command.search, command.compare_options)),
                 judgments, report);
    }
  }
  if (!command.compare_path.empty()) {
    add_system(command.compare_path, read_file(command.compare_path, read_run), judgments, report);
  }
  if (report.systems.size() == 2) {
    for (const Measure& measure : report.shown) {
      std::vector<double> scores[2];
      for (std::size_t i = 0; i < 2; ++i) {
        for (const auto& [query, metrics] : report.systems[i].queries) {
          scores[i].push_back(metrics.*measure.value);
        }
      }
      report.comparisons.push_back(compare(scores[0], scores[1]));
    }
  }
  return report;
}

}  // namespace

int run_evaluate_command(int argc, char** argv) {
  EvaluateCommand command;
  CLI::App app("Measures how good the ranking is, given queries and judgments.",
               "pilcrow-searcher evaluate");
  app.footer(evaluate_examples);
  add_options(app, command);
  int status = 0;
  if (!parse_command_line(app, argc, argv, status)) {
    return status;
  }
  try {
    const EvaluationReport report = evaluate_all(command);
    for (const std::string& note : report.notes) {
      std::cerr << "pilcrow-searcher: " << without_controls(note, ' ') << '\n';
    }
    command.json ? print_json(report, command.per_query, std::cout)
                 : print_text(report, command.per_query, std::cout);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "pilcrow-searcher: " << error.what() << '\n';
    return 2;
  }
}

}  // namespace pilcrow
