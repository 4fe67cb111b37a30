// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/format_names.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/letters.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::size_t looked_at = 4096;

using Named = std::pair<std::string_view, SourceFormat>;

constexpr Named extensions[] = {
    {"txt", SourceFormat::text},     {"text", SourceFormat::text},
    {"html", SourceFormat::html},    {"htm", SourceFormat::html},
    {"xhtml", SourceFormat::html},   {"md", SourceFormat::markdown},
    {"mkd", SourceFormat::markdown}, {"markdown", SourceFormat::markdown},
    {"jsonl", SourceFormat::jsonl},  {"ndjson", SourceFormat::jsonl},
    {"json", SourceFormat::json},    {"csv", SourceFormat::csv},
    {"tsv", SourceFormat::tsv},      {"tab", SourceFormat::tsv},
    {"rss", SourceFormat::feed},     {"atom", SourceFormat::feed},
    {"xml", SourceFormat::feed},     {"epub", SourceFormat::epub},
    {"docx", SourceFormat::docx},    {"pdf", SourceFormat::pdf},
    {"warc", SourceFormat::warc},    {"gz", SourceFormat::archive},
    {"bz2", SourceFormat::archive},  {"xz", SourceFormat::archive},
    {"zst", SourceFormat::archive},  {"tar", SourceFormat::archive},
    {"tgz", SourceFormat::archive},  {"tbz", SourceFormat::archive},
    {"tbz2", SourceFormat::archive}, {"txz", SourceFormat::archive},
    {"tzst", SourceFormat::archive}, {"zip", SourceFormat::archive},
};

constexpr Named media_types[] = {
    {"text/html", SourceFormat::html},
    {"application/xhtml+xml", SourceFormat::html},
    {"text/plain", SourceFormat::text},
    {"text/markdown", SourceFormat::markdown},
    {"application/json", SourceFormat::json},
    {"application/x-ndjson", SourceFormat::jsonl},
    {"application/jsonl", SourceFormat::jsonl},
    {"application/ld+json", SourceFormat::json},
    {"text/csv", SourceFormat::csv},
    {"text/tab-separated-values", SourceFormat::tsv},
    {"text/xml", SourceFormat::feed},
    {"application/xml", SourceFormat::feed},
    {"application/rss+xml", SourceFormat::feed},
    {"application/atom+xml", SourceFormat::feed},
    {"application/pdf", SourceFormat::pdf},
    {"application/epub+zip", SourceFormat::epub},
};

constexpr std::string_view companions[] = {
    "png", "jpg",  "jpeg", "gif", "webp", "avif", "bmp",   "ico",   "svg", "tif",  "tiff", "heic",
    "css", "scss", "less", "js",  "mjs",  "map",  "woff",  "woff2", "ttf", "otf",  "eot",  "mp3",
    "ogg", "oga",  "opus", "wav", "flac", "m4a",  "aac",   "mp4",   "m4v", "webm", "avi",  "mov",
    "mkv", "mpg",  "mpeg", "ogv", "swf",  "wasm", "class", "pyc",   "exe", "dll",  "so",
};

// Other files that are no text, and that a reader may be missed for.
constexpr std::string_view unreadable[] = {
    "7z",   "rar", "lz4",  "odt",  "ods",  "odp", "doc", "xls", "xlsx",   "ppt",
    "pptx", "rtf", "mobi", "azw3", "djvu", "jar", "iso", "db",  "sqlite",
};

// In lower case, without the dot; empty for a name that has none.
std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : lower_case(name.substr(dot + 1));
}

template <std::size_t Size>
bool has(const std::string_view (&list)[Size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

template <std::size_t Size>
std::optional<SourceFormat> find(const Named (&list)[Size], std::string_view name) {
  const auto* found = std::find_if(std::begin(list), std::end(list),
                                   [&](const Named& named) { return named.first == name; });
  return found == std::end(list) ? std::nullopt : std::optional(found->second);
}

void remove_to(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

void trim_left(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

// The first bytes as ASCII can show them: without a byte order mark, UTF-16 by its low bytes.
std::string ascii_of(std::string_view begin) {
  const bool is_little = begin.starts_with("\xFF\xFE");
  if (is_little || begin.starts_with("\xFE\xFF")) {
    std::string low;
    for (std::size_t at = is_little ? 2 : 3; at < begin.size(); at += 2) {
      low += begin[at];
    }
    return low;
  }
  begin.remove_prefix(begin.starts_with(utf8_bom) ? utf8_bom.size() : 0);
  return std::string(begin);
}

std::string_view name_at(std::string_view text) {
  return text.substr(0, std::min(text.find_first_of(" \t\r\n\f>/[?"), text.size()));
}

// The name of the outermost element in lower case; "html" for a document type that says so; empty
// where there is neither.  Passes over comments and declarations.
std::string root_element(std::string_view text) {
  for (;;) {
    trim_left(text);
    if (text.starts_with("<!--")) {
      remove_to(text, "-->");
    } else if (text.starts_with("<?")) {
      remove_to(text, "?>");
    } else if (lower_case(text.substr(0, 9)) == "<!doctype") {
      text.remove_prefix(9);
      trim_left(text);
      if (std::string name = lower_case(name_at(text)); name == "html") {
        return name;
      }
      // Entities are declared between brackets, in tags of their own.
      if (const std::size_t end = text.find_first_of("[>");
          end != std::string_view::npos && text[end] == '[') {
        remove_to(text, "]");
      }
      remove_to(text, ">");
    } else {
      return text.starts_with('<') ? lower_case(name_at(text.substr(1))) : "";
    }
  }
}

// By the outermost element, also of files whose name says something else.
std::optional<SourceFormat> format_of_root(std::string_view root) {
  constexpr Named roots[] = {
      {"html", SourceFormat::html},          {"head", SourceFormat::html},
      {"rss", SourceFormat::feed},           {"rdf:rdf", SourceFormat::feed},
      {"feed", SourceFormat::feed},          {"atom:feed", SourceFormat::feed},
      {"mediawiki", SourceFormat::mediawiki}};
  return find(roots, root);
}

// A zip by the name of its first member, which stands in its first bytes.
SourceFormat format_of_zip(std::string_view begin, std::optional<SourceFormat> named) {
  if (named == SourceFormat::epub || named == SourceFormat::docx) {
    return *named;
  }
  constexpr std::size_t name_at = 30;
  const std::string_view first = begin.substr(std::min(name_at, begin.size()));
  if (first.starts_with("mimetype") &&
      first.find("application/epub+zip") != std::string_view::npos) {
    return SourceFormat::epub;
  }
  const bool is_docx =
      first.starts_with("word/") ||
      (first.starts_with("[Content_Types].xml") && begin.find("word/") != std::string_view::npos);
  return is_docx ? SourceFormat::docx : SourceFormat::archive;
}

bool begins_compressed(std::string_view begin) {
  constexpr std::string_view xz(
      "\xFD"
      "7zXZ\0",
      6);
  return begin.starts_with("\x1F\x8B") || begin.starts_with(xz) ||
         begin.starts_with("\x28\xB5\x2F\xFD") ||
         (begin.starts_with("BZh") && begin.substr(4).starts_with("1AY&SY"));
}

std::optional<SourceFormat> format_of_magic(std::string_view begin,
                                            std::optional<SourceFormat> named) {
  constexpr std::size_t tar_magic_at = 257;
  if (begin.starts_with("%PDF-")) {
    return SourceFormat::pdf;
  }
  if (begin.starts_with("PK\3\4")) {
    return format_of_zip(begin, named);
  }
  if (begin.starts_with("WARC/1.")) {
    return SourceFormat::warc;
  }
  const bool is_tar =
      begin.size() > tar_magic_at && begin.substr(tar_magic_at).starts_with("ustar");
  return is_tar || begin.starts_with("PK\5\6") || begins_compressed(begin)
             ? std::optional(SourceFormat::archive)
             : std::nullopt;
}

// Whether `text` begins as JSON that can hold articles does: with an object, or an array of them.
bool begins_json(std::string_view text) {
  trim_left(text);
  const bool is_array = text.starts_with('[');
  if (is_array) {
    text.remove_prefix(1);
    trim_left(text);
  }
  if (!text.starts_with('{')) {
    return is_array && text.starts_with(']');
  }
  text.remove_prefix(1);
  trim_left(text);
  return text.starts_with('"') || text.starts_with('}');
}

// JSON Lines where the first line is a whole object, and not all there is of a file named .json.
SourceFormat format_of_json(InputFile& file, SourceFormat named) {
  constexpr std::size_t line_bytes_max = std::size_t{1} << 20;
  std::string_view text = file.peek(line_bytes_max);
  const bool is_all = text.size() < line_bytes_max;
  text.remove_prefix(text.starts_with(utf8_bom) ? utf8_bom.size() : 0);
  trim_left(text);
  if (text.starts_with('[')) {
    return SourceFormat::json;
  }
  if (named == SourceFormat::jsonl) {
    return named;
  }
  const std::string_view line = text.substr(0, text.find('\n'));
  if ((line.size() == text.size() && !is_all) || !nlohmann::json::accept(line)) {
    return SourceFormat::json;
  }
  const bool is_last =
      text.find_first_not_of(ascii_spaces, line.size()) == std::string_view::npos && is_all;
  return is_last && named == SourceFormat::json ? SourceFormat::json : SourceFormat::jsonl;
}

bool is_of_text(SourceFormat format) {
  return format != SourceFormat::pdf && format != SourceFormat::epub &&
         format != SourceFormat::docx && format != SourceFormat::archive;
}

}  // namespace

std::optional<SourceFormat> format_of_media_type(std::string_view media_type) {
  return find(media_types, lower_case(media_type));
}

bool is_companion_name(std::string_view name) {
  return has(companions, extension_of(name));
}

bool is_archive(InputFile& file) {
  return format_of_magic(file.peek(looked_at), std::nullopt) == SourceFormat::archive;
}

GuessedFormat guess_format(InputFile& file) {
  const std::string_view begin = file.peek(looked_at);
  const std::string_view name = file.origin().name();
  std::optional<SourceFormat> named = format_of_media_type(file.origin().media_type);
  const std::string extension = named ? "" : extension_of(name);
  if (is_companion_name('x' + ('.' + extension)) || has(unreadable, extension)) {
    return {{}, "it is no text but ." + extension + "; left out"};
  }
  named = named ? named : find(extensions, extension);
  if (const auto format = format_of_magic(begin, named)) {
    return {*format};
  }
  if (named && !is_of_text(*named) && begin.empty()) {
    return {{}, "it is empty; left out"};
  }
  // Old tar has no mark; libarchive knows it by its sums.
  if (named == SourceFormat::archive) {
    return {*named};
  }
  if (named && !is_of_text(*named)) {
    return {{}, "it is no " + extension + ", as its name says; left out"};
  }
  const std::string text = ascii_of(begin);
  const std::string root = root_element(text);
  if (const auto format = format_of_root(root)) {
    return {*format};
  }
  const bool says_xml = named == SourceFormat::feed || (!named && text.starts_with("<?xml"));
  if (says_xml && text.find_first_not_of(ascii_spaces) != std::string::npos) {
    return {{},
            "it is XML, but neither a feed nor a wiki nor a page" +
                (root.empty() ? "" : ", but <" + root + '>') + "; left out"};
  }
  const bool may_be_json = !named || named == SourceFormat::json || named == SourceFormat::jsonl;
  if (may_be_json && begins_json(text)) {
    return {format_of_json(file, named.value_or(SourceFormat::text))};
  }
  return {says_xml ? SourceFormat::text : named.value_or(SourceFormat::text)};
}

}  // namespace pilcrow
