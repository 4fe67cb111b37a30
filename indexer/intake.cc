// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/intake.h"

#include <utility>

#include "base/hash.h"

namespace pilcrow {
namespace {

// An article of a caller may leave it to us to split its text.
void split_where_needed(Article& article) {
  if (!article.paragraphs.empty()) {
    return;
  }
  article.paragraphs = split_paragraphs(article.text);
  for (Paragraph& paragraph : article.paragraphs) {
    paragraph.source.begin += article.source_record.begin;
    paragraph.source.end += article.source_record.begin;
  }
}

}  // namespace

std::uint64_t article_signature(const Article& article, std::string_view language_override) {
  StreamHash hash;
  const auto add = [&hash](std::string_view part) {
    const std::uint64_t size = part.size();
    hash.update({reinterpret_cast<const char*>(&size), sizeof size});
    hash.update(part);
  };
  const auto add_number = [&hash](std::uint64_t number) {
    hash.update({reinterpret_cast<const char*>(&number), sizeof number});
  };
  add(language_override);
  for (const std::string* part :
       {&article.id, &article.title, &article.section, &article.author, &article.date,
        &article.language, &article.url, &article.text, &article.source_charset}) {
    add(*part);
  }
  for (const auto& [name, value] : article.facets) {
    add(name);
    add(value);
  }
  for (const Paragraph& paragraph : article.paragraphs) {
    add_number(static_cast<std::uint64_t>(paragraph.kind));
    add_number(paragraph.span.begin);
    add_number(paragraph.span.end);
    add_number(paragraph.source.begin - article.source_record.begin);
    add_number(paragraph.source.end - article.source_record.begin);
  }
  add_number(static_cast<std::uint64_t>(article.source_encoding));
  return hash.value();
}

TakenArticle Intake::take(Article article, std::uint64_t signature, const FindStored& find_stored) {
  TakenArticle taken{std::move(article), {}, signature, {}, 0};
  taken.key = ArticleKey::of_id(taken.article.id);
  split_where_needed(taken.article);
  // What recurs on all pages of a site must not make their articles look like copies.
  recurrence_.type(taken.article);
  taken.bands = sketch_of(taken.article);
  taken.duplicate_of = find_original(taken, find_stored);
  sketches_.note(taken.bands, taken.key);
  if (taken.duplicate_of != 0) {
    ++duplicates_;
  } else {
    recurrence_.note(taken.article, taken.key);
  }
  return taken;
}

std::uint64_t Intake::find_original(const TakenArticle& taken,
                                    const FindStored& find_stored) const {
  std::vector<std::uint64_t> candidates;
  for (const std::uint64_t band : taken.bands) {
    std::uint64_t found = sketches_.find(band);
    if (found == 0 && find_stored) {
      found = find_stored(band);
    }
    candidates.push_back(found == taken.key.hash ? 0 : found);
  }
  return original_among(candidates);
}

}  // namespace pilcrow
