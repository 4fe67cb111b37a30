// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/ranking.h"
#include "searcher/searcher_impl.h"
#include "searcher/sorting.h"

namespace pilcrow {

std::vector<Found> all_of(const Xapian::MSet& matches) {
  std::vector<Found> found;
  for (auto i = matches.begin(); i != matches.end(); ++i) {
    found.push_back({*i, i.get_weight()});
  }
  return found;
}

// With a cursor, matches are looked at until there are enough after it.
HitPage Searcher::Impl::find_page(Xapian::Enquire& enquire, const SearchOptions& options,
                                  const Verifier& verifier, const Reranker& reranker,
                                  MatchCount& matches) {
  std::optional<Cursor> cursor;
  if (!options.cursor.empty()) {
    cursor = decode_cursor(options.cursor, options.sort);
  }
  HitPage page;
  page.offset = cursor ? cursor->shown : options.offset;
  std::size_t wanted = std::min(page.offset, hits_max) + options.limit + 1;
  while (true) {
    const std::vector<Found> found = find(enquire, options, wanted, verifier, reranker, matches);
    const std::size_t begin = cursor ? first_after(found, *cursor, options) : page.offset;
    const std::size_t end = std::min(found.size(), begin + options.limit);
    if (end < found.size() || found.size() < wanted || wanted >= hits_max) {
      page.begin = begin;
      page.has_more = end < found.size() && end > begin;
      page.hits.assign(found.begin() + static_cast<std::ptrdiff_t>(std::min(begin, end)),
                       found.begin() + static_cast<std::ptrdiff_t>(end));
      return page;
    }
    wanted *= 2;
  }
}

// Where the page after a cursor begins.  In the state of the index that the cursor is of, that is a
// number.  In a later one its passage may have another place, or be gone.
std::size_t Searcher::Impl::first_after(const std::vector<Found>& found, const Cursor& cursor,
                                        const SearchOptions& options) const {
  if (cursor.state == state_of(index.database())) {
    return cursor.position;
  }
  for (const ShownPassage& passage : cursor.passages) {
    const std::optional<ArticleRecord> article = index.find_article(passage.article);
    const Xapian::docid document =
        !article ? 0
                 : find_document(passage.article, *article, passage.paragraph, passage.is_furniture)
                       .value_or(0);  // No document has this number.
    const auto last = std::find_if(found.begin(), found.end(),
                                   [&](const Found& one) { return one.document == document; });
    if (last != found.end()) {
      return static_cast<std::size_t>(last - found.begin()) + 1;
    }
  }
  const auto next = std::find_if(found.begin(), found.end(), [&](const Found& one) {
    return comes_after(place_of(one, options), cursor.place, options);
  });
  return static_cast<std::size_t>(next - found.begin());
}

MatchPlace Searcher::Impl::place_of(const Found& found, const SearchOptions& options) const {
  const Xapian::Document document =
      index.database().get_document(found.document, Xapian::DOC_ASSUME_VALID);
  return {sort_key(document, options), found.score, found.document};
}

// `hits` are those of the page.
Cursor Searcher::Impl::cursor_at(const HitPage& page, const std::vector<Hit>& hits,
                                 const SearchOptions& options) const {
  Cursor cursor{.sort = options.sort,
                .state = state_of(index.database()),
                .position = page.begin + page.hits.size(),
                .shown = page.offset + page.hits.size(),
                .place = place_of(page.hits.back(), options)};
  for (std::size_t i = hits.size(); i-- > 0 && cursor.passages.size() < cursor_passages_max;) {
    const PassageId& passage = hits[i].passage;
    cursor.passages.push_back(
        {ArticleKey::of_id(passage.article), passage.paragraph, passage.furniture});
  }
  return cursor;
}

// The passages of a hit's article that come after it.
std::vector<Found> Searcher::Impl::find_others(const Xapian::Query& query, const PassageId& passage,
                                               Xapian::docid hit, const SearchOptions& options,
                                               const Verifier& verifier) const {
  if (options.unit != Unit::article || options.hits_per_article_max <= 1) {
    return {};
  }
  const Xapian::Query article(ArticleKey::of_id(passage.article).term());
  Xapian::Enquire enquire(index.database());
  enquire.set_weighting_scheme(bm25(index).weight);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, article));
  enquire.set_cutoff(0, options.score_min);
  const auto wanted = static_cast<Xapian::doccount>(options.hits_per_article_max);
  std::vector<Found> others =
      all_of(enquire.get_mset(0, wanted, 0, nullptr, verifier.is_needed() ? &verifier : nullptr));
  std::erase_if(others, [&](const Found& one) { return one.document == hit; });
  return others;
}

}  // namespace pilcrow
