// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/console.h"

#include <unistd.h>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/controls.h"
#include "cli/info_text.h"
#include "pilcrow/version.h"

namespace pilcrow {
namespace {

constexpr int report_version = 2;
constexpr int compaction_report_version = 1;

std::string counted(std::size_t number, const char* name) {
  return grouped(number) + ' ' + name + (number == 1 ? "" : "s");
}

sigset_t interrupts() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// A line break in the name of a file should be seen to be something.
std::string printable(std::string_view text) {
  return without_controls(text, '?');
}

void print_problem(const Problem& problem) {
  std::cerr << "pilcrow-indexer: ";
  if (!problem.source.empty()) {
    std::cerr << printable(problem.source) << ": ";
  }
  if (!problem.where.empty() && problem.where != problem.source) {
    std::cerr << printable(problem.where) << ": ";
  }
  if (problem.byte) {
    std::cerr << "byte " << *problem.byte << ": ";
  }
  std::cerr << printable(problem.reason) << '\n';
}

nlohmann::ordered_json changes_json(const std::vector<PlannedChange>& changes) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const PlannedChange& change : changes) {
    json.push_back({{"action", to_string(change.action)},
                    {"article", change.article_id},
                    {"source", change.source}});
  }
  return json;
}

void print_json(const IndexReport& report, double seconds, bool dry_run) {
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const Problem& problem : report.problems) {
    problems.push_back(
        {{"source", problem.source},
         {"where", problem.where},
         {"byte", problem.byte ? nlohmann::ordered_json(*problem.byte) : nlohmann::ordered_json()},
         {"reason", problem.reason}});
  }
  nlohmann::ordered_json json = {{"schema", "pilcrow.index_report"},
                                 {"version", report_version},
                                 {"articles_added", report.articles_added},
                                 {"articles_replaced", report.articles_replaced},
                                 {"articles_unchanged", report.articles_unchanged},
                                 {"articles_moved", report.articles_moved},
                                 {"articles_removed", report.articles_removed},
                                 {"articles_duplicate", report.articles_duplicate},
                                 {"passages_added", report.passages_added},
                                 {"seconds", seconds},
                                 {"builder", to_string(report.builder)},
                                 {"builder_reason", report.builder_reason},
                                 {"cancelled", report.cancelled},
                                 {"problems_total", report.problems_total},
                                 {"problems", problems}};
  if (dry_run) {
    json["dry_run"] = true;
    json["changes"] = changes_json(report.changes);
  }
  // A path may hold bytes that are not UTF-8; JSON must not.
  std::cout << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void print_problems(const IndexReport& report) {
  for (const Problem& problem : report.problems) {
    print_problem(problem);
  }
  if (report.problems_total > report.problems.size()) {
    std::cerr << "pilcrow-indexer: and "
              << counted(report.problems_total - report.problems.size(), "more problem") << '\n';
  }
}

// What happens seldom is named only when it did.
void print_counts(const IndexReport& report, const char* tense) {
  std::cout << counted(report.articles_added, "article") << tense << " added, "
            << grouped(report.articles_replaced) << " replaced, "
            << grouped(report.articles_unchanged) << " unchanged, "
            << grouped(report.articles_removed) << " removed";
  if (report.articles_moved > 0) {
    std::cout << ", " << grouped(report.articles_moved) << " moved";
  }
  if (report.articles_duplicate > 0) {
    std::cout << "; " << grouped(report.articles_duplicate)
              << (report.articles_duplicate == 1 ? " is a copy of another"
                                                 : " are copies of others");
  }
}

void print_text(const IndexReport& report, double seconds, bool dry_run) {
  print_problems(report);
  if (report.cancelled) {
    std::cerr << "pilcrow-indexer: interrupted; what was not committed is dropped, the index is "
                 "whole\n";
    return;
  }
  for (const PlannedChange& change : report.changes) {
    std::cout << to_string(change.action) << ' ' << printable(change.article_id) << '\n';
  }
  print_counts(report, dry_run ? " would be" : "");
  if (!dry_run) {
    std::cout << "; " << counted(report.passages_added, "passage") << " written in " << std::fixed
              << std::setprecision(2) << seconds << " s";
  }
  std::cout << '\n';
  if (report.builder_fell_back) {
    std::cout << "built slowly, through Xapian: " << report.builder_reason << '\n';
  }
  std::cout << std::flush;
}

// "12,000 articles (1,500 a second), 60 of 240 MiB (8.1 a second), about 22 s left".
std::string progress_text(const IndexProgress& progress, double seconds) {
  constexpr double mib = 1 << 20;
  const double read = static_cast<double>(progress.bytes_done) / mib;
  const double total = static_cast<double>(progress.bytes_total) / mib;
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << counted(progress.articles_done, "article") << " ("
       << grouped(static_cast<std::size_t>(static_cast<double>(progress.articles_done) / seconds))
       << " a second), " << read;
  if (total > 0) {
    text << " of " << total;
  }
  text << " MiB (" << read / seconds << " a second)";
  if (total > 0 && read > 0 && read < total) {
    text << ", about " << std::setprecision(0) << (total - read) * seconds / read << " s left";
  }
  return text.str();
}

}  // namespace

ProgressLine::ProgressLine(ProgressMode mode)
    : shown_(mode == ProgressMode::always ||
             (mode == ProgressMode::automatic && ::isatty(STDERR_FILENO) == 1)),
      begin_(now_seconds()) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::clear() {
  if (written_) {
    std::fputs("\r\033[K", stderr);
    written_ = false;
  }
}

double ProgressLine::now_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void ProgressLine::show(const IndexProgress& progress) {
  if (is_due()) {
    show(progress.finishing ? "merging " + counted(progress.passages_done, "passage")
                            : progress_text(progress, seconds()));
  }
}

void ProgressLine::show(const CompactionProgress& progress) {
  if (is_due()) {
    show("compacting, " + megabytes(progress.bytes_done) + " of " +
         megabytes(progress.bytes_total));
  }
}

bool ProgressLine::is_due() const {
  return shown_ && seconds() >= 1;
}

void ProgressLine::show(const std::string& text) {
  written_ = true;
  std::fprintf(stderr, "\r\033[K%s, %.0f s", text.c_str(), seconds());
  std::fflush(stderr);
}

InterruptWatch::InterruptWatch() {
  const sigset_t signals = interrupts();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::jthread([this, signals](const std::stop_token& ended) {
    const timespec patience = {.tv_sec = 0, .tv_nsec = 50'000'000};
    while (!ended.stop_requested()) {
      if (sigtimedwait(&signals, nullptr, &patience) < 0) {
        continue;
      }
      if (!stop_.request_stop()) {
        ::_exit(exit_interrupted);
      }
    }
  });
}

void print_report(const IndexReport& report, const IndexerCommand& command, double seconds) {
  if (command.report == ReportFormat::json) {
    print_json(report, seconds, command.dry_run);
  } else {
    print_text(report, seconds, command.dry_run);
  }
}

void print_report(const CompactionReport& report, const IndexerCommand& command, double seconds) {
  if (command.report == ReportFormat::json) {
    const nlohmann::ordered_json json = {{"schema", "pilcrow.compaction_report"},
                                         {"version", compaction_report_version},
                                         {"bytes_before", report.bytes_before},
                                         {"bytes_after", report.bytes_after},
                                         {"seconds", seconds},
                                         {"cancelled", report.cancelled}};
    std::cout << json.dump(2) << '\n';
  } else if (report.cancelled) {
    std::cerr << "pilcrow-indexer: interrupted; the index is as it was\n";
  } else {
    std::cout << megabytes(report.bytes_after) << ", " << megabytes(report.bytes_before)
              << " before; written in " << std::fixed << std::setprecision(2) << seconds << " s\n";
  }
}

}  // namespace pilcrow
