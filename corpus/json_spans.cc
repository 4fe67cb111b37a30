// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_spans.h"

#include <algorithm>
#include <cstdint>

namespace pilcrow {
namespace {

// The quotation mark that ends the string whose first byte is at `at`.
std::size_t string_end(std::string_view json, std::size_t at) {
  while (at < json.size() && json[at] != '"') {
    at += json[at] == '\\' ? 2 : 1;
  }
  return std::min(at, json.size());
}

std::size_t skip_space(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(" \t\r\n", at), json.size());
}

std::uint32_t hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits) {
    const int low = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    value = value * 16 + static_cast<std::uint32_t>(low);
  }
  return value;
}

struct Escape {
  std::size_t spelled = 2;
  std::size_t decoded = 1;  // Bytes of UTF-8.
};

Escape escape_at(std::string_view spelling, std::size_t at) {
  if (spelling.substr(at + 1, 1) != "u") {
    return {};
  }
  const std::uint32_t unit = hexadecimal(spelling.substr(at + 2, 4));
  if (unit >= 0xD800 && unit < 0xDC00) {
    return {12, 4};  // A surrogate pair.
  }
  return {6, unit < 0x80 ? 1U : unit < 0x800 ? 2U : 3U};
}

}  // namespace

std::optional<Span> find_json_string(std::string_view json, std::string_view key) {
  std::optional<Span> found;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] != '"') {
      depth += json[at] == '{' || json[at] == '[' ? 1U : 0U;
      depth -= json[at] == '}' || json[at] == ']' ? 1U : 0U;
      continue;
    }
    const std::size_t end = string_end(json, at + 1);
    const std::size_t colon = skip_space(json, end + 1);
    const bool is_key = depth == 1 && colon < json.size() && json[colon] == ':';
    const std::string_view name = json.substr(at + 1, end - at - 1);
    if (is_key && name.find('\\') != std::string_view::npos) {
      found.reset();  // It may spell `key`, and would then be the one that counts.
    } else if (is_key && name == key) {
      const std::size_t value = skip_space(json, colon + 1);
      if (value < json.size() && json[value] == '"') {
        const std::size_t value_end = string_end(json, value + 1);
        found = Span{value + 1, value_end};
        at = value_end;
        continue;
      }
      found.reset();
    }
    at = end;
  }
  return found;
}

std::size_t JsonStringMap::spelled(std::size_t decoded) {
  while (decoded_ < decoded && spelled_ < spelling_.size()) {
    const std::size_t escape = std::min(spelling_.find('\\', spelled_), spelling_.size());
    const std::size_t plain = std::min(escape - spelled_, decoded - decoded_);
    spelled_ += plain;
    decoded_ += plain;
    if (decoded_ < decoded && spelled_ < spelling_.size()) {
      const Escape one = escape_at(spelling_, spelled_);
      spelled_ += one.spelled;
      decoded_ += one.decoded;
    }
  }
  return spelled_;
}

}  // namespace pilcrow
