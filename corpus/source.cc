// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>

#include "corpus/charset_names.h"
#include "corpus/formats/readers.h"

namespace pilcrow {
namespace {

// A file's name tells; standard input has none, so its first byte does.
SourceFormat guess_format(InputFile& file) {
  if (file.origin().path == "-") {
    constexpr std::size_t enough = 4096;
    const std::string_view begin = file.peek(enough);
    const std::size_t first = begin.find_first_not_of(" \t\r\n");
    const bool is_object = first != std::string_view::npos && begin[first] == '{';
    return is_object ? SourceFormat::jsonl : SourceFormat::text;
  }
  const std::string extension = std::filesystem::path(file.origin().name()).extension().string();
  return extension == ".jsonl" || extension == ".ndjson" ? SourceFormat::jsonl : SourceFormat::text;
}

}  // namespace

ReaderPointer make_reader(InputPointer file, SourceFormat format, const ReadOptions& options,
                          int /*depth*/) {
  if (format == SourceFormat::automatic) {
    format = guess_format(*file);
  }
  return format == SourceFormat::jsonl ? make_jsonl_reader(std::move(file), options)
                                       : make_text_reader(std::move(file), options);
}

std::unique_ptr<ArticleReader> open_source(const std::string& path, SourceFormat format,
                                           const ReadOptions& options) {
  require_charset(options.charset);
  const std::string normal =
      path == "-" ? path : std::filesystem::path(path).lexically_normal().string();
  return make_reader(
      std::make_unique<InputFile>(open_file_stream(normal), SourceOrigin{.path = normal}), format,
      options);
}

}  // namespace pilcrow
