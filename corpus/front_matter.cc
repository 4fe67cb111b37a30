// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/front_matter.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article_facts.h"
#include "corpus/language_code.h"
#include "corpus/letters.h"

namespace pilcrow {
namespace {

struct Field {
  std::string name = {};
  std::vector<std::string> values = {};
  bool is_block = false;  // Its value is the indented lines that follow.
};

constexpr std::string_view blanks = " \t\r";

std::string_view trim(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

// Where the value at the beginning of `text` ends: a quoted one with its mark, another one before
// any of `ends`.
std::size_t value_end(std::string_view text, std::string_view ends) {
  const char mark = text.empty() ? '\0' : text.front();
  if (mark != '"' && mark != '\'') {
    return std::min(text.find_first_of(ends), text.size());
  }
  std::size_t at = 1;
  while (at < text.size() && text[at] != mark) {
    at += text[at] == '\\' && mark == '"' ? 2 : 1;
  }
  return std::min(at + 1, text.size());
}

// A scalar without quotation marks, escapes and what is a comment.
std::string scalar(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('"') && !text.starts_with('\'')) {
    return std::string(trim(text.substr(0, std::min(text.find(" #"), text.size()))));
  }
  const char mark = text.front();
  const std::size_t end = value_end(text, {});
  std::string value;
  for (std::size_t at = 1; at + 1 < end; ++at) {
    at += text[at] == '\\' && mark == '"' ? 1 : 0;
    value += text[at];
  }
  return value;
}

// "[a, 'b, c']" or one scalar.
std::vector<std::string> values_of(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('[')) {
    std::string value = scalar(text);
    return value.empty() ? std::vector<std::string>() : std::vector{std::move(value)};
  }
  std::vector<std::string> values;
  text.remove_prefix(1);
  while (!(text = trim(text)).empty() && text.front() != ']') {
    const std::size_t end = value_end(text, ",]");
    if (std::string value = scalar(text.substr(0, end)); !value.empty()) {
      values.push_back(std::move(value));
    }
    text.remove_prefix(std::min(text.find_first_of(",]", end), text.size()));
    text.remove_prefix(text.starts_with(',') ? 1 : 0);
  }
  return values;
}

// The place of what separates a name from its value; npos for a line that has none.
std::size_t separator(std::string_view line, char mark) {
  const std::size_t at = std::min(line.find(mark), line.size());
  const std::string_view name = trim(line.substr(0, at));
  const bool is_name = !name.empty() && name.find_first_of(" \t[]{}<>*`") == std::string_view::npos;
  const bool ends =
      mark == '=' || at + 1 >= line.size() || blanks.find(line[at + 1]) != std::string_view::npos;
  return at < line.size() && is_name && ends ? at : std::string_view::npos;
}

class FrontMatter {
 public:
  explicit FrontMatter(char mark) : mark_(mark) {}

  // False for a line that no front matter has.
  bool add(std::string_view line) {
    const std::string_view content = trim(line);
    if (content.empty() || content.front() == '#') {
      return true;
    }
    const bool is_nested = line.front() == ' ' || line.front() == '\t' || content.starts_with("- ");
    if (is_nested || content == "-") {
      return !fields_.empty() && add_nested(content);
    }
    if (mark_ == '=' && content.starts_with('[')) {
      in_table_ = true;  // Of TOML: what it holds is no fact of the article itself.
      return true;
    }
    const std::size_t at = separator(content, mark_);
    if (at == std::string_view::npos) {
      return mark_ == '=';  // A list of several lines goes on.
    }
    if (!in_table_) {
      add_field(content.substr(0, at), trim(content.substr(at + 1)));
    }
    return true;
  }

  const std::vector<Field>& fields() const { return fields_; }

 private:
  void add_field(std::string_view name, std::string_view value) {
    const bool is_block = value == "|" || value == ">" || value == "|-" || value == ">-";
    fields_.push_back({lower_case(scalar(name)), {}, is_block});
    if (!is_block) {
      fields_.back().values = values_of(value);
    }
  }

  // An item of a list, a line of a block, or a field of an object, of which only the name counts.
  bool add_nested(std::string_view content) {
    Field& field = fields_.back();
    if (field.is_block) {
      std::vector<std::string>& values = field.values;
      values.resize(1);
      values[0] += values[0].empty() ? "" : " ";
      values[0] += content;
      return true;
    }
    const bool is_item = content.starts_with('-');
    content = is_item ? trim(content.substr(1)) : content;
    const std::size_t at = separator(content, mark_);
    if (at != std::string_view::npos && trim(content.substr(0, at)) != "name") {
      return true;
    }
    if (is_item || at != std::string_view::npos) {
      const std::string_view value =
          at == std::string_view::npos ? content : content.substr(at + 1);
      for (std::string& one : values_of(value)) {
        field.values.push_back(std::move(one));
      }
    }
    return true;
  }

  char mark_;
  bool in_table_ = false;
  std::vector<Field> fields_;
};

std::string joined(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) {
    line += line.empty() ? "" : ", ";
    line += one_line(value);
  }
  return line;
}

void apply(const Field& field, Article& article) {
  const std::string& name = field.name;
  std::string value = joined(field.values);
  if (value.empty()) {
    return;
  }
  if (name == "title") {
    article.title = std::move(value);
  } else if (is_any(name, {"author", "authors", "byline"})) {
    add_author(article, value);
  } else if (is_any(name, {"date", "published", "pubdate", "publishdate"})) {
    set_date(article, value);
  } else if (is_any(name, {"section", "category", "categories"})) {
    article.section = std::move(value);
  } else if (is_any(name, {"lang", "language", "locale"})) {
    article.language = language_code(value);
  } else if (is_any(name, {"url", "permalink", "link", "canonical_url"})) {
    article.url = std::move(value);
  } else {
    article.facets.insert_or_assign(name, std::move(value));
  }
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Article& article) {
  std::string_view rest = text;
  const std::string_view fence = trim(take_line(rest));
  if (fence != "---" && fence != "+++") {
    return 0;
  }
  FrontMatter matter(fence == "---" ? ':' : '=');
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (trim(line) == fence || (fence == "---" && trim(line) == "...")) {
      for (const Field& field : matter.fields()) {
        apply(field, article);
      }
      return matter.fields().empty() ? 0 : text.size() - rest.size();
    }
    if (!matter.add(line)) {
      return 0;
    }
  }
  return 0;
}

}  // namespace pilcrow
