// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/output.h"

#include <ostream>

#include "cli/controls.h"
#include "searcher/note_output.h"

namespace pilcrow {
namespace {

class CitationWriter : public ResultWriter {
 public:
  CitationWriter(CitationStyle style, std::ostream& out) : style_(style), out_(out) {}

  void write(const AnsweredQuery& query) override {
    for (const Hit& hit : query.results.hits) {
      const std::string citation = cite(hit, style_);
      if (citation.empty()) {
        continue;  // There is no address.
      }
      // Addresses are a list, one a line.
      out_ << (wrote_ && style_ != CitationStyle::url ? "\n" : "") << citation << '\n';
      wrote_ = true;
    }
  }

 private:
  const CitationStyle style_;
  std::ostream& out_;
  bool wrote_ = false;
};

}  // namespace

std::unique_ptr<ResultWriter> make_result_writer(const SearcherCommand& command, std::ostream& out,
                                                 const Terminal& terminal) {
  switch (command.format) {
    case OutputFormat::text:
      return command.cite ? std::make_unique<CitationWriter>(*command.cite, out)
                          : make_text_writer(command, out, terminal);
    case OutputFormat::json:
      return make_json_writer(command, out);
    case OutputFormat::jsonl:
      return make_jsonl_writer(command, out);
    case OutputFormat::trec:
      return make_trec_writer(command, out);
  }
  return nullptr;
}

void tell(std::ostream& messages, std::string_view message) {
  messages << "pilcrow-searcher: " << without_controls(message, ' ') << '\n';
}

void tell_notes(std::ostream& messages, const SearchResults& results, const std::string& query) {
  for (const QueryNote& note : results.notes) {
    print_note(note, query, messages);
  }
  if (!results.suggestion.empty()) {
    tell(messages, "did you mean: " + results.suggestion);
  }
}

}  // namespace pilcrow
