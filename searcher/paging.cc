// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/ranking.h"
#include "searcher/searcher_impl.h"
#include "searcher/sorting.h"

namespace pilcrow {

// With a cursor, matches are looked at until there are enough after it.
HitPage Searcher::Impl::find_page(const IndexSearch& asked, const SearchOptions& options,
                                  const Reranker& reranker, MatchCount& matches) {
  std::optional<Cursor> cursor;
  if (!options.cursor.empty()) {
    cursor = decode_cursor(options.cursor, options.sort);
  }
  HitPage page;
  page.offset = cursor ? cursor->shown : options.offset;
  std::size_t wanted = std::min(page.offset, hits_max) + options.limit + 1;
  while (true) {
    const std::vector<Found> found = find(asked, options, wanted, reranker, matches);
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
  if (cursor.state == index.state()) {
    return cursor.position;
  }
  for (const ShownPassage& passage : cursor.passages) {
    const std::optional<ArticleRecord> article = index.find_article(passage.part, passage.article);
    constexpr DocumentId none = ~DocumentId{0};
    const DocumentId document =
        !article ? none
                 : find_document({passage.part, *article}, passage.paragraph, passage.is_furniture)
                       .value_or(none);
    const auto last = std::find_if(found.begin(), found.end(),
                                   [&](const Found& one) { return one.document == document; });
    if (last != found.end()) {
      return static_cast<std::size_t>(last - found.begin()) + 1;
    }
  }
  const auto next = std::find_if(found.begin(), found.end(), [&](const Found& one) {
    return comes_before(cursor.place, one, options.sort);
  });
  return static_cast<std::size_t>(next - found.begin());
}

// `hits` are those of the page.
Cursor Searcher::Impl::cursor_at(const HitPage& page, const std::vector<Hit>& hits,
                                 const SearchOptions& options) const {
  Cursor cursor{.sort = options.sort,
                .state = index.state(),
                .position = page.begin + page.hits.size(),
                .shown = page.offset + page.hits.size(),
                .place = page.hits.back()};
  for (std::size_t i = hits.size(); i-- > 0 && cursor.passages.size() < cursor_passages_max;) {
    const PassageId& passage = hits[i].passage;
    cursor.passages.push_back({part_of(page.hits[i].document), ArticleKey::of_id(passage.article),
                               passage.paragraph, passage.furniture});
  }
  return cursor;
}

// The passages of a hit's article that come after it.
std::vector<Found> Searcher::Impl::find_others(const IndexQuery& query, const PassageId& passage,
                                               DocumentId hit, const SearchOptions& options,
                                               const Verifier& verifier) const {
  if (options.unit != Unit::article || options.hits_per_article_max <= 1) {
    return {};
  }
  const IndexQuery article = IndexQuery::term(ArticleKey::of_id(passage.article).term());
  std::vector<Found> others =
      pilcrow::search(index, {.query = {Xapian::Query::OP_FILTER, query, article},
                              .wanted = options.hits_per_article_max,
                              .score_min = options.score_min,
                              .verifier = verifier.if_needed()})
          .found;
  std::erase_if(others, [&](const Found& one) {
    return one.document == hit || part_of(one.document) != part_of(hit);
  });
  return others;
}

}  // namespace pilcrow
