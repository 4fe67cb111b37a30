// SPDX-License-Identifier: GPL-2.0-or-later
#include <limits>
#include <utility>

#include "corpus/archive_stream.h"
#include "corpus/format_names.h"
#include "corpus/pdf_text.h"
#include "corpus/temporary_file.h"
#include "corpus/warc_stream.h"
#include "pilcrow/article.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

using InputPointer = std::unique_ptr<InputFile>;

// Archives that hold themselves exist; names in an index may be anything.
constexpr int depth_max = 16;
constexpr std::string_view text_of_pdf = "pdftotext";

// What was indexed was within the limits of its time, which are not known here.
ReadOptions wide_options() {
  constexpr std::size_t record_bytes_max = std::size_t{2} << 30;
  return {.article_bytes_max = record_bytes_max};
}

InputPointer find_member(InputPointer file, std::string_view member, int depth);

InputPointer find_in_archive(InputPointer file, std::string_view member, int depth) {
  const auto archive = std::make_shared<ArchiveStream>(std::move(file), wide_options());
  while (const std::optional<ArchiveMember> found = archive->next_member()) {
    if (!found->is_file || found->is_encrypted || !member.starts_with(found->name)) {
      continue;
    }
    std::string_view within = member.substr(found->name.size());
    if (!within.empty() && within.front() != '/') {
      continue;
    }
    within.remove_prefix(within.empty() ? 0 : 1);
    if (InputPointer inner = find_member(open_member(archive, found->name), within, depth + 1)) {
      return inner;
    }
  }
  return nullptr;
}

InputPointer find_in_warc(InputPointer file, std::string_view member, int depth) {
  WarcStream warc(std::move(file), wide_options());
  WarcCapture capture;
  std::vector<Problem> ignored;
  while (warc.next(capture, ignored)) {
    if (!member.starts_with(capture.url)) {
      continue;
    }
    std::string_view within = member.substr(capture.url.size());
    if (!within.empty() && within.front() != '/') {
      continue;
    }
    within.remove_prefix(within.empty() ? 0 : 1);
    if (InputPointer inner =
            find_member(open_capture(warc.origin(), std::move(capture)), within, depth + 1)) {
      return inner;
    }
  }
  return nullptr;
}

// Where its text, which PDF has in no bytes of its own, counts as a member.
InputPointer find_in_pdf(InputFile& file, std::string_view member) {
  if (member != text_of_pdf) {
    return nullptr;
  }
  const TemporaryFile pdf(file.read_all(wide_options().article_bytes_max));
  return std::make_unique<InputFile>(make_memory_stream(pdf_text(pdf.path(), wide_options())),
                                     file.origin());
}

// Null where there is none.
InputPointer find_member(InputPointer file, std::string_view member, int depth) {
  if (member.empty() || depth > depth_max) {
    return member.empty() ? std::move(file) : nullptr;
  }
  switch (guess_format(*file).format) {
    case SourceFormat::archive:
    case SourceFormat::epub:
    case SourceFormat::docx:
      return find_in_archive(std::move(file), member, depth);
    case SourceFormat::warc:
      return find_in_warc(std::move(file), member, depth);
    case SourceFormat::pdf:
      return find_in_pdf(*file, member);
    default:
      return nullptr;
  }
}

std::string read_member(const std::string& path, const std::string& member, const Span& span) {
  const InputPointer found = find_member(
      std::make_unique<InputFile>(open_file_stream(path), SourceOrigin{.path = path}), member, 0);
  if (found == nullptr) {
    throw Error(ErrorCode::not_found, "there is no such member; the file may have changed");
  }
  const bool is_there = span.begin <= span.end && found->skip(span.begin) == span.begin;
  std::string bytes = is_there ? found->read(span.size()) : "";
  if (!is_there || bytes.size() < span.size()) {
    throw Error(ErrorCode::not_found, "it has no bytes " + std::to_string(span.begin) + " to " +
                                          std::to_string(span.end) + "; it may have changed");
  }
  return bytes;
}

}  // namespace

std::string read_source(const std::string& path, const std::string& member, const Span& span) {
  if (path == "-") {
    throw Error(ErrorCode::not_found, "read -: standard input can't be read again");
  }
  if (member.empty()) {
    return read_file_bytes(path, span);
  }
  try {
    return read_member(path, member, span);
  } catch (const Error& error) {
    throw Error(error.code(), "read " + path + '/' + member + ": " + error.what());
  }
}

}  // namespace pilcrow
