// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/names/aliases.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/bytes_hash.h"
#include "base/joined_texts.h"
#include "pilcrow/analyzer.h"

namespace pilcrow {
namespace {

constexpr std::size_t line_bytes_max = 16384;

// Takes what stands before the next `separator` from `text`.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

// Each folded, with spaces between its words.
std::vector<std::string> spellings_of(std::string_view line, const Analyzer& analyzer) {
  std::vector<std::string> spellings;
  while (!line.empty()) {
    std::vector<std::string> words;
    for (Token& token : analyzer.analyze(take(line, '\t'), "")) {
      words.push_back(std::move(token.word));
    }
    std::string spelling = joined_texts(words, " ");
    const bool is_new = std::find(spellings.begin(), spellings.end(), spelling) == spellings.end();
    if (!words.empty() && is_new) {
      spellings.push_back(std::move(spelling));
    }
  }
  return spellings;
}

std::vector<std::string> words_of(std::string_view spelling) {
  std::vector<std::string> words;
  while (!spelling.empty()) {
    words.emplace_back(take(spelling, ' '));
  }
  return words;
}

}  // namespace

NameAliases NameAliases::parse(std::string_view text, std::vector<std::string>& problems) {
  std::string folded;
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
    const std::vector<std::string> spellings = spellings_of(line, analyzer);
    if (spellings.size() < 2) {
      problems.push_back(place + " has not two different spellings; put tabs between them");
      continue;
    }
    for (const std::string& spelling : spellings) {
      folded.append(spelling).push_back(&spelling == &spellings.back() ? '\n' : '\t');
    }
  }
  return NameAliases(std::move(folded));
}

NameAliases::NameAliases(std::string folded) : folded_(std::move(folded)) {
  const auto spellings = std::count_if(folded_.begin(), folded_.end(),
                                       [](char byte) { return byte == '\t' || byte == '\n'; });
  slots_.resize(std::bit_ceil(2 * static_cast<std::size_t>(spellings) + 1));
  for (std::string_view rest = folded_; !rest.empty();) {
    const auto begin = static_cast<std::uint32_t>(folded_.size() - rest.size());
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') {
      continue;
    }
    ++concepts_;
    while (!line.empty()) {
      add(begin, take(line, '\t'));
    }
  }
}

void NameAliases::add(std::uint32_t line, std::string_view spelling) {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = bytes_hash(spelling);
  std::size_t at = hash & mask;
  while (slots_[at].bytes != 0) {
    at = (at + 1) & mask;
  }
  slots_[at] = {hash, line, static_cast<std::uint32_t>(spelling.data() - folded_.data()),
                static_cast<std::uint32_t>(spelling.size())};
  const auto spaces = std::count(spelling.begin(), spelling.end(), ' ');
  words_max_ = std::max(words_max_, static_cast<std::size_t>(spaces) + 1);
}

std::vector<std::vector<std::string>> NameAliases::of(std::string_view wanted) const {
  std::vector<std::vector<std::string>> others;
  if (slots_.empty()) {
    return others;
  }
  const std::uint32_t hash = bytes_hash(wanted);
  const std::size_t mask = slots_.size() - 1;
  const std::string_view text = folded_;
  for (std::size_t at = hash & mask; slots_[at].bytes != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash != hash || text.substr(slot.begin, slot.bytes) != wanted) {
      continue;
    }
    std::string_view rest = text.substr(slot.line);
    for (std::string_view line = take(rest, '\n'); !line.empty();) {
      const std::string_view spelling = take(line, '\t');
      std::vector<std::string> other = words_of(spelling);
      if (spelling != wanted && std::find(others.begin(), others.end(), other) == others.end()) {
        others.push_back(std::move(other));
      }
    }
  }
  return others;
}

const NameAliases& NameAliases::shipped() {
  static const NameAliases aliases{std::string(shipped_alias_text)};
  return aliases;
}

}  // namespace pilcrow
