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

#include "pilcrow/version.h"

namespace pilcrow {
namespace {

constexpr int report_version = 1;
constexpr int exit_interrupted = 130;

double now_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// 1234567 as "1,234,567".
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

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

void print_problem(const Problem& problem) {
  std::cerr << "pilcrow-indexer: ";
  if (!problem.source.empty()) {
    std::cerr << problem.source << ": ";
  }
  if (!problem.where.empty() && problem.where != problem.source) {
    std::cerr << problem.where << ": ";
  }
  std::cerr << problem.reason << '\n';
}

void print_json(const IndexReport& report, double seconds) {
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const Problem& problem : report.problems) {
    problems.push_back(
        {{"source", problem.source}, {"where", problem.where}, {"reason", problem.reason}});
  }
  const nlohmann::ordered_json json = {{"schema", "pilcrow.index_report"},
                                       {"version", report_version},
                                       {"articles_added", report.articles_added},
                                       {"articles_replaced", report.articles_replaced},
                                       {"articles_unchanged", report.articles_unchanged},
                                       {"articles_removed", report.articles_removed},
                                       {"passages_added", report.passages_added},
                                       {"seconds", seconds},
                                       {"cancelled", report.cancelled},
                                       {"problems_total", report.problems_total},
                                       {"problems", problems}};
  // A path may hold bytes that are not UTF-8; JSON must not.
  std::cout << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void print_text(const IndexReport& report, double seconds) {
  for (const Problem& problem : report.problems) {
    print_problem(problem);
  }
  if (report.problems_total > report.problems.size()) {
    std::cerr << "pilcrow-indexer: and "
              << counted(report.problems_total - report.problems.size(), "more problem") << '\n';
  }
  if (report.cancelled) {
    std::cerr << "pilcrow-indexer: interrupted; what was not committed is dropped, the index is "
                 "whole\n";
    return;
  }
  std::cout << counted(report.articles_added, "article") << " added, "
            << grouped(report.articles_replaced) << " replaced, "
            << grouped(report.articles_unchanged) << " unchanged, "
            << grouped(report.articles_removed) << " removed; "
            << counted(report.passages_added, "passage") << " written in " << std::fixed
            << std::setprecision(2) << seconds << " s\n";
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

double ProgressLine::seconds() const {
  return now_seconds() - begin_;
}

void ProgressLine::show(const IndexProgress& progress) {
  if (!shown_ || seconds() < 1) {
    return;
  }
  written_ = true;
  const std::string text = progress.finishing
                               ? "merging " + counted(progress.passages_done, "passage")
                               : counted(progress.articles_done, "article") + ", " +
                                     counted(progress.passages_done, "passage") + ", " +
                                     grouped(progress.bytes_done >> 20) + " MiB read";
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

void print_report(const IndexReport& report, ReportFormat format, double seconds) {
  format == ReportFormat::json ? print_json(report, seconds) : print_text(report, seconds);
}

void print_info(const IndexInfo& info) {
  std::cout << "index      " << info.path << '\n'
            << "format     " << info.format_version << '\n'
            << "analyzer   " << info.analyzer
            << (info.compatible ? "" : "  (not this program's: rebuild to search it)") << '\n'
            << "articles   " << grouped(info.articles) << '\n'
            << "passages   " << grouped(info.passages) << ", on average " << std::fixed
            << std::setprecision(1) << info.passage_terms_mean << " ranked terms\n"
            << "size       " << std::setprecision(1) << static_cast<double>(info.disk_bytes) / 1e6
            << " MB\n"
            << "languages ";
  for (const auto& [language, articles] : info.languages) {
    std::cout << ' ' << (language.empty() ? "unknown" : language) << ' ' << grouped(articles);
  }
  std::cout << '\n';
}

}  // namespace pilcrow
