// SPDX-License-Identifier: GPL-2.0-or-later
// What was asked of pilcrow-indexer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilcrow/indexer.h"

namespace pilcrow {

enum class Task { index, check, compact, info };
enum class ReportFormat { text, json };
enum class ProgressMode { automatic, always, never };

struct IndexerCommand {
  Task task = Task::index;
  std::string db = {};
  std::vector<std::string> paths = {};  // Of what is read; of `info`, the indexes.
  IndexerOptions indexer = {};
  SourceOptions source = {};
  ReportFormat report = ReportFormat::text;
  ProgressMode progress = ProgressMode::automatic;
  bool dry_run = false;
  bool watch = false;
};

// Nothing where the command line was answered already (--help, --version, a mistake); the exit
// status is in `status` then.
std::optional<IndexerCommand> parse_indexer_command(int argc, char** argv, int& status);

}  // namespace pilcrow
