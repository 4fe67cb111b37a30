// SPDX-License-Identifier: GPL-2.0-or-later
// HTTP messages, as crawls keep them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace pilcrow {

// Fields "Name: value" by their names in lower case; of two with one name the last counts.  Takes
// lines from `text` up to and with the first empty one.
using HeaderFields = std::map<std::string, std::string>;
HeaderFields take_header_fields(std::string_view& text);

// The value of a field; empty where there is none.
std::string field(const HeaderFields& fields, const std::string& name);

// The parts of "text/html; charset=utf-8", in lower case.
struct MediaType {
  std::string type = {};
  std::string charset = {};
};
MediaType parse_media_type(std::string_view value);

struct HttpResponse {
  int status = 0;  // 0: it is no HTTP response.
  MediaType media_type = {};
  std::string payload = {};         // Without transfer and content encoding.
  std::string unknown_coding = {};  // The content encoding that could not be undone.
};

// A payload that unpacks to more than `payload_bytes_max` has the coding "gzip" that can't be
// undone.
HttpResponse parse_http_response(std::string_view message, std::size_t payload_bytes_max);

}  // namespace pilcrow
