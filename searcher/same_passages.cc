// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/same_passages.h"

#include <algorithm>

namespace pilcrow {
namespace {

constexpr std::size_t words_min = 8;
constexpr std::size_t shingle_words = 3;
constexpr std::size_t least_count = 4;
// Four fifths of all different shingles are in both.
constexpr std::size_t shared_percent_min = 80;

std::uint64_t mixed(std::uint64_t hash) {
  hash *= 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 31);
}

std::vector<std::uint64_t> shingles_of(const std::vector<WordHash>& words) {
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    const std::uint64_t shingle =
        (std::uint64_t{words[i]} << 32) | (std::uint64_t{words[i + 1]} << 16) | words[i + 2];
    shingles.push_back(mixed(shingle));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

bool say_the_same(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t most = std::max(a.size(), b.size());
  const std::size_t least = std::min(a.size(), b.size());
  if (100 * least < shared_percent_min * most) {
    return false;
  }
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared;
      ++i;
      ++j;
    } else {
      *i < *j ? ++i : ++j;
    }
  }
  return 100 * shared >= shared_percent_min * (a.size() + b.size() - shared);
}

}  // namespace

std::optional<std::size_t> SamePassages::find_or_note(const std::vector<WordHash>& words) {
  if (words.size() < words_min) {
    noted_.emplace_back();
    return std::nullopt;
  }
  Shingles shingles = shingles_of(words);
  const std::size_t leasts = std::min(shingles.size(), least_count);
  for (std::size_t i = 0; i < leasts; ++i) {
    const auto [begin, end] = by_least_.equal_range(shingles[i]);
    for (auto candidate = begin; candidate != end; ++candidate) {
      if (say_the_same(noted_[candidate->second], shingles)) {
        return candidate->second;
      }
    }
  }
  for (std::size_t i = 0; i < leasts; ++i) {
    by_least_.emplace(shingles[i], noted_.size());
  }
  noted_.push_back(std::move(shingles));
  return std::nullopt;
}

}  // namespace pilcrow
