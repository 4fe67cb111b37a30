// SPDX-License-Identifier: GPL-2.0-or-later
// Searching: from a query to ranked, quotable passages.  Start here.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"
#include "pilcrow/export.h"
#include "pilcrow/index_info.h"

namespace pilcrow {

// Names a passage: the body paragraph of an article, counted from 1 as a reader would.
// 0 is the headline of an article that has no body.  Furniture is counted on its own, from 1.
struct PassageId {
  std::string article = {};
  std::uint32_t paragraph = 0;
  bool furniture = false;

  bool operator==(const PassageId&) const = default;
};

// "ARTICLE#3", or "ARTICLE#f3" for furniture, as machine-readable output spells a passage.
PILCROW_EXPORT std::string to_string(const PassageId& passage);

// The passage that is spelled so.  Throws Error{invalid_argument} for anything else.
PILCROW_EXPORT PassageId parse_passage_id(std::string_view spelling);

// What the index knows of an article besides its paragraphs.
struct ArticleInfo {
  std::string id = {};
  std::string title = {};
  std::string section = {};
  std::string author = {};
  std::string date = {};
  std::string language = {};
  std::string url = {};
  std::map<std::string, std::string> facets = {};
  std::string source_path = {};
  std::string source_member = {};  // As in Article; empty: the file itself.
  SourceEncoding source_encoding = SourceEncoding::plain;
  std::string source_charset = {};  // Empty: UTF-8.
  std::uint32_t paragraphs = 0;     // Body paragraphs.
  std::uint32_t furniture = 0;      // Paragraphs of furniture.
  std::string duplicate_of = {};    // The id of the article that this is a copy of; empty: none.
};

// What to do with passages that say the same as one that ranks higher.
enum class Duplicates {
  show,      // Nothing: each is a hit.
  collapse,  // The best is a hit, and Hit::duplicates names the others.
  hide       // The best is a hit, the others are left out.
};

enum class Unit {
  passage,  // Every matching passage is a hit.
  article   // The best passage of each matching article is a hit.
};

// Which other spellings of a name stand for it, at half the weight of the name as it was typed.
enum class Names {
  off,
  exact,    // Those that sound the same by the rules of their scripts: Урумчи, Urumchi.
  variants  // Those that romanise it otherwise too: Ürümqi, Urumchi; docs/names.md has the rules.
};

// What becomes of a word that the index does not have.
enum class Spelling {
  off,
  suggest,  // SearchResults::suggestion.
  correct   // The same, and where it is clear what was meant, that is searched, and a note says so.
};

// Whether words that the best passages have in common rank too, at a low weight.
enum class Expansion {
  off,
  automatic,  // Where the query is 12 plain words or more, and no passage has most of them.
  on
};

// The order of hits.  Equal ones follow by relevance, then in the order of the index.
enum class Sort {
  relevance,
  date_ascending,   // Of the article; those without a date come last.
  date_descending,  // The same.
  article           // The order of the index, which is that of indexing.
};

struct SearchOptions {
  // Parameters that affect what is found.
  std::size_t offset = 0;  // Hits to skip, for paging.  At most 100,000 with `limit` added.
  std::size_t limit = 10;  // Hits to return.
  bool match_all = false;  // Every word must occur; else any may, and ranking decides.
  // So many of the optional words must occur, and this share of them (rounded down).
  std::size_t min_match = 0;
  std::size_t min_match_percent = 0;  // 0 to 100.
  Unit unit = Unit::passage;
  // Of passages: hits of one article at most, 0: no limit.  With `Unit::article`: passages to show
  // of each article, of which Hit::others has all but the best; 0 means 1.
  std::size_t hits_per_article_max = 0;
  Sort sort = Sort::relevance;
  // Only passages with this score or a better one before `reranked_max` adds to it.
  double score_min = 0;
  // Up to 10 words, which SearchResults::notes names.  Finds the same passages in another order, in
  // about twice the time.
  Expansion expand = Expansion::automatic;
  // SearchResults::next_cursor of the page before, of the same query and options; empty: the first
  // page.  Takes the place of `offset`.
  std::string cursor = {};
  Names names = Names::variants;
  Spelling spelling = Spelling::correct;
  // Words that share many of its letters count for a word a little when passages are ranked, and
  // find passages where the index hardly has the word itself.
  bool look_alikes = true;
  // Where nothing has a quoted phrase, and it has five words, or three plain ones stand beside it,
  // its words are searched instead, and a note says so.
  bool relax_phrases = true;
  // The best passages whose ranking is refined by their text: proximity, exact forms, look-alikes.
  // 0: none.  At most 10,000; each takes some microseconds.
  std::size_t reranked_max = 100;
  // Words a pattern such as `kaz*` or `kazan~` may stand for; the alphabetically first (nearest)
  // ones are taken and SearchResults::notes says so.  1 to 10,000; more finds more and takes
  // longer.
  std::size_t prefix_words_max = 256;
  // Only passages of articles with these facts: "section", "author" (one of several), "language",
  // "date" (its beginning, so "2021-03" is a month) or a facet, by name -> the values of which it
  // must have one.  Case, diacritics and white space do not count.
  std::map<std::string, std::vector<std::string>> filters = {};
  // Only passages of articles from this date to that one, both included and each as exact as it is
  // written ("2021", "2021-03", "2021-03-14"); empty: without a bound.
  std::string since = {};
  std::string until = {};
  // Kinds of passages to find.  A `type:` in the query goes before it.
  std::set<ParagraphKind> kinds = {ParagraphKind::body};
  // Passages are the same where four fifths of their groups of three words are.  MatchCount and
  // facets count all of them.
  Duplicates duplicates = Duplicates::collapse;

  // Parameters that affect what a hit shows.
  std::size_t snippet_bytes = 240;  // About that long; 0: none.
  std::size_t fragments_max = 1;    // Parts to show of a long passage, each a snippet; 1 to 16.
  std::size_t context = 0;          // Paragraphs to return before and after each hit, 0 to 100.
  bool explain = false;             // Fill Hit::explanation.
  // Facts to count over all matches, by the names that `filters` takes; "date:year", "date:month"
  // and "date:day" count dates by these ("date" is by day).  Looks at every match.
  std::vector<std::string> facets = {};
  std::size_t facet_values_max = 1000;  // Of each, the most frequent ones.

  // Parameters that affect speed.
  // Count matches exactly up to this number; beyond it, bounds are returned.  Counting stops the
  // search from skipping passages that can't be among the best.  SIZE_MAX: always exact.
  std::size_t exact_count_max = 100;
};

struct Snippet {
  std::string text = {};              // Copied from the paragraph, without markup.
  Span span = {};                     // Where it stands in the paragraph's text.
  std::vector<Span> highlights = {};  // In `text`; sorted, never overlapping.
};

struct PassageText {
  std::uint32_t paragraph = 0;
  std::string text = {};  // UTF-8.
  Span source = {};       // Bytes of the source file that hold it.
  ParagraphKind kind = ParagraphKind::body;
};

// How a score comes about: `value` is the sum, or the product, that the description says it is.
struct Explanation {
  double value = 0;
  std::string description = {};
  std::vector<Explanation> details = {};
};

struct FacetCount {
  std::string value = {};
  std::size_t count = 0;  // Matches, in the unit of the search.
};

// A passage that says the same as a hit.
struct DuplicatePassage {
  PassageId passage = {};
  std::string title = {};  // Of its article.
  std::string source_path = {};
  std::string source_member = {};
  std::string url = {};
  Span source = {};
};

struct Hit {
  PassageId passage = {};
  ParagraphKind kind = ParagraphKind::body;
  double score = 0;
  ArticleInfo article = {};
  std::string text = {};  // The whole paragraph, UTF-8.
  Span source = {};       // Bytes of the source file that hold it; see ArticleInfo::source_path.
  Snippet snippet = {};   // The part that tells most.
  std::vector<Snippet> fragments = {};   // SearchOptions::fragments_max: others, next best first.
  std::vector<PassageText> before = {};  // SearchOptions::context, in order.
  std::vector<PassageText> after = {};   // Of furniture: the paragraphs of the body around it.
  std::vector<DuplicatePassage> duplicates = {};  // Best first.
  std::optional<Explanation> explanation = {};    // SearchOptions::explain.
  // The article's next best passages, with `Unit::article` and `hits_per_article_max`.
  std::vector<Hit> others = {};
};

// How many passages (articles with Unit::article) match.
struct MatchCount {
  std::size_t lower = 0;
  std::size_t estimate = 0;
  std::size_t upper = 0;

  bool exact() const noexcept { return lower == upper; }
};

// How a part of the query was understood, where that may surprise.
struct QueryNote {
  std::string text = {};
  Span query = {};  // Bytes of the query that it is about; empty: all of it.
};

struct SearchResults {
  std::vector<Hit> hits = {};  // In the order of SearchOptions::sort.
  std::size_t offset = 0;      // How many hits come before these.
  // Continues after the last hit; empty where there are no more.  A page that follows so stays
  // right while articles are added, replaced and removed: none of its hits comes before the passage
  // it continues after, or after its old place where that passage is gone.
  std::string next_cursor = {};
  MatchCount matches = {};  // In the whole index, before offset and limit.
  std::vector<QueryNote> notes = {};
  // Of each fact that was asked for, most frequent first, dates in their order.  Values are spelled
  // as one article has them; articles that lack the fact do not count.
  std::map<std::string, std::vector<FacetCount>> facets = {};
  // The query with words that the index does not have replaced by similar ones that it has; empty
  // where there is nothing to suggest.
  std::string suggestion = {};
};

enum class SuggestionKind { word, phrase, name, title };

// What may have been meant by the beginning of a query.
struct Suggestion {
  // The query with its last word completed; the same with words that often follow; the name of an
  // author or a section; a title.
  std::string text = {};
  SuggestionKind kind = SuggestionKind::word;
  // Passages that have the words (400 with words in front may be more); of 40 such passages, those
  // with the phrase; articles of the name; 1 for a title.
  std::size_t count = 0;
};

// Whether a passage is a hit of a search, and why (not).
struct PassageVerdict {
  PassageId passage = {};
  std::size_t rank = 0;  // Among all hits, from 1; 0: it is none.
  double score = 0;
  // What keeps it from being a hit, for people: a word that it lacks, a filter it does not pass, a
  // hit that says the same.  Empty where it is a hit.
  std::vector<std::string> reasons = {};
  std::optional<Explanation> explanation = {};  // Of its score; nothing where it does not match.
};

// What to search, where that is more than one folder.
struct SearcherOptions {
  // Folders of indexes, and Xapian servers of such ("tcp://HOST:PORT"; docs/sharding.md), which are
  // searched as one: scores are those of one index of all articles, equal ones are in this order.
  // An article that two of them have is in both; the first answers where it is named.
  std::vector<std::string> locations = {};
  // How long a server may take to be reached, and for each of its answers.
  std::chrono::milliseconds timeout = std::chrono::seconds(10);
  // Threads that search folders at the same time, at most one each; 0: as many as there are
  // processors where the folders are large, else one.  With servers, each has one in any case.
  std::size_t threads = 0;
};

// Facts about each of the indexes, in their order; total_of (index_info.h) adds them up.  Throws
// Error: not_found, corrupt, io, invalid_argument.  Opens indexes of other versions.
PILCROW_EXPORT std::vector<IndexInfo> index_info(const SearcherOptions& options);

// Reads an index.  Each call sees one committed state, never a mixture; a later call may see a
// newer one.  Searching never blocks indexing and is never blocked by it.
// Not thread-safe: give each thread its own, or lend them (searcher_pool.h).
class PILCROW_EXPORT Searcher {
 public:
  // Throws Error: not_found, incompatible, corrupt, io.
  explicit Searcher(const std::filesystem::path& path);
  // The same; also invalid_argument where no location is named, or one names a server badly.
  explicit Searcher(const SearcherOptions& options);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // Adds names that no rule connects, beside the list that comes with the library: one concept a
  // line, its spellings between tabs (docs/names.md).  Returns what is wrong with lines, which are
  // skipped.
  std::vector<std::string> add_names(std::string_view text);

  // Finds passages; docs/query_syntax.md specifies the query.  A query without words or fields
  // finds nothing.  Throws Error: bad_query (over 16,384 bytes or 512 words), invalid_argument,
  // corrupt, io.
  SearchResults search(std::string_view query, const SearchOptions& options = {});

  // Finds passages with the same telling words, the passage itself left out; nothing where there is
  // no such passage.
  SearchResults similar(const PassageId& passage, const SearchOptions& options = {});

  // Finds passages with the same telling words as a text, such as a paragraph of another collection
  // (UTF-8; the first 256 KiB are looked at).
  SearchResults similar_to_text(std::string_view text, const SearchOptions& options = {});

  // Completes the beginning of a query while it is typed, case and diacritics aside: words, most
  // frequent first, which stand in one passage with all words in front; phrases that begin with the
  // first two of these; names that begin so; titles with all words.  Up to `limit` of each, in this
  // order.
  std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit = 5);

  // Says why a passage is, or is not, among the hits of such a search, wherever it ranks up to
  // 100,000.  Takes longer than a search.
  PassageVerdict explain(std::string_view query, const PassageId& passage,
                         const SearchOptions& options = {});

  // The paragraph, or nothing where there is no such passage.
  std::optional<PassageText> text(const PassageId& passage);

  // Up to `before` and `after` paragraphs around a passage, itself included, in order; empty where
  // there is no such passage.
  std::vector<PassageText> context(const PassageId& passage, std::size_t before, std::size_t after);

  // All paragraphs of an article in the order of the page, furniture among them; empty where there
  // is no such article.  Of an article without body, one with number 0.
  std::vector<PassageText> paragraphs(std::string_view article_id);

  // What is known of an article, or nothing where there is no such article.
  std::optional<ArticleInfo> article(std::string_view article_id);

  // Moves to the newest committed state; false if this was it.
  bool refresh();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pilcrow
