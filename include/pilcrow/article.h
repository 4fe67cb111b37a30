// SPDX-License-Identifier: GPL-2.0-or-later
// Articles: what is indexed, and how it is read from files.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
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
  advert,
  comment,
  legal
};

// The name of a kind as it is spelled above, for example "caption".
PILCROW_EXPORT std::string_view to_string(ParagraphKind kind) noexcept;

// The kinds that a name stands for: one by its name, "furniture" all but body, "all" every one.
// Empty for anything else.
PILCROW_EXPORT std::set<ParagraphKind> paragraph_kinds(std::string_view name);

struct Paragraph {
  ParagraphKind kind = ParagraphKind::body;
  Span span = {};    // In Article::text.
  Span source = {};  // In the source file; in Article::text where there is no source file.
};

// How the bytes of Paragraph::source spell the paragraph's text; source_text undoes it.
enum class SourceEncoding {
  plain,        // They are the text.
  json_string,  // They stand inside a JSON string: undo its escapes.
  csv_field,    // They stand inside a field of CSV: two quotation marks are one.
  html,         // Text between tags, with entities.
  xml,          // The same by the rules of XML, CDATA included.
  html_in_xml,  // XML text that is HTML once it is decoded, as feeds have it.
  markdown,     // Text with marks.
  wikitext,     // XML text that is MediaWiki's markup once it is decoded.
  docx          // WordprocessingML: the content of w:t elements, tabs and breaks.
};

// The name of an encoding as it is spelled above.
PILCROW_EXPORT std::string_view to_string(SourceEncoding encoding) noexcept;

// The text that `bytes`, which are those of some Paragraph::source, spell.  `charset` is
// Article::source_charset.  Every reader of ours keeps this promise: the result is the
// paragraph's text.  Invalid input is replaced by U+FFFD, never refused.
PILCROW_EXPORT std::string source_text(std::string_view bytes, SourceEncoding encoding,
                                       std::string_view charset = {});

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
  // The part of that file, such as "news/a.html" of an archive, whose unpacked bytes all spans of
  // the source count in; empty: the file itself.  docs/reading.md tells how each format names them.
  std::string source_member = {};
  Span source_record = {};  // The bytes which hold this article.
  SourceEncoding source_encoding = SourceEncoding::plain;
  std::string source_charset = {};  // IANA name; empty: UTF-8.
  bool id_is_path = false;          // The source declares no id, so the path serves as one.
};

// Something that was left out or repaired on the way.  It never ends a batch.
struct Problem {
  std::string source = {};  // Path of the source file; empty for an article that has none.
  std::string where = {};   // For example "line 17" or an article id; may be empty.
  std::string reason = {};  // What happened and what became of it.
  // Where in the source it begins, counted from 0 in the bytes that the article's spans count in.
  std::optional<std::uint64_t> byte = {};
};

struct ReadOptions {
  // Larger sources (text) or records (one line of JSONL) are left out and reported.  Bytes.
  // Default 128 MiB; an article is held in memory about three times.
  std::size_t article_bytes_max = std::size_t{128} << 20;
  // A longer paragraph is cut into several, at the end of a sentence where there is one, else
  // between words, else between characters.  Bytes.  Smaller values cite more narrowly; larger
  // ones weaken ranking, because very long passages match everything.
  std::size_t paragraph_bytes_max = std::size_t{16} << 10;
  // Compressed sources may unpack to this many times their size, and always to 64 MiB; what goes on
  // is taken for an attack, left out and reported.  Default 500: plain text packs 3 to 20 times.
  std::size_t expansion_max = 500;
  // Archives within archives are opened up to this depth.
  int archive_depth_max = 3;
  // IANA name for all sources that are text; empty: a byte order mark, else UTF-8 where it is
  // valid, else what the source declares, else what it looks like.
  std::string charset = {};
  // Of JSON and CSV: the name that a field of Article has there, by field ("text" -> "body").  A
  // dot leads into nested objects ("author" -> "author.name").  Fields that are not named are found
  // under their usual names, see docs/formats/json.md.
  std::map<std::string, std::string> fields = {};
};

enum class SourceFormat {
  automatic,  // By content and name.
  text,       // One article a file, as scraped.
  html,
  markdown,
  jsonl,  // One article a line.
  json,   // An array of articles, or one.
  csv,    // One article a record; tsv: separated by tabs.
  tsv,
  feed,       // RSS or Atom, one article an entry.
  mediawiki,  // An export of a wiki, one article a page.
  epub,       // One article a chapter.
  docx,
  pdf,      // Through the program pdftotext.
  archive,  // Whatever is inside: .gz, .bz2, .xz, .zst, .tar, .zip and what combines them.
  warc      // A crawl, one article a page.
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

  // How many bytes of its source file it has taken, for progress; 0 where it does not tell.
  virtual std::uint64_t bytes_read() const { return 0; }
};

// Reads one file, or standard input for "-".  Articles of archives name the member that they are
// in.  Throws Error{not_found, io} when it can't be opened.
PILCROW_EXPORT std::unique_ptr<ArticleReader> open_source(
    const std::string& path, SourceFormat format = SourceFormat::automatic,
    const ReadOptions& options = {});

// Bytes [span.begin, span.end) of a source as articles name it: of the file, or of a member of it.
// source_text then gives what they spell.  Throws Error: not_found (the file, the member, or the
// bytes are not there), io.
PILCROW_EXPORT std::string read_source(const std::string& path, const std::string& member,
                                       const Span& span);

// Walks files and folders in a stable order: paths as given, each folder's entries sorted by the
// bytes of their names, depth first.  Inside folders, hidden entries (a leading dot) and pictures,
// films, sound, fonts, styles and scripts (by their names) are skipped, symbolic links to folders
// are not followed.  Not thread-safe.
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

// What happened to watched files since the last look.
struct SourceChanges {
  std::vector<std::string> changed = {};  // Files, and new folders, that are there; sorted.
  bool gone = false;                      // Some were removed or moved away.

  bool empty() const noexcept { return changed.empty() && !gone; }
};

// Notices changes of files and folders, and of what is in them (inotify).  Hidden entries are not
// watched; a file that is given by name is, also while it is not there.  Not thread-safe.
class PILCROW_EXPORT SourceWatcher {
 public:
  // Watches from now on.  Throws Error{io}, for example where the system's limit on watched folders
  // is reached.
  explicit SourceWatcher(const std::vector<std::string>& paths);
  ~SourceWatcher();
  SourceWatcher(SourceWatcher&&) noexcept;
  SourceWatcher& operator=(SourceWatcher&&) noexcept;

  // Waits until something changed and nothing more happened for `quiet`, or at most ten times as
  // long; empty where `stop` was requested first.
  SourceChanges wait(const std::stop_token& stop,
                     std::chrono::milliseconds quiet = std::chrono::milliseconds(300));

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pilcrow
