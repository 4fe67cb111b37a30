// SPDX-License-Identifier: GPL-2.0-or-later
// Search results as people and programs read them.  docs/json_output.md specifies the latter.
#pragma once

#include <cstddef>
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

// What is known of the place where text is shown.
struct Terminal {
  bool color = false;
  std::size_t columns = 0;  // To wrap text at; 0: nowhere.
};

// `out` must outlive the writer.
std::unique_ptr<ResultWriter> make_result_writer(const SearcherCommand& command, std::ostream& out,
                                                 const Terminal& terminal);

// One for each format.
std::unique_ptr<ResultWriter> make_text_writer(const SearcherCommand& command, std::ostream& out,
                                               const Terminal& terminal);
std::unique_ptr<ResultWriter> make_json_writer(const SearcherCommand& command, std::ostream& out);
std::unique_ptr<ResultWriter> make_jsonl_writer(const SearcherCommand& command, std::ostream& out);
std::unique_ptr<ResultWriter> make_trec_writer(const SearcherCommand& command, std::ostream& out);

// One line of a message to a person, without what would command the terminal.
void tell(std::ostream& messages, std::string_view message);

// What may surprise about results, and what to search for instead.
void tell_notes(std::ostream& messages, const SearchResults& results, const std::string& query);

// A column of a TREC run: columns are separated by spaces, so those of an id, and control
// characters, are written as in a URL.
std::string trec_field(std::string_view text);

}  // namespace pilcrow
