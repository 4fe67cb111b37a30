// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <utility>

#include "corpus/charset_names.h"
#include "corpus/format_names.h"
#include "corpus/formats/readers.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

// Of a file that is left out: delivers nothing but the reason.
class RefusingReader : public ArticleReader {
 public:
  RefusingReader(std::string source, std::string reason)
      : problem_{std::move(source), "", std::move(reason)} {}

  bool next(Article& /*article*/, std::vector<Problem>& problems) override {
    if (!std::exchange(told_, true)) {
      problems.push_back(problem_);
    }
    return false;
  }

 private:
  Problem problem_;
  bool told_ = false;
};

ReaderPointer refuse(const InputFile& file, std::string reason) {
  return std::make_unique<RefusingReader>(file.origin().id(), std::move(reason));
}

ReaderPointer open_archive(InputPointer file, SourceFormat members, const ReadOptions& options,
                           int depth) {
  if (depth > options.archive_depth_max) {
    return refuse(*file, "it lies within more than " + std::to_string(options.archive_depth_max) +
                             " archives; left out");
  }
  return make_archive_reader(std::move(file), options, depth, members);
}

}  // namespace

ReaderPointer make_reader(InputPointer file, SourceFormat format, const ReadOptions& options,
                          int depth) {
  SourceFormat members = SourceFormat::automatic;
  if (format == SourceFormat::automatic) {
    GuessedFormat guess = guess_format(*file);
    if (!guess.refusal.empty()) {
      return refuse(*file, std::move(guess.refusal));
    }
    format = guess.format;
  } else if (format != SourceFormat::epub && format != SourceFormat::docx && is_archive(*file)) {
    // What the user says of "dump.xml.bz2" he says of what is inside.
    members = format == SourceFormat::archive ? members : format;
    format = SourceFormat::archive;
  }
  switch (format) {
    case SourceFormat::automatic:
    case SourceFormat::text:
      return make_text_reader(std::move(file), options);
    case SourceFormat::html:
      return make_html_reader(std::move(file), options);
    case SourceFormat::markdown:
      return make_markdown_reader(std::move(file), options);
    case SourceFormat::jsonl:
      return make_jsonl_reader(std::move(file), options);
    case SourceFormat::json:
      return make_json_reader(std::move(file), options);
    case SourceFormat::csv:
      return make_csv_reader(std::move(file), '\0', options);
    case SourceFormat::tsv:
      return make_csv_reader(std::move(file), '\t', options);
    case SourceFormat::feed:
      return make_feed_reader(std::move(file), options);
    case SourceFormat::mediawiki:
      return make_mediawiki_reader(std::move(file), options);
    case SourceFormat::epub:
      return make_epub_reader(std::move(file), options);
    case SourceFormat::docx:
      return make_docx_reader(std::move(file), options);
    case SourceFormat::pdf:
      return make_pdf_reader(std::move(file), options);
    case SourceFormat::archive:
      return open_archive(std::move(file), members, options, depth);
    case SourceFormat::warc:
      return make_warc_reader(std::move(file), options, depth);
  }
  throw Error(ErrorCode::invalid_argument, "open " + file->origin().id() + ": no such format");
}

namespace {

// Counts what is taken of a file.
class CountingStream : public ByteStream {
 public:
  CountingStream(std::unique_ptr<ByteStream> stream, std::shared_ptr<std::uint64_t> count)
      : stream_(std::move(stream)), count_(std::move(count)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t taken = stream_->read(buffer, size);
    *count_ += taken;
    return taken;
  }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::shared_ptr<std::uint64_t> count_;
};

class CountingReader : public ArticleReader {
 public:
  CountingReader(ReaderPointer reader, std::shared_ptr<std::uint64_t> count)
      : reader_(std::move(reader)), count_(std::move(count)) {}

  bool next(Article& article, std::vector<Problem>& problems) override {
    return reader_->next(article, problems);
  }
  std::uint64_t bytes_read() const override { return *count_; }

 private:
  ReaderPointer reader_;
  std::shared_ptr<std::uint64_t> count_;
};

}  // namespace

std::unique_ptr<ArticleReader> open_source(const std::string& path, SourceFormat format,
                                           const ReadOptions& options) {
  require_charset(options.charset);
  const std::string normal =
      path == "-" ? path : std::filesystem::path(path).lexically_normal().string();
  auto count = std::make_shared<std::uint64_t>(0);
  auto stream = std::make_unique<CountingStream>(open_file_stream(normal), count);
  return std::make_unique<CountingReader>(
      make_reader(std::make_unique<InputFile>(std::move(stream), SourceOrigin{.path = normal}),
                  format, options),
      std::move(count));
}

}  // namespace pilcrow
