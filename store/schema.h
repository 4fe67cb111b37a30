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

#include "pilcrow/article.h"

namespace pilcrow {

// Raised when an index made before can't be read any more.
constexpr int format_version = 1;

// Terms.  Content terms have no prefix: folding leaves no capital ASCII letter in them.
constexpr char article_prefix = 'A';  // A + 16 hexadecimal digits of the article's key.

// How often a title word counts in each passage of its article (ranking-notes: title tf x 2), and
// the most that one term counts in one passage: a larger bound would keep Xapian from skipping.
constexpr Xapian::termcount title_weight = 2;
constexpr Xapian::termcount term_count_max = 127;

// Value slots.
constexpr Xapian::valueno article_slot = 0;  // The article's key: hits are collapsed by it.
constexpr Xapian::valueno forward_slot = 1;  // See store/forward_index.h.

// Metadata keys.
constexpr std::string_view header_key = "pilcrow:header";
constexpr std::string_view statistics_key = "pilcrow:statistics";
constexpr std::string_view article_key_prefix = "article:";
constexpr std::string_view source_key_prefix = "source:";
constexpr std::string_view word_key_prefix = "word:";
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

std::string source_metadata_key(std::string_view source_path);
std::string word_metadata_key(std::string_view word);

// What made an index.
struct IndexHeader {
  int format = format_version;
  std::string analyzer;  // Analyzer::fingerprint().
};

// Counts that Xapian does not keep.
struct IndexStatistics {
  std::uint64_t articles = 0;
  std::map<std::string, std::uint64_t> languages;  // Code, "" for unknown -> articles.

  void add(const std::string& language);
  void subtract(const std::string& language);
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
  Span source_record;
  SourceEncoding source_encoding = SourceEncoding::plain;
  bool id_is_path = false;
  std::uint32_t paragraphs = 0;
  std::uint64_t signature = 0;  // Of everything indexed but the place in the source.
};

// What a hit shows of a passage.
struct PassageRecord {
  ArticleKey article;
  std::uint32_t paragraph = 0;
  std::string language;  // That it was analysed in; empty: unknown.
  Span source;           // Counted from the beginning of ArticleRecord::source_record.
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

// Each throws Error{corrupt}.
IndexHeader decode_header(std::string_view bytes);
IndexStatistics decode_statistics(std::string_view bytes);
ArticleRecord decode_article(std::string_view bytes);
PassageRecord decode_passage(std::string_view bytes);
SourceRecord decode_source(std::string_view bytes);

}  // namespace pilcrow
