// SPDX-License-Identifier: GPL-2.0-or-later
// The contract between the indexer and the searcher: what an index holds, under which names.
// docs/index_format.md is its specification; this is its only code.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

// Raised when an index made before can't be read any more.
constexpr int format_version = 5;

// Terms.  Content terms of body passages have no prefix: folding leaves no capital ASCII letter in
// them.
constexpr char article_prefix = 'A';    // A + the article's key, 8 bytes.
constexpr char duplicate_prefix = 'D';  // D + 4 bytes of a band of the article's sketch.
constexpr char furniture_prefix = 'F';  // F + a content term of furniture.
constexpr char kind_prefix = 'K';       // K + the kind of a passage of furniture.
constexpr char fact_prefix = 'X';       // X + a fact of the article, see fact_term.

constexpr bool is_prefix(char letter) {
  return letter >= 'A' && letter <= 'Z';
}

// Value slots.
constexpr Xapian::valueno article_slot = 0;  // The article's key: hits are collapsed by it.
constexpr Xapian::valueno forward_slot = 1;  // See store/forward_index.h.
constexpr Xapian::valueno date_slot = 2;     // The article's date, see date_value.
constexpr Xapian::valueno place_slot = 3;    // See place_value.
constexpr std::size_t slots = 4;

// Metadata keys.
constexpr std::string_view header_key = "pilcrow:header";
constexpr std::string_view statistics_key = "pilcrow:statistics";
constexpr std::string_view article_key_prefix = "a:";
constexpr std::string_view source_key_prefix = "source:";
constexpr std::string_view recurring_key = "pilcrow:recurring";
constexpr std::string_view word_key_prefix = "w:";
// Words longer than this many bytes are not found by a prefix; Xapian's keys end near 250.
constexpr std::size_t word_bytes_max = 128;

// An article's key: the hash of its id.  Ids may have any length; keys fit every place.
struct ArticleKey {
  std::uint64_t hash = 0;

  static ArticleKey of_id(std::string_view id);
  static ArticleKey of_value(std::string_view value);  // From article_slot.
  std::string term() const;
  std::string value() const;  // 8 bytes, big-endian.
  std::string metadata_key() const;
  bool operator==(const ArticleKey&) const = default;
};

std::string duplicate_term(std::uint64_t band);
std::string furniture_term(std::string_view term);
std::string kind_term(ParagraphKind kind);
// X + name + ':' + value, both folded (fact_folded); what is too long for a term is 'H' and the 16
// digits of its hash.
std::string fact_term(std::string_view name, std::string_view value);
// What all terms of a fact begin with.
std::string fact_term_prefix(std::string_view name);
// A date (or its beginning) so that values sort as dates do, and the value of a date begins with
// that of a month of it: year (2 bytes, big-endian), month, day, hour, minute, second (1 byte
// each), as far as it tells.  The time zone is not looked at.  Empty where it is no date of ISO
// 8601.
std::string date_value(std::string_view date);
// How many documents of its article stand before a document: big-endian, as few bytes as it takes.
std::string place_value(std::uint32_t place);
std::uint32_t place_of_value(std::string_view value);
std::string source_metadata_key(std::string_view source_path);
std::string word_metadata_key(std::string_view word);

// What made an index.
struct IndexHeader {
  int format = format_version;
  std::string analyzer;  // Analyzer::fingerprint().
};

// Counts that Xapian does not keep, or keeps over furniture too.
struct IndexStatistics {
  std::uint64_t articles = 0;
  std::uint64_t duplicates = 0;     // Articles that are copies of another.
  std::uint64_t passages = 0;       // Body passages.
  std::uint64_t passage_terms = 0;  // Ranked terms of body passages, titles included.
  std::uint64_t furniture = 0;      // Passages of furniture.
  std::map<std::string, std::uint64_t> languages = {};          // Code, "" for unknown -> articles.
  std::map<std::string, std::uint64_t> passage_languages = {};  // The same -> body passages.

  double passage_terms_mean() const {
    return passages == 0 ? 0 : static_cast<double>(passage_terms) / static_cast<double>(passages);
  }
  // Adds (subtracts) what `other` counts.
  IndexStatistics& operator+=(const IndexStatistics& other);
  IndexStatistics& operator-=(const IndexStatistics& other);
};

// Facts of an article, stored once.
struct ArticleRecord {
  std::string id;
  std::string title;
  std::string section;
  std::string author;
  std::string date;
  std::string language;
  std::string url;
  std::map<std::string, std::string> facets;
  std::string source_path;
  std::string source_member;
  Span source_record;
  SourceEncoding source_encoding = SourceEncoding::plain;
  std::string source_charset;
  bool id_is_path = false;
  std::uint32_t paragraphs = 0;    // Documents of the body: its paragraphs, else one.
  std::uint32_t furniture = 0;     // Documents of furniture, which follow.
  std::uint64_t signature = 0;     // Of everything indexed but the place in the source.
  std::uint64_t duplicate_of = 0;  // The key of the article that this is a copy of; 0: none.
};

// What a hit shows of a passage.
struct PassageRecord {
  ParagraphKind kind = ParagraphKind::body;
  std::uint32_t paragraph = 0;    // Of the body, or of the furniture, from 1.
  std::uint32_t body_before = 0;  // Of furniture: how many paragraphs of the body stand before it.
  std::string language;           // That it was analysed in; empty: unknown.
  Span source;                    // Counted from the beginning of ArticleRecord::source_record.
  std::string text;
};

// A source file as it was when all its articles were indexed.
struct SourceRecord {
  std::string path;
  std::uint64_t size_bytes = 0;
  std::int64_t modified_ns = 0;  // 0: not to be trusted.
  std::uint64_t content_hash = 0;
  std::uint64_t options_hash = 0;  // Of the options it was read with.
  std::uint64_t articles = 0;
};

std::string encode(const IndexHeader& header);
std::string encode(const IndexStatistics& statistics);
std::string encode(const ArticleRecord& record);
std::string encode(const PassageRecord& record);
std::string encode(const SourceRecord& record);
// Hashes of paragraphs that recur in many articles, in any order.
std::string encode_recurring(const std::vector<std::uint64_t>& hashes);

// Each throws Error{corrupt}.
IndexHeader decode_header(std::string_view bytes);
IndexStatistics decode_statistics(std::string_view bytes);
ArticleRecord decode_article(std::string_view bytes);
PassageRecord decode_passage(std::string_view bytes);
SourceRecord decode_source(std::string_view bytes);
std::vector<std::uint64_t> decode_recurring(std::string_view bytes);

}  // namespace pilcrow
