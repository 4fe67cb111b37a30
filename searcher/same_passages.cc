// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/same_passages.h"

#include <algorithm>
#include <utility>

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
  shingles.reserve(words.size());
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    const std::uint64_t shingle =
        (std::uint64_t{words[i]} << 32) | (std::uint64_t{words[i + 1]} << 16) | words[i + 2];
    shingles.push_back(mixed(shingle));
  }
  return shingles;
}

// The least of them, each once, in order.
std::vector<std::uint64_t> least_of(const std::vector<std::uint64_t>& shingles) {
  std::vector<std::uint64_t> least;
  for (const std::uint64_t shingle : shingles) {
    if (least.size() == least_count && shingle >= least.back()) {
      continue;
    }
    const auto place = std::lower_bound(least.begin(), least.end(), shingle);
    if (place == least.end() || *place != shingle) {
      least.insert(place, shingle);
      least.resize(std::min(least.size(), least_count));
    }
  }
  return least;
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

const std::vector<std::uint64_t>& SamePassages::Shingles::sorted() {
  if (!std::exchange(is_sorted, true)) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  }
  return hashes;
}

std::optional<std::size_t> SamePassages::find_or_note(const std::vector<WordHash>& words) {
  if (words.size() < words_min) {
    noted_.emplace_back();
    return std::nullopt;
  }
  Shingles shingles{shingles_of(words)};
  const std::vector<std::uint64_t> least = least_of(shingles.hashes);
  for (const std::uint64_t shingle : least) {
    const auto [begin, end] = by_least_.equal_range(shingle);
    for (auto candidate = begin; candidate != end; ++candidate) {
      if (say_the_same(noted_[candidate->second].sorted(), shingles.sorted())) {
        return candidate->second;
      }
    }
  }
  for (const std::uint64_t shingle : least) {
    by_least_.emplace(shingle, noted_.size());
  }
  noted_.push_back(std::move(shingles));
  return std::nullopt;
}

}  // namespace pilcrow
