// SPDX-License-Identifier: GPL-2.0-or-later
// What is decided about an article before it is written, in the order in which articles come.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/recurrence.h"
#include "indexer/sketch.h"
#include "pilcrow/article.h"
#include "store/schema.h"

namespace pilcrow {

struct TakenArticle {
  Article article = {};  // Its paragraphs are split and typed.
  ArticleKey key = {};
  std::uint64_t signature = 0;  // Of the article as it came.
  std::vector<std::uint64_t> bands = {};
  std::uint64_t duplicate_of = 0;
};

// The hash of all that the index holds of an article but its place in the source, so that an
// article which only moved is not indexed again.
std::uint64_t article_signature(const Article& article, std::string_view language_override);

class Intake {
 public:
  // The key of a stored article that has this band of a sketch; 0: none.
  using FindStored = std::function<std::uint64_t(std::uint64_t band)>;

  explicit Intake(const std::vector<std::uint64_t>& recurring = {}) : recurrence_(recurring) {}

  // `find_stored` may be empty.
  TakenArticle take(Article article, std::uint64_t signature, const FindStored& find_stored = {});

  Recurrence& recurrence() noexcept { return recurrence_; }
  std::size_t duplicates() const noexcept { return duplicates_; }

 private:
  std::uint64_t find_original(const TakenArticle& taken, const FindStored& find_stored) const;

  SketchTable sketches_;
  Recurrence recurrence_;
  std::size_t duplicates_ = 0;
};

}  // namespace pilcrow
