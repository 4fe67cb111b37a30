// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/http_response.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "corpus/archive_stream.h"
#include "corpus/letters.h"
#include "pilcrow/error.h"

namespace pilcrow {
namespace {

// Nothing where `body` is not in chunks, as of crawlers that undo them and keep the field.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    std::size_t size = 0;
    const auto [end, status] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (status != std::errc() || (end != line.data() + line.size() && *end != ';' && *end != ' ')) {
      return whole.empty() ? std::nullopt : std::optional(whole);
    }
    if (size == 0) {
      break;
    }
    whole += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);
  }
  return whole;
}

// Nothing where it is damaged or too large.
std::optional<std::string> unpack(std::string body, std::size_t bytes_max) {
  auto archive = std::make_shared<ArchiveStream>(
      std::make_unique<InputFile>(make_memory_stream(std::move(body)), SourceOrigin{}),
      ReadOptions{});
  try {
    if (!archive->next_member()) {
      return "";
    }
    std::string whole = open_member(archive, "")->read_all(bytes_max);
    return whole.size() > bytes_max ? std::nullopt : std::optional(std::move(whole));
  } catch (const Error&) {
    return std::nullopt;
  }
}

void undo_codings(const HeaderFields& fields, std::string_view body, std::size_t bytes_max,
                  HttpResponse& response) {
  std::optional<std::string> joined;
  if (lower_case(field(fields, "transfer-encoding")).find("chunked") != std::string::npos) {
    joined = join_chunks(body);
  }
  response.payload = joined ? *std::move(joined) : std::string(body);
  const std::string coding = lower_case(field(fields, "content-encoding"));
  // Some crawlers undo the encoding and keep the field.
  const bool is_gzip = response.payload.starts_with("\x1F\x8B");
  if (coding.empty() || coding == "identity" || (coding.ends_with("gzip") && !is_gzip)) {
    return;
  }
  std::optional<std::string> unpacked;
  if (coding == "gzip" || coding == "x-gzip") {
    unpacked = unpack(std::move(response.payload), bytes_max);
  }
  response.unknown_coding = unpacked ? "" : coding;
  response.payload = std::move(unpacked).value_or("");
}

}  // namespace

HeaderFields take_header_fields(std::string_view& text) {
  HeaderFields fields;
  for (std::string_view line = take_line(text); !line.empty(); line = take_line(text)) {
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
      fields[lower_case(line.substr(0, colon))] = one_line(line.substr(colon + 1));
    }
  }
  return fields;
}

std::string field(const HeaderFields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? "" : found->second;
}

MediaType parse_media_type(std::string_view value) {
  const std::string small = lower_case(value);
  MediaType media_type{.type = one_line(small.substr(0, small.find(';')))};
  constexpr std::string_view parameter = "charset=";
  const std::size_t at = small.find(parameter);
  if (at != std::string::npos) {
    std::string_view charset = std::string_view(small).substr(at + parameter.size());
    charset.remove_prefix(charset.find_first_not_of("\"' ") == 1 ? 1 : 0);
    media_type.charset = charset.substr(0, charset.find_first_of("\"'; "));
  }
  return media_type;
}

HttpResponse parse_http_response(std::string_view message, std::size_t payload_bytes_max) {
  HttpResponse response;
  const std::string_view status_line = take_line(message);
  const std::size_t space = status_line.find(' ');
  if (!status_line.starts_with("HTTP/") || space == std::string_view::npos) {
    return response;
  }
  const std::string_view code = status_line.substr(space + 1);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  const HeaderFields fields = take_header_fields(message);
  response.media_type = parse_media_type(field(fields, "content-type"));
  if (response.status == 200) {
    undo_codings(fields, message, payload_bytes_max, response);
  }
  return response;
}

}  // namespace pilcrow
