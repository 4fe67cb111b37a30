// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/interactive.h"

#include <algorithm>
#include <charconv>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <utility>

#include "pilcrow/error.h"
#include "searcher/article_view.h"

namespace pilcrow {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::invalid_argument, why);
}

CitationStyle style_of(const std::string& name) {
  for (const CitationStyle style : citation_styles) {
    if (name == to_string(style)) {
      return style;
    }
  }
  refuse("there is no style " + name + "; take text, markdown, html, bibtex or url");
}

// The command that `name` begins.
std::string full_name(const std::string& name) {
  const auto known =
      std::find_if(interactive_commands.begin(), interactive_commands.end(),
                   [&](const InteractiveCommand& one) { return one.name.starts_with(name); });
  return known == interactive_commands.end() || name.size() < 2 ? name : std::string(known->name);
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

InteractiveSession::InteractiveSession(Searcher& searcher, const SearcherCommand& command,
                                       const Terminal& terminal, ShowText show, std::ostream& out,
                                       std::ostream& messages)
    : searcher_(searcher),
      command_(command),
      terminal_(terminal),
      show_(std::move(show)),
      out_(out),
      messages_(messages) {}

bool InteractiveSession::run(LineSource& lines) {
  while (true) {
    out_.flush();
    const std::optional<std::string> line = lines.next();
    if (!line) {
      return found_any_;
    }
    try {
      if (!obey(*line)) {
        return found_any_;
      }
    } catch (const Error& error) {
      // Whatever goes wrong with one line, the next may be better.
      tell(messages_, error.what());
    }
  }
}

bool InteractiveSession::obey(const std::string& line) {
  std::istringstream words(line);
  std::string name;
  std::string argument;
  std::string style;
  words >> name >> argument >> style;
  if (name.empty()) {
    return true;
  }
  if (!name.starts_with(':')) {
    command_.search.offset = 0;
    search(line, false);
    return true;
  }
  if (is_number(name.substr(1))) {
    open(hit(name.substr(1)));
    return true;
  }
  name = full_name(name);
  if (name == ":quit") {
    return false;
  }
  obey_command(name, argument, style);
  return true;
}

void InteractiveSession::obey_command(const std::string& name, const std::string& argument,
                                      const std::string& style) {
  if (name == ":help") {
    help();
  } else if (name == ":open") {
    open(hit(argument));
  } else if (name == ":like") {
    const std::string passage = to_string(hit(argument).passage);
    command_.search.offset = 0;
    search(passage, true);
  } else if (name == ":cite") {
    const CitationStyle wanted =
        style.empty() ? command_.cite.value_or(CitationStyle::text) : style_of(style);
    out_ << cite(hit(argument), wanted) << '\n';
  } else if (name == ":next") {
    if (hits_.size() < command_.search.limit || hits_.empty()) {
      refuse("there are no more hits");
    }
    command_.search.offset += command_.search.limit;
    search(query_, is_passage_);
  } else {
    refuse("there is no command " + name + "; :help lists them");
  }
}

void InteractiveSession::search(std::string query, bool is_passage) {
  query_ = std::move(query);
  is_passage_ = is_passage;
  hits_.clear();
  if (searcher_.refresh()) {
    tell(messages_, "the index has changed");
  }
  AnsweredQuery answered = {"1", query_, {}};
  answered.results = is_passage_ ? searcher_.similar(parse_passage_id(query_), command_.search)
                                 : searcher_.search(query_, command_.search);
  tell_notes(messages_, answered.results, answered.text);
  make_result_writer(command_, out_, terminal_)->write(answered);
  if (answered.results.hits.empty()) {
    tell(messages_, "nothing found");
  }
  hits_ = std::move(answered.results.hits);
  found_any_ |= !hits_.empty();
}

const Hit& InteractiveSession::hit(const std::string& number) const {
  std::size_t rank = 0;
  std::from_chars(number.data(), number.data() + number.size(), rank);
  const std::size_t first = command_.search.offset + 1;
  if (!is_number(number) || rank < first || rank - first >= hits_.size()) {
    refuse(hits_.empty() ? "there are no hits"
                         : "give the number of a hit, " + std::to_string(first) + " to " +
                               std::to_string(first + hits_.size() - 1));
  }
  return hits_[rank - first];
}

void InteractiveSession::open(const Hit& hit) {
  const std::vector<PassageText> paragraphs = searcher_.paragraphs(hit.article.id);
  if (paragraphs.empty()) {
    refuse("the article is no longer in the index; search again");
  }
  const ArticleView view = view_article(hit, paragraphs, terminal_);
  show_(view.text, view.line);
}

void InteractiveSession::help() const {
  constexpr int name_columns = 18;
  out_ << "A line is a query, or a command:\n";
  for (const InteractiveCommand& command : interactive_commands) {
    out_ << "  " << std::left << std::setw(name_columns)
         << std::string(command.name) + ' ' + std::string(command.arguments) << std::right
         << command.meaning << '\n';
  }
}

}  // namespace pilcrow
