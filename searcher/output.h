// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as people and programs read them.  docs/json_output.md specifies the latter.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/searcher.h"
#include "searcher/command_line.h"

namespace pilcrow {

// "word", "name" or "title".
std::string_view to_string(SuggestionKind kind);

struct AnsweredQuery {
  std::string id = {};  // Of a batch; "1" otherwise.
  std::string text = {};
  SearchResults results = {};
};

// Writes the results of one query after another.
class ResultWriter {
 public:
  virtual ~ResultWriter() = default;
  virtual void write(const AnsweredQuery& query) = 0;
  // Not every format can say it.
  virtual void write(const PassageVerdict& /*verdict*/) {}
  virtual void write(const std::vector<Suggestion>& /*suggestions*/) {}
  virtual void finish() {}
};

// `color`: mark up for a terminal.  `out` must outlive the writer.
std::unique_ptr<ResultWriter> make_result_writer(const SearcherCommand& command, std::ostream& out,
                                                 bool color);

// One for each format.
std::unique_ptr<ResultWriter> make_text_writer(const SearcherCommand& command, std::ostream& out,
                                               bool color);
std::unique_ptr<ResultWriter> make_json_writer(const SearcherCommand& command, std::ostream& out);
std::unique_ptr<ResultWriter> make_jsonl_writer(const SearcherCommand& command, std::ostream& out);
std::unique_ptr<ResultWriter> make_trec_writer(const SearcherCommand& command, std::ostream& out);

}  // namespace pilcrow
