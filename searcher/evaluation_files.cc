// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <charconv>
#include <istream>
#include <optional>
#include <set>
#include <utility>

#include "corpus/utf8.h"
#include "pilcrow/error.h"
#include "pilcrow/evaluation.h"

namespace pilcrow {
namespace {

// The lines of one file that hold something.
class Lines {
 public:
  Lines(std::istream& stream, std::string name, const char* expected)
      : stream_(stream), name_(std::move(name)), expected_(expected) {}

  bool next() {
    while (std::getline(stream_, line_)) {
      ++number_;
      if (number_ == 1 && line_.starts_with(utf8_bom)) {
        line_.erase(0, utf8_bom.size());
      }
      if (line_.ends_with('\r')) {
        line_.pop_back();
      }
      if (line_.find_first_not_of(" \t") != std::string::npos) {
        found_any_ = true;
        return true;
      }
    }
    return false;
  }

  void require_any() const {
    if (!found_any_) {
      fail("the file is empty");
    }
  }

  const std::string& line() const { return line_; }
  std::size_t number() const { return number_; }

  // The columns, of which there must be `count`.
  std::vector<std::string> columns(std::size_t count) const {
    std::vector<std::string> columns;
    for (std::size_t at = line_.find_first_not_of(" \t"); at < line_.size();
         at = line_.find_first_not_of(" \t", at)) {
      const std::size_t end = std::min(line_.find_first_of(" \t", at), line_.size());
      columns.push_back(line_.substr(at, end - at));
      at = end;
    }
    if (columns.size() != count) {
      fail("it has " + std::to_string(columns.size()) + " columns instead of " +
           std::to_string(count));
    }
    return columns;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::invalid_argument, "read " + name_ + ", line " + std::to_string(number_) +
                                                 ": " + what + "; a line is " + expected_);
  }

 private:
  std::istream& stream_;
  const std::string name_;
  const char* expected_;
  std::string line_;
  std::size_t number_ = 0;
  bool found_any_ = false;
};

template <typename Number>
Number number(const std::string& text, const Lines& lines, const char* what) {
  Number value = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end) {
    lines.fail(std::string("the ") + what + " is " + text);
  }
  return value;
}

}  // namespace

Judgments read_judgments(std::istream& stream, const std::string& name) {
  Lines lines(stream, name, "QUERY 0 DOCUMENT GRADE");
  Judgments judgments;
  while (lines.next()) {
    const std::vector<std::string> columns = lines.columns(4);
    const int grade = number<int>(columns[3], lines, "grade");
    if (!judgments[columns[0]].emplace(columns[2], grade).second) {
      lines.fail("query " + columns[0] + " has a grade for " + columns[2] + " already");
    }
  }
  lines.require_any();
  return judgments;
}

Rankings read_run(std::istream& stream, const std::string& name) {
  Lines lines(stream, name, "QUERY Q0 DOCUMENT RANK SCORE TAG");
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  std::set<std::pair<std::string, std::string>> seen;
  while (lines.next()) {
    const std::vector<std::string> columns = lines.columns(6);
    if (!seen.emplace(columns[0], columns[2]).second) {
      lines.fail("query " + columns[0] + " has " + columns[2] + " already");
    }
    scored[columns[0]].emplace_back(number<double>(columns[4], lines, "score"), columns[2]);
  }
  Rankings run;
  for (auto& [query, documents] : scored) {
    std::sort(documents.rbegin(), documents.rend());
    for (auto& [score, document] : documents) {
      run[query].push_back(std::move(document));
    }
  }
  return run;
}

struct QueryReader::Impl {
  Impl(std::istream& stream, std::string name, bool numbers)
      : lines(stream, std::move(name), "ID<tab>QUERY"), numbers_lines(numbers) {}

  Lines lines;
  const bool numbers_lines;
  std::set<std::string> ids = {};
};

QueryReader::QueryReader(std::istream& lines, std::string name, bool numbers_lines)
    : impl_(std::make_unique<Impl>(lines, std::move(name), numbers_lines)) {}
QueryReader::~QueryReader() = default;
QueryReader::QueryReader(QueryReader&&) noexcept = default;
QueryReader& QueryReader::operator=(QueryReader&&) noexcept = default;

std::optional<BatchQuery> QueryReader::next() {
  Lines& lines = impl_->lines;
  if (!lines.next()) {
    return std::nullopt;
  }
  BatchQuery query;
  const std::size_t tab = lines.line().find('\t');
  if (tab != std::string::npos && tab > 0) {
    query = {lines.line().substr(0, tab), lines.line().substr(tab + 1)};
  } else if (tab == 0 || !impl_->numbers_lines) {
    lines.fail(tab == 0 ? "there is no id" : "there is no tab");
  } else {
    query = {std::to_string(lines.number()), lines.line()};
  }
  if (!impl_->ids.insert(query.id).second) {
    lines.fail("there is a query " + query.id + " already");
  }
  return query;
}

std::vector<BatchQuery> read_queries(std::istream& stream, const std::string& name) {
  QueryReader reader(stream, name, false);
  std::vector<BatchQuery> queries;
  while (std::optional<BatchQuery> query = reader.next()) {
    queries.push_back(*std::move(query));
  }
  if (queries.empty()) {
    throw Error(ErrorCode::invalid_argument,
                "read " + name + ": the file is empty; a line is ID<tab>QUERY");
  }
  return queries;
}

}  // namespace pilcrow
