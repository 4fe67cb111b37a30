// SPDX-License-Identifier: GPL-2.0-or-later
// What was asked of pilcrow-searcher.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "pilcrow/citation.h"
#include "pilcrow/searcher.h"

namespace pilcrow {

enum class OutputFormat { text, json, jsonl, trec };
enum class ColorMode { automatic, always, never };

struct SearcherCommand {
  SearcherOptions index = {};
  std::string query = {};
  std::string like = {};          // ARTICLE#PARAGRAPH to find similar passages of, "-": text.
  std::string why = {};           // ARTICLE#PARAGRAPH to say of why it is (not) a hit.
  std::string suggest = {};       // The beginning of a query, to complete.
  std::string names_path = {};    // Of more names.
  std::string queries_path = {};  // Queries to run instead of `query`, one a line.
  std::size_t jobs = 0;           // Threads that run them; 0: one a processor.
  SearchOptions search = {};
  OutputFormat format = OutputFormat::text;
  ColorMode color = ColorMode::automatic;
  std::string run_tag = "pilcrow";
  std::optional<CitationStyle> cite = {};   // Print hits as citations.
  std::optional<std::size_t> columns = {};  // To wrap text at, 0: nowhere; nothing: the terminal's.
  bool interactive = false;
};

// Nothing where the command line was answered already (--help, --version, a mistake); the exit
// status is in `status` then.
std::optional<SearcherCommand> parse_searcher_command(int argc, char** argv, int& status);

}  // namespace pilcrow
