// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/word_patterns.h"

#include <algorithm>
#include <utility>

#include "analysis/utf8_decoder.h"
#include "searcher/edit_distance.h"
#include "searcher/vocabulary.h"
#include "store/schema.h"

namespace pilcrow {
namespace {

std::size_t character_size(std::string_view text) {
  return decode_utf8(text, 0).end;
}

// Calls `use` with each word of the index that begins so, in order, until it returns false.  False
// where `scan_left` came to its end before.
template <typename Use>
bool for_each_word(const std::string& beginning, const IndexReader& index, std::size_t& scan_left,
                   Use&& use) {
  bool is_finished = true;
  index.for_each_word(beginning, [&](const std::string& word) {
    is_finished = scan_left > 0;
    scan_left -= is_finished ? 1 : 0;
    return is_finished && use(word);
  });
  return is_finished;
}

PlannedWord known_word(std::string word, const IndexReader& index) {
  std::vector<std::string> terms = index.vocabulary().terms_of(word);
  const double frequency = common_frequency(index, terms);
  return {.word = std::move(word), .terms = std::move(terms), .frequency = frequency};
}

}  // namespace

// After a *, the shortest stretch that lets the rest fit is as good as any other.
bool fits_pattern(std::string_view word, std::string_view pattern) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = none;
  std::size_t after_star = 0;  // Where the stretch of the last * ends for now.
  while (at < word.size()) {
    const bool more = in_pattern < pattern.size();
    if (more && pattern[in_pattern] == '*') {
      star = in_pattern++;
      after_star = at;
    } else if (more && pattern[in_pattern] == '?') {
      ++in_pattern;
      at += character_size(word.substr(at));
    } else if (more && pattern[in_pattern] == word[at]) {
      ++in_pattern;
      ++at;
    } else if (star != none) {
      after_star += character_size(word.substr(after_star));
      at = after_star;
      in_pattern = star + 1;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == none;
}

PatternWords words_of_pattern(const std::string& pattern, std::size_t most,
                              const IndexReader& index, std::size_t& scan_left) {
  PatternWords found;
  const std::string prefix = pattern.substr(0, pattern.find_first_of("*?"));
  found.is_unfinished = !for_each_word(prefix, index, scan_left, [&](const std::string& word) {
    if (fits_pattern(word, pattern)) {
      found.is_cut = found.words.size() == most;
      if (!found.is_cut) {
        found.words.push_back(known_word(word, index));
      }
    }
    return !found.is_cut;
  });
  return found;
}

PatternWords words_spelled_nearly(const std::string& word, std::size_t edits, std::size_t most,
                                  const IndexReader& index, std::size_t& scan_left) {
  constexpr std::size_t character_bytes_max = 4;
  const std::u32string wanted = characters(word);
  std::vector<std::pair<std::size_t, std::string>> near;
  PatternWords found;
  found.is_unfinished = !for_each_word("", index, scan_left, [&](const std::string& known) {
    if (known.size() <= character_bytes_max * (wanted.size() + edits)) {
      const std::size_t distance = edit_distance(wanted, characters(known), edits);
      if (distance <= edits) {
        near.emplace_back(distance, known);
      }
    }
    return true;
  });
  std::sort(near.begin(), near.end());
  found.is_cut = near.size() > most;
  near.resize(std::min(near.size(), most));
  for (auto& [distance, known] : near) {
    found.words.push_back(known_word(std::move(known), index));
  }
  std::sort(found.words.begin(), found.words.end(),
            [](const PlannedWord& a, const PlannedWord& b) { return a.word < b.word; });
  return found;
}

}  // namespace pilcrow
