// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/merge.h"

#include <xapian.h>
#include <algorithm>

#include "store/schema.h"
#include "store/vocabulary.h"

namespace pilcrow {
namespace {

// Two shards may both know a word, with different terms where languages differ.
class WordUniter : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string tags[]) override {
    // Xapian hands over the key of the table, which has two bytes in front of ours.
    constexpr std::string_view table_prefix("\0\xC0", 2);
    std::string_view ours = key;
    ours.remove_prefix(ours.starts_with(table_prefix) ? table_prefix.size() : 0);
    if (!ours.starts_with(word_key_prefix)) {
      return tags[0];
    }
    const std::string_view word = ours.substr(word_key_prefix.size());
    std::vector<std::string> terms;
    std::transform(tags, tags + count, std::back_inserter(terms),
                   [word](const std::string& tag) { return decode_word_terms(word, tag); });
    return encode_word_terms(word, united_words({terms.begin(), terms.end()}));
  }
};

}  // namespace

std::string united_words(const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> words;
  for (std::string_view rest : texts) {
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      words.push_back(word);
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string united;
  for (const std::string_view word : words) {
    united.append(united.empty() ? "" : " ").append(word);
  }
  return united;
}

void merge_databases(const std::vector<std::filesystem::path>& inputs,
                     const std::filesystem::path& output) {
  Xapian::Database all;
  for (const std::filesystem::path& input : inputs) {
    all.add_database(Xapian::Database(input.string(), Xapian::DB_BACKEND_GLASS));
  }
  WordUniter uniter;
  all.compact(output.string(), Xapian::Compactor::FULL, 0, uniter);
}

void MergeTree::add(std::size_t number, std::filesystem::path database) {
  Run run{0, number, std::move(database)};
  while (true) {
    const std::size_t level = run.level + 1;
    const std::size_t group = run.number / fan_in;
    const std::vector<Run> runs = add_run(std::move(run));
    if (runs.empty()) {
      return;
    }
    std::vector<std::filesystem::path> inputs;
    for (const Run& input : runs) {
      inputs.push_back(input.database);
    }
    const std::string name = "run-" + std::to_string(level) + "-" + std::to_string(group);
    run = {level, group, folder_ / name};
    merge_databases(inputs, run.database);
    for (const std::filesystem::path& input : inputs) {
      std::filesystem::remove_all(input);
    }
  }
}

// The whole group, in order, where `run` completes it; else nothing.
std::vector<MergeTree::Run> MergeTree::add_run(Run run) {
  const std::scoped_lock lock(mutex_);
  const std::pair key(run.level, run.number / fan_in);
  std::vector<Run>& group = groups_[key];
  group.push_back(std::move(run));
  if (group.size() < fan_in) {
    return {};
  }
  std::vector<Run> runs = std::move(group);
  groups_.erase(key);
  std::sort(runs.begin(), runs.end(),
            [](const Run& a, const Run& b) { return a.number < b.number; });
  return runs;
}

std::vector<std::filesystem::path> MergeTree::rest() {
  const std::scoped_lock lock(mutex_);
  std::map<std::size_t, std::filesystem::path> by_first;  // By the first number that a run holds.
  for (const auto& [key, runs] : groups_) {
    std::size_t span = 1;
    for (std::size_t level = 0; level < key.first; ++level) {
      span *= fan_in;
    }
    for (const Run& run : runs) {
      by_first.emplace(run.number * span, run.database);
    }
  }
  std::vector<std::filesystem::path> ordered;
  for (auto& [first, database] : by_first) {
    ordered.push_back(database);
  }
  return ordered;
}

}  // namespace pilcrow
