// SPDX-License-Identifier: GPL-2.0-or-later
// Articles: what is indexed, and how it is read from files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/export.h"

namespace pilcrow {

// Bytes [begin, end) of a text or of a file.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const noexcept { return end - begin; }
  bool operator==(const Span&) const = default;
};

// What a paragraph is on the page.  Only `body` is ranked and counted; the rest is furniture.
enum class ParagraphKind {
  body,
  headline,
  kicker,
  standfirst,
  byline,
  dateline,
  caption,
  credit,
  navigation,
  related,
  advert
};

// The name of a kind as it is spelled above, for example "caption".
PILCROW_EXPORT std::string_view to_string(ParagraphKind kind) noexcept;

struct Paragraph {
  ParagraphKind kind = ParagraphKind::body;
  Span span = {};    // In Article::text.
  Span source = {};  // In the source file; in Article::text where there is no source file.
};

// How the bytes of Paragraph::source spell the paragraph's text.
enum class SourceEncoding {
  plain,       // They are the text (invalid UTF-8 excepted, which the text replaces by U+FFFD).
  json_string  // They stand inside a JSON string: undo its escapes to get the text.
};

PILCROW_EXPORT std::string_view to_string(SourceEncoding encoding) noexcept;

struct Article {
  std::string id = {};       // Unique in an index, stable between runs.
  std::string title = {};    // One line; may be empty.
  std::string section = {};  // For example "Crossroads Asia"; may be empty.
  std::string author = {};   // May be empty.
  std::string date = {};  // YYYY, YYYY-MM, YYYY-MM-DD or an ISO 8601 date and time; may be empty.
  std::string language = {};  // ISO 639-1 code such as "kk"; empty: not declared.
  std::string url = {};       // May be empty.
  std::map<std::string, std::string> facets = {};  // Other scalar facts, by name.

  std::string text = {};  // Valid UTF-8; every Paragraph::span points into it.
  // In the order of the text, never overlapping.  Left empty, the indexer calls split_paragraphs.
  std::vector<Paragraph> paragraphs = {};

  std::string source_path = {};  // The file it was read from; empty: none, "-": standard input.
  Span source_record = {};       // The bytes of that file which hold this article.
  SourceEncoding source_encoding = SourceEncoding::plain;
  bool id_is_path = false;  // The source declares no id, so the path serves as one.
};

// Something that was left out or repaired on the way.  It never ends a batch.
struct Problem {
  std::string source = {};  // Path of the source file; empty for an article that has none.
  std::string where = {};   // For example "line 17" or an article id; may be empty.
  std::string reason = {};  // What happened and what became of it.
};

struct ReadOptions {
  // Larger sources (text) or records (one line of JSONL) are left out and reported.  Bytes.
  // Default 128 MiB; an article is held in memory about three times.
  std::size_t article_bytes_max = std::size_t{128} << 20;
  // A longer paragraph is cut into several, at the end of a sentence where there is one, else
  // between words, else between characters.  Bytes.  Smaller values cite more narrowly; larger
  // ones weaken ranking, because very long passages match everything.
  std::size_t paragraph_bytes_max = std::size_t{16} << 10;
};

enum class SourceFormat {
  automatic,  // By name: .jsonl and .ndjson are JSONL, everything else is text.
  text,       // One article a file, as scraped; see docs/reading.md.
  jsonl       // One article a line.
};

// Paragraphs of a text: separated by blank lines (a line of white space only), trimmed, all
// `body`, with `source` equal to `span`.  Longer than `paragraph_bytes_max` bytes: cut as
// ReadOptions says.  Every byte that is not white space is in exactly one paragraph.
PILCROW_EXPORT std::vector<Paragraph> split_paragraphs(
    std::string_view text, std::size_t paragraph_bytes_max = ReadOptions{}.paragraph_bytes_max);

// Delivers articles one after another.  Implement it to index a source of your own.
// Implementations need not be thread-safe; one thread calls at a time.
class PILCROW_EXPORT ArticleReader {
 public:
  virtual ~ArticleReader();

  // Fills `article` with the next one and returns true, or returns false at the end.  What had to
  // be left out or repaired on the way is appended to `problems`, and reading goes on.
  virtual bool next(Article& article, std::vector<Problem>& problems) = 0;
};

// Reads one file, or standard input for "-".  Throws Error{not_found, io} when it can't be opened.
PILCROW_EXPORT std::unique_ptr<ArticleReader> open_source(
    const std::string& path, SourceFormat format = SourceFormat::automatic,
    const ReadOptions& options = {});

// Walks files and folders in a stable order: paths as given, each folder's entries sorted by the
// bytes of their names, depth first.  Hidden entries (a leading dot) inside folders are skipped,
// symbolic links to folders are not followed.  Not thread-safe.
class PILCROW_EXPORT SourceWalker {
 public:
  explicit SourceWalker(std::vector<std::string> paths);
  ~SourceWalker();
  SourceWalker(SourceWalker&&) noexcept;
  SourceWalker& operator=(SourceWalker&&) noexcept;

  // Sets `path` to the next file (or "-") and returns true, or returns false at the end.  A path
  // that does not exist or a folder that can't be listed is appended to `problems`.
  bool next(std::string& path, std::vector<Problem>& problems);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pilcrow
