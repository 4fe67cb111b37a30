// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/warc_stream.h"

#include <charconv>
#include <utility>

#include "corpus/format_names.h"
#include "corpus/letters.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::string_view version = "WARC/1.";
constexpr std::size_t header_bytes_max = std::size_t{64} << 10;

// 1.0 wrote URIs in angle brackets, as its grammar had them.
std::string plain_uri(std::string uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) {
    uri = uri.substr(1, uri.size() - 2);
  }
  std::size_t replaced = 0;
  return repair_utf8(uri, replaced);
}

bool is_delivered(const HeaderFields& fields) {
  const std::string type = lower_case(field(fields, "warc-type"));
  return (type == "response" || type == "resource" || type == "conversion") &&
         !field(fields, "warc-target-uri").empty();
}

bool is_text(const MediaType& media_type) {
  return format_of_media_type(media_type.type).has_value();
}

}  // namespace

void WarcStream::note(std::string reason, std::vector<Problem>& problems) {
  broken_.add({origin().id(), "", std::move(reason), record_begin_}, problems);
}

bool WarcStream::next(WarcCapture& capture, std::vector<Problem>& problems) {
  while (find_record(problems)) {
    if (read_record(capture, problems)) {
      return true;
    }
  }
  broken_.finish(origin().id(), problems);
  return false;
}

// Goes to the next line that begins a record; what is passed over other than empty lines is a
// problem.
bool WarcStream::find_record(std::vector<Problem>& problems) {
  bool is_told = false;
  while (!file_->peek(1).empty()) {
    if (file_->peek(version.size()) == version) {
      record_begin_ = file_->offset();
      return true;
    }
    std::string_view line;
    bool too_long = false;
    record_begin_ = is_told ? record_begin_ : file_->offset();
    file_->next_line(line, header_bytes_max, too_long);
    if ((too_long || !line.empty()) && !std::exchange(is_told, true)) {
      note("a record does not begin where the one before ends; left out up to the next one",
           problems);
    }
  }
  return false;
}

bool WarcStream::read_record(WarcCapture& capture, std::vector<Problem>& problems) {
  std::string header;
  std::string_view line;
  bool too_long = false;
  while (file_->next_line(line, header_bytes_max, too_long) && !line.empty() &&
         header.size() <= header_bytes_max) {
    header += line;
    header += '\n';
  }
  std::string_view lines = header;
  const HeaderFields fields = take_header_fields(lines);
  const std::string written = field(fields, "content-length");
  std::uint64_t bytes = 0;
  const auto [end, status] =
      std::from_chars(written.data(), written.data() + written.size(), bytes);
  if (status != std::errc() || *end != '\0') {
    note("a record does not say how long it is; left out", problems);
    return false;
  }
  const bool is_wanted = is_delivered(fields);
  if (is_wanted && bytes <= record_bytes_max_) {
    std::string content = file_->read(static_cast<std::size_t>(bytes));
    if (content.size() == bytes) {
      return take_content(fields, std::move(content), capture, problems);
    }
    note("the file ends within a record; left out", problems);
  } else if (file_->skip(bytes) < bytes) {
    note("the file ends within a record; left out", problems);
  } else if (is_wanted) {
    note("a record has more than " + std::to_string(record_bytes_max_) + " bytes; left out",
         problems);
  }
  return false;
}

bool WarcStream::take_content(const HeaderFields& fields, std::string content, WarcCapture& capture,
                              std::vector<Problem>& problems) {
  capture.url = plain_uri(field(fields, "warc-target-uri"));
  capture.date = field(fields, "warc-date");
  capture.media_type = parse_media_type(field(fields, "content-type"));
  if (capture.media_type.type == "application/http") {
    HttpResponse response = parse_http_response(content, record_bytes_max_);
    const bool is_readable = response.status == 200 && is_text(response.media_type);
    if (is_readable && !response.unknown_coding.empty() &&
        unknown_codings_.insert(response.unknown_coding).second) {
      note("its content is encoded as " + response.unknown_coding +
               ", which can't be undone; all such records are left out",
           problems);
    }
    capture.media_type = std::move(response.media_type);
    capture.payload = std::move(response.payload);
    return is_readable && response.unknown_coding.empty();
  }
  capture.payload = std::move(content);
  return is_text(capture.media_type);
}

std::unique_ptr<InputFile> open_capture(const SourceOrigin& warc, WarcCapture&& capture) {
  SourceOrigin page = warc;
  page.member += (page.member.empty() ? "" : "/") + capture.url;
  page.media_type = std::move(capture.media_type.type);
  page.charset = std::move(capture.media_type.charset);
  page.url = std::move(capture.url);
  page.date = std::move(capture.date);
  return std::make_unique<InputFile>(make_memory_stream(std::move(capture.payload)),
                                     std::move(page));
}

}  // namespace pilcrow
