// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggestion.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "store/schema.h"

namespace pilcrow {
namespace {

// Looking at more words of one letter takes longer than a person wants to wait.
constexpr std::size_t words_looked_at_max = 100'000;
constexpr std::size_t short_word_characters = 4;  // Shorter ones are near everything.

// The characters of valid UTF-8.
std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t value = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t i = 1; i < size && at + i < text.size(); ++i) {
      value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    result += value;
    at += size;
  }
  return result;
}

std::string_view first_character(std::string_view word) {
  std::size_t size = 1;
  while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) {
    ++size;
  }
  return word.substr(0, size);
}

// The nearest word of the index, of equally near ones the most frequent.
std::optional<std::string> nearest(const std::string& word, const Xapian::Database& database) {
  const std::u32string wanted = characters(word);
  if (wanted.size() < short_word_characters) {
    return std::nullopt;
  }
  std::size_t most = wanted.size() < 2 * short_word_characters ? 1 : 2;
  std::optional<std::string> best;
  double best_frequency = 0;
  const std::string prefix = word_metadata_key(first_character(word));
  std::size_t looked_at = 0;
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix);
       key != end && ++looked_at <= words_looked_at_max; ++key) {
    const std::string known = (*key).substr(word_key_prefix.size());
    const std::size_t distance = edit_distance(wanted, characters(known), most);
    if (distance > most) {
      continue;
    }
    const double frequency = common_frequency(database, split_terms(database.get_metadata(*key)));
    if (frequency > 0 && (distance < most || frequency > best_frequency)) {
      best = known;
      best_frequency = frequency;
      most = distance;
    }
  }
  return best;
}

bool is_known(const PlannedWord& word, const Xapian::Database& database) {
  return std::any_of(word.terms.begin(), word.terms.end(),
                     [&](const std::string& term) { return database.term_exists(term); });
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) {
    return most + 1;
  }
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    previous[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] = std::min(
          {previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], two_back[j - 2] + 1);
      }
    }
    if (*std::min_element(current.begin(), current.end()) > most) {
      return most + 1;
    }
    std::swap(two_back, previous);
    std::swap(previous, current);
  }
  return std::min(previous[b.size()], most + 1);
}

std::string suggest(const QueryPlan& plan, const IndexReader& index) {
  std::string text;
  bool replaced = false;
  for (const PlannedClause& clause : plan.clauses) {
    if (clause.role == ClauseRole::excluded || clause.kind == ClauseKind::prefix) {
      continue;
    }
    for (const PlannedWord& word : clause.words) {
      std::optional<std::string> better;
      if (!is_known(word, index.database())) {
        better = nearest(word.word, index.database());
      }
      replaced |= better.has_value();
      text += (text.empty() ? "" : " ") + better.value_or(word.word);
    }
  }
  return replaced ? text : "";
}

}  // namespace pilcrow
