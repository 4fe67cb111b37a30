// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/names/aliases.h"

#include <algorithm>
#include <utility>

#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

constexpr std::size_t line_bytes_max = 16384;

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    text += text.empty() ? "" : " ";
    text += word;
  }
  return text;
}

// Takes what stands before the next `separator` from `text`.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::vector<std::vector<std::string>> spellings_of(std::string_view line,
                                                   const Analyzer& analyzer) {
  std::vector<std::vector<std::string>> spellings;
  while (!line.empty()) {
    std::vector<std::string> words;
    for (Token& token : analyzer.analyze(take(line, '\t'), "")) {
      words.push_back(std::move(token.word));
    }
    const bool is_new = std::find(spellings.begin(), spellings.end(), words) == spellings.end();
    if (!words.empty() && is_new) {
      spellings.push_back(std::move(words));
    }
  }
  return spellings;
}

}  // namespace

NameAliases NameAliases::parse(std::string_view text, std::vector<std::string>& problems) {
  NameAliases aliases;
  const Analyzer analyzer;
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = take(text, '\n');
    if (line.find_first_not_of(" \t\r") == std::string_view::npos || line.front() == '#') {
      continue;
    }
    const std::string place = "reading names: line " + std::to_string(number);
    if (line.size() > line_bytes_max) {
      problems.push_back(place + " is longer than 16384 bytes; split it");
      continue;
    }
    std::vector<Spelling> spellings = spellings_of(line, analyzer);
    if (spellings.size() < 2) {
      problems.push_back(place + " has not two different spellings; put tabs between them");
      continue;
    }
    aliases.add(std::move(spellings));
  }
  return aliases;
}

void NameAliases::add(std::vector<Spelling> spellings) {
  for (const Spelling& spelling : spellings) {
    concepts_of_[joined(spelling)].push_back(concepts_.size());
    words_max_ = std::max(words_max_, spelling.size());
  }
  concepts_.push_back(std::move(spellings));
}

std::vector<std::vector<std::string>> NameAliases::of(std::span<const std::string> words) const {
  std::vector<Spelling> others;
  const auto found = concepts_of_.find(joined(words));
  if (found == concepts_of_.end()) {
    return others;
  }
  for (const std::size_t index : found->second) {
    for (const Spelling& spelling : concepts_[index]) {
      const bool is_other =
          !std::equal(spelling.begin(), spelling.end(), words.begin(), words.end());
      if (is_other && std::find(others.begin(), others.end(), spelling) == others.end()) {
        others.push_back(spelling);
      }
    }
  }
  return others;
}

const NameAliases& NameAliases::shipped() {
  static const NameAliases aliases = [] {
    std::vector<std::string> problems;
    return parse(shipped_alias_text, problems);
  }();
  return aliases;
}

}  // namespace pilcrow
