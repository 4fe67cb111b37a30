// SPDX-License-Identifier: GPL-2.0-or-later
// What pilcrow-indexer says to people and programs.
#pragma once

#include <stop_token>
#include <string>
#include <thread>

#include "indexer/command_line.h"

namespace pilcrow {

// The status of a run that a signal ended, as shells have it for SIGINT.
constexpr int exit_interrupted = 130;

// A line on standard error that is written over, from the first second on.
class ProgressLine {
 public:
  explicit ProgressLine(ProgressMode mode);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const IndexProgress& progress);
  void show(const CompactionProgress& progress);
  void clear();
  // Where it is not, nobody needs to work out how far a run is.
  bool is_shown() const { return shown_; }
  void restart() { begin_ = now_seconds(); }
  double seconds() const { return now_seconds() - begin_; }

 private:
  static double now_seconds();
  bool is_due() const;
  void show(const std::string& text);

  const bool shown_;
  double begin_;
  bool written_ = false;
};

// Turns the first SIGINT or SIGTERM into a stop request; the second ends the process at once.
// Make it before any other thread, since threads inherit what it blocks.
class InterruptWatch {
 public:
  InterruptWatch();
  std::stop_token token() const { return stop_.get_token(); }

 private:
  std::stop_source stop_;
  std::jthread thread_;
};

// Problems go to standard error, the report to standard output.
void print_report(const IndexReport& report, const IndexerCommand& command, double seconds);
void print_report(const CompactionReport& report, const IndexerCommand& command, double seconds);

}  // namespace pilcrow
