// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/article_facts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pilcrow {
namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(white_space), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(white_space) + 1);
}

// The parts of `text` between separators, trimmed, none of them empty.
std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    if (!part.empty()) {
      parts.push_back(part);
    }
    begin = end + separator.size();
  }
  return parts;
}

bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

}  // namespace

std::vector<std::string> split_authors(std::string_view authors) {
  std::vector<std::string_view> names = {authors};
  for (const std::string_view separator : {";", " and ", " & ", ","}) {
    std::vector<std::string_view> finer;
    for (const std::string_view name : names) {
      const std::vector<std::string_view> parts = split(name, separator);
      const bool splits = separator != "," || std::all_of(parts.begin(), parts.end(), is_full_name);
      splits ? finer.insert(finer.end(), parts.begin(), parts.end())
             : finer.insert(finer.end(), trimmed(name));
    }
    names = std::move(finer);
  }
  return {names.begin(), names.end()};
}

std::vector<Fact> facts_of(const ArticleRecord& article) {
  std::vector<Fact> facts = {{"section", article.section}, {"language", article.language}};
  for (std::string& author : split_authors(article.author)) {
    facts.push_back({"author", std::move(author)});
  }
  const std::string date = date_value(article.date);
  const std::size_t sizes[] = {4, 7, 10};  // YYYY, YYYY-MM, YYYY-MM-DD.
  for (std::size_t i = 0; i < std::size(sizes) && date.size() >= 2 + i; ++i) {
    facts.push_back({"date", article.date.substr(0, sizes[i])});
  }
  for (const auto& [name, value] : article.facets) {
    if (name != "section" && name != "author" && name != "language" && name != "date") {
      facts.push_back({name, value});
    }
  }
  std::erase_if(facts, [](const Fact& fact) { return fact.value.empty(); });
  return facts;
}

}  // namespace pilcrow
