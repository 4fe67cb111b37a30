// SPDX-License-Identifier: GPL-2.0-or-later
// Paragraphs that recur in many articles (subscribe boxes, notes of an agency): furniture, though
// nothing on their own page tells so.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/large_pages.h"
#include "pilcrow/article.h"
#include "store/schema.h"

namespace pilcrow {

// The memory does not grow with the corpus: of paragraphs that were seen but do not recur yet, some
// are forgotten.
class Recurrence {
 public:
  // So many articles make a paragraph furniture.
  static constexpr std::size_t articles_min = 6;

  // `known`: hashes of what recurs in the index already.
  explicit Recurrence(const std::vector<std::uint64_t>& known = {})
      : known_(known.begin(), known.end()) {}

  // Types the body paragraphs of `article` that recur.  Where they make up most of it, it is one of
  // many copies, and nothing is typed.
  void type(Article& article) const;

  // Notes the body paragraphs of an article.  Copies of others should not be noted, since all of
  // their paragraphs recur.
  void note(const Article& article, const ArticleKey& key);

  // Articles that were noted before what they hold was known to recur.  Empty after the call.
  std::unordered_set<std::uint64_t> take_overdue();

  std::vector<std::uint64_t> known() const { return {known_.begin(), known_.end()}; }

 private:
  // A paragraph and the articles that hold it.
  struct Seen {
    std::uint64_t hash = 0;
    std::size_t articles = 0;
    std::array<std::uint64_t, articles_min - 1> keys = {};
  };

  static constexpr std::size_t seen_slots = std::size_t{1} << 17;  // 7 MiB.
  static constexpr std::size_t known_max = std::size_t{1} << 16;

  void note_paragraph(std::uint64_t hash, const ArticleKey& key);

  LargeVector<Seen> seen_ = LargeVector<Seen>(seen_slots);
  std::unordered_set<std::uint64_t> known_;
  std::unordered_set<std::uint64_t> overdue_;
};

}  // namespace pilcrow
