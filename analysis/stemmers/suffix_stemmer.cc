// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/stemmers/suffix_stemmer.h"

#include <algorithm>
#include <map>

#include "analysis/language_defaults.h"

namespace pilcrow {
namespace {

// Calls `take(from, to)` for each of the entries "from>to" or "from".
template <typename Take>
void for_each_entry(std::string_view entries, Take take) {
  while (!entries.empty()) {
    const std::string_view entry = entries.substr(0, entries.find(' '));
    const std::size_t arrow = std::min(entry.find('>'), entry.size());
    take(entry.substr(0, arrow), entry.substr(std::min(arrow + 1, entry.size())));
    entries.remove_prefix(std::min(entries.size(), entry.size() + 1));
  }
}

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

void replace_all(std::string& word, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = word.find(from, at)) != std::string::npos; at += to.size()) {
    word.replace(at, from.size(), to);
  }
}

}  // namespace

SuffixStemmer::SuffixStemmer(const SuffixRules& rules) : endings_(make_table(1, rules.endings)) {
  for_each_entry(rules.spellings, [this](std::string_view from, std::string_view to) {
    spellings_.emplace_back(from, to);
  });
  for (const SuffixGroup& group : rules.groups) {
    groups_.push_back(make_table(group.letters_min, group.suffixes));
  }
}

SuffixStemmer::Table SuffixStemmer::make_table(std::size_t letters_min, std::string_view entries) {
  Table table = {letters_min};
  for_each_entry(entries, [&table](std::string_view from, std::string_view to) {
    table.replacements[from] = to;
    table.bytes_max = std::max(table.bytes_max, from.size());
  });
  return table;
}

// Suffixes are whole characters, so that what is left is too.
bool SuffixStemmer::replace_end(std::string& word, const Table& table) {
  for (std::size_t bytes = std::min(table.bytes_max, word.size()); bytes > 0; --bytes) {
    const std::string_view rest = std::string_view(word).substr(0, word.size() - bytes);
    const auto found = table.replacements.find(std::string_view(word).substr(rest.size()));
    if (found != table.replacements.end() && count_letters(rest) >= table.letters_min) {
      word.resize(rest.size());
      word += found->second;
      return true;
    }
  }
  return false;
}

std::string SuffixStemmer::stem(std::string_view word) const {
  std::string stemmed(word);
  for (const auto& [from, to] : spellings_) {
    replace_all(stemmed, from, to);
  }
  // A replacement is shorter than its suffix, so this ends.
  for (bool is_cut = true; is_cut;) {
    is_cut = false;
    for (const Table& group : groups_) {
      is_cut |= replace_end(stemmed, group);
    }
  }
  replace_end(stemmed, endings_);
  return stemmed.empty() ? std::string(word) : stemmed;
}

const SuffixStemmer* SuffixStemmer::find(std::string_view language) {
  static const std::map<std::string_view, SuffixStemmer> stemmers = [] {
    std::map<std::string_view, SuffixStemmer> made;
    for (const LanguageDefaults& defaults : all_language_defaults()) {
      if (defaults.light_rules != nullptr) {
        made.try_emplace(defaults.language, defaults.light_rules());
      }
    }
    return made;
  }();
  const auto found = stemmers.find(language);
  return found == stemmers.end() ? nullptr : &found->second;
}

}  // namespace pilcrow
