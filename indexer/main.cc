// SPDX-License-Identifier: GPL-2.0-or-later
// pilcrow-indexer: parses, calls the library, prints.
#include <csignal>
#include <iostream>

#include "cli/info_text.h"
#include "indexer/command_line.h"
#include "indexer/console.h"
#include "pilcrow/error.h"

namespace {

constexpr int exit_ok = 0;
constexpr int exit_problems = 1;
constexpr int exit_fatal = 2;

int status_of(const pilcrow::IndexReport& report) {
  if (report.cancelled) {
    return pilcrow::exit_interrupted;
  }
  return report.problems_total > 0 ? exit_problems : exit_ok;
}

int index_articles(const pilcrow::IndexerCommand& command) {
  const pilcrow::InterruptWatch interrupts;
  pilcrow::ProgressLine progress(command.progress);
  pilcrow::Indexer::Progress show;
  if (progress.is_shown()) {
    show = [&progress](const pilcrow::IndexProgress& state) { progress.show(state); };
  }
  const auto print = [&](const pilcrow::IndexReport& report) {
    const double seconds = progress.seconds();
    progress.clear();
    pilcrow::print_report(report, command, seconds);
  };
  if (command.watch) {
    int status = exit_ok;
    pilcrow::Indexer(command.db, command.indexer)
        .watch_sources(
            command.paths, command.source, interrupts.token(),
            [&](const pilcrow::IndexReport& report) {
              print(report);
              progress.restart();
              status = report.cancelled ? pilcrow::exit_interrupted : exit_ok;
            },
            show);
    return status;
  }
  // The index is free for others before the report is printed.
  const pilcrow::IndexReport report =
      command.dry_run ? pilcrow::plan_sources(command.db, command.paths, command.indexer,
                                              command.source, interrupts.token(), show)
                      : pilcrow::Indexer(command.db, command.indexer)
                            .put_sources(command.paths, command.source, interrupts.token(), show);
  print(report);
  return status_of(report);
}

int check(const std::string& db) {
  const std::vector<std::string> damage = pilcrow::check_index(db);
  for (const std::string& line : damage) {
    std::cout << line << '\n';
  }
  std::cout << (damage.empty() ? "no damage found\n"
                               : "the index is damaged; build it anew with --rebuild\n");
  return damage.empty() ? exit_ok : exit_problems;
}

int compact(const pilcrow::IndexerCommand& command) {
  const pilcrow::InterruptWatch interrupts;
  pilcrow::ProgressLine progress(command.progress);
  const pilcrow::CompactionReport report = pilcrow::compact_index(
      command.db, interrupts.token(),
      [&progress](const pilcrow::CompactionProgress& state) { progress.show(state); });
  const double seconds = progress.seconds();
  progress.clear();
  pilcrow::print_report(report, command, seconds);
  return report.cancelled ? pilcrow::exit_interrupted : exit_ok;
}

int describe(const std::vector<std::string>& paths) {
  std::vector<pilcrow::IndexInfo> indexes;
  for (const std::string& path : paths) {
    indexes.push_back(pilcrow::index_info(path));
  }
  pilcrow::print_infos(indexes, std::cout);
  return exit_ok;
}

int run(const pilcrow::IndexerCommand& command) {
  switch (command.task) {
    case pilcrow::Task::index:
      return index_articles(command);
    case pilcrow::Task::check:
      return check(command.db);
    case pilcrow::Task::compact:
      return compact(command);
    case pilcrow::Task::info:
      return describe(command.paths);
  }
  return exit_fatal;
}

}  // namespace

int main(int argc, char** argv) {
  // A full disk or a closed pipe is an error to report, not a reason to die in the middle.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  int status = exit_ok;
  const auto command = pilcrow::parse_indexer_command(argc, argv, status);
  if (!command) {
    return status;
  }
  try {
    return run(*command);
  } catch (const std::exception& error) {
    std::cerr << "pilcrow-indexer: " << error.what() << '\n';
    return exit_fatal;
  }
}
