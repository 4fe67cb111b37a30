// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/recurrence.h"

#include <utility>

#include "base/hash.h"
#include "corpus/furniture.h"

namespace pilcrow {
namespace {

// Nobody writes the same forty bytes in six articles, but people in novels say "Yes." often:
// shorter paragraphs count at the edges of an article only, and not below eight.
constexpr std::size_t bytes_anywhere_min = 40;
constexpr std::size_t bytes_at_edge_min = 8;
constexpr std::size_t first_paragraphs = 2;
constexpr std::size_t last_paragraphs = 3;
constexpr std::size_t paragraphs_with_edges_min = 6;
constexpr std::size_t recurring_percent_max = 60;

std::string_view text_of(const Article& article, const Paragraph& paragraph) {
  return std::string_view(article.text).substr(paragraph.span.begin, paragraph.span.size());
}

// The body paragraphs that could be furniture.
std::vector<std::size_t> candidates_of(const Article& article) {
  std::vector<std::size_t> body;
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    if (article.paragraphs[i].kind == ParagraphKind::body) {
      body.push_back(i);
    }
  }
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::size_t bytes = article.paragraphs[body[i]].span.size();
    const bool at_edge = body.size() >= paragraphs_with_edges_min &&
                         (i < first_paragraphs || i + last_paragraphs >= body.size());
    if (body.size() > 1 &&
        (bytes >= bytes_anywhere_min || (at_edge && bytes >= bytes_at_edge_min))) {
      candidates.push_back(body[i]);
    }
  }
  return candidates;
}

std::size_t body_bytes(const Article& article) {
  std::size_t bytes = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    bytes += paragraph.kind == ParagraphKind::body ? paragraph.span.size() : 0;
  }
  return bytes;
}

// What its words say, else the label of what leads elsewhere.
ParagraphKind furniture_kind(std::string_view text) {
  const ParagraphKind kind = evident_kind(text);
  return kind == ParagraphKind::body ? ParagraphKind::navigation : kind;
}

}  // namespace

void Recurrence::type(Article& article) const {
  if (known_.empty()) {
    return;
  }
  std::vector<std::size_t> recurring;
  std::size_t recurring_bytes = 0;
  for (const std::size_t i : candidates_of(article)) {
    if (known_.contains(hash64(text_of(article, article.paragraphs[i])))) {
      recurring.push_back(i);
      recurring_bytes += article.paragraphs[i].span.size();
    }
  }
  if (100 * recurring_bytes > recurring_percent_max * body_bytes(article)) {
    return;
  }
  for (const std::size_t i : recurring) {
    article.paragraphs[i].kind = furniture_kind(text_of(article, article.paragraphs[i]));
  }
}

void Recurrence::note(const Article& article, const ArticleKey& key) {
  for (const std::size_t i : candidates_of(article)) {
    const std::uint64_t hash = hash64(text_of(article, article.paragraphs[i]));
    if (!known_.contains(hash)) {
      note_paragraph(hash, key);
    }
  }
}

void Recurrence::note_paragraph(std::uint64_t hash, const ArticleKey& key) {
  Seen& seen = seen_[hash % seen_slots];
  if (seen.articles == 0) {
    seen.hash = hash;
  } else if (seen.hash != hash) {
    // What was seen often gives way only after as many others (Misra and Gries, Finding repeated
    // elements, 1982).
    --seen.articles;
    return;
  }
  if (seen.articles > 0 && seen.keys[seen.articles - 1] == key.hash) {
    return;
  }
  if (seen.articles + 1 < articles_min) {
    seen.keys[seen.articles++] = key.hash;
  } else if (known_.size() < known_max) {
    known_.insert(hash);
    overdue_.insert(seen.keys.begin(), seen.keys.end());
    overdue_.insert(key.hash);
    seen.articles = 0;
  }
}

std::unordered_set<std::uint64_t> Recurrence::take_overdue() {
  return std::exchange(overdue_, {});
}

}  // namespace pilcrow
