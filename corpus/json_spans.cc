// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_spans.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "corpus/ascii.h"
#include "corpus/formats/spelling.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

constexpr std::string_view replacement_text = "\uFFFD";

// The quotation mark that ends the string whose first byte is at `begin`.
std::size_t string_end(std::string_view json, std::size_t begin) {
  for (std::size_t at = begin; (at = json.find('"', at)) != std::string_view::npos; ++at) {
    std::size_t slash = at;
    while (slash > begin && json[slash - 1] == '\\') {
      --slash;
    }
    if ((at - slash) % 2 == 0) {
      return at;
    }
  }
  return json.size();
}

std::size_t skip_space(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(ascii_spaces, at), json.size());
}

// The four digits of a \u escape at `at`, if that is one.
std::optional<std::uint32_t> unit_at(std::string_view spelling, std::size_t at) {
  constexpr std::size_t escape_bytes = 6;
  const std::string_view escape = spelling.substr(std::min(at, spelling.size()), escape_bytes);
  if (escape.size() < escape_bytes || !escape.starts_with("\\u")) {
    return std::nullopt;
  }
  std::uint32_t value = 0;
  for (const char digit : escape.substr(2)) {
    constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
    const std::size_t found = digits.find(digit);
    if (found == std::string_view::npos) {
      return std::nullopt;
    }
    value = value * 16 + static_cast<std::uint32_t>(found % 16);
  }
  return value;
}

struct Escape {
  std::size_t bytes = 2;
  std::string text = {};
};

// NUL and half a surrogate pair are no text, so they become U+FFFD.
Escape unicode_escape_at(std::string_view spelling, std::size_t at, std::uint32_t unit) {
  constexpr std::size_t escape_bytes = 6;
  if (unit == 0 || (unit >= 0xDC00 && unit < 0xE000)) {
    return {escape_bytes, std::string(replacement_text)};
  }
  if (unit < 0xD800 || unit >= 0xE000) {
    return {escape_bytes, utf8_of(unit)};
  }
  const std::optional<std::uint32_t> low = unit_at(spelling, at + escape_bytes);
  if (!low || *low < 0xDC00 || *low >= 0xE000) {
    return {escape_bytes, std::string(replacement_text)};
  }
  return {2 * escape_bytes, utf8_of(0x10000 + ((unit - 0xD800) << 10) + (*low - 0xDC00))};
}

Escape escape_at(std::string_view spelling, std::size_t at) {
  if (const std::optional<std::uint32_t> unit = unit_at(spelling, at)) {
    return unicode_escape_at(spelling, at, *unit);
  }
  constexpr std::string_view marks = "bfnrt";
  constexpr std::string_view meanings = "\b\f\n\r\t";
  const char mark = spelling[at + 1];
  const std::size_t known = marks.find(mark);
  if (known != std::string_view::npos) {
    return {2, std::string(meanings.substr(known, 1))};
  }
  const bool is_itself = mark == '"' || mark == '\\' || mark == '/';
  return is_itself ? Escape{2, {mark}} : Escape{1, "\\"};
}

bool is_key_of(std::string_view key, std::string_view names) {
  return names.starts_with(key) && (names.size() == key.size() || names[key.size()] == '.');
}

}  // namespace

void JsonPath::key(std::string_view name) {
  if (!is_known()) {
    return;
  }
  names_.resize(objects_ > 1 ? ends_[objects_ - 2] : 0);
  names_ += objects_ > 1 ? "." : "";
  names_ += name;
  ends_[objects_ - 1] = names_.size();
}

JsonCursor::Place JsonCursor::next() {
  while (!is_complete_ && at_ < json_.size()) {
    const std::size_t here = at_++;
    switch (json_[here]) {
      case '"':
        return string_at(at_);
      case '{':
        path_.open_object();
        break;
      case '}':
        path_.close_object();
        is_complete_ = path_.objects() == 0;
        break;
      case '[':
        path_.open_list();
        span_ = {here, at_};
        return Place::list;
      case ']':
        path_.close_list();
        break;
      default:
        break;
    }
  }
  return Place::end;
}

JsonCursor::Place JsonCursor::string_at(std::size_t begin) {
  span_ = {begin, string_end(json_, begin)};
  at_ = std::min(span_.end + 1, json_.size());
  const std::size_t colon = skip_space(json_, at_);
  if (json_.substr(colon, 1) != ":") {
    return Place::string;
  }
  if (path_.is_known()) {
    const std::string_view name = json_.substr(begin, span_.size());
    const bool is_plain = name.find('\\') == std::string_view::npos;
    path_.key(is_plain ? name : json_string_text(name));
  }
  return Place::key;
}

std::vector<Span> find_json_strings(std::string_view json, std::string_view names) {
  std::vector<Span> found;
  const auto dots = static_cast<std::size_t>(std::count(names.begin(), names.end(), '.'));
  JsonCursor cursor(json, dots + 1);
  for (JsonCursor::Place place = cursor.next(); place != JsonCursor::Place::end;
       place = cursor.next()) {
    const JsonPath& path = cursor.path();
    if (place == JsonCursor::Place::key && !path.in_list() && path.is_known() &&
        is_key_of(path.names(), names)) {
      found.clear();
    } else if (place == JsonCursor::Place::string && path.is_known() && path.names() == names) {
      found.push_back(cursor.span());
    }
  }
  return found;
}

std::string decode_json_string(std::string_view spelling, OffsetMap& map) {
  std::string text;
  text.reserve(spelling.size());
  std::size_t at = 0;
  while (at < spelling.size()) {
    // A backslash at the very end escapes nothing and stands for itself.
    const std::size_t found = spelling.substr(0, spelling.size() - 1).find('\\', at);
    const std::size_t plain = std::min(found, spelling.size()) - at;
    text += spelling.substr(at, plain);
    map.copy(plain);
    at += plain;
    if (at < spelling.size()) {
      const Escape escape = escape_at(spelling, at);
      text += escape.text;
      map.convert(escape.text.size(), escape.bytes);
      at += escape.bytes;
    }
  }
  return text;
}

std::string json_string_text(std::string_view spelling) {
  OffsetMap ignored;
  return decode_json_string(spelling, ignored);
}

std::size_t JsonEndFinder::feed(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size(); ++at) {
    const char byte = piece[at];
    if (in_string_) {
      in_string_ = escaped_ || byte != '"';
      escaped_ = !escaped_ && byte == '\\';
      continue;
    }
    in_string_ = byte == '"';
    if (kind_ == Kind::unknown) {
      kind_ = byte == '{' ? Kind::object : Kind::other;
    } else if (kind_ == Kind::other && depth_ == 0 &&
               (byte == ',' || byte == ']' || byte == '{' || byte == '}')) {
      return at;
    }
    const bool counts_lists = kind_ == Kind::other;
    depth_ += byte == '{' || (counts_lists && byte == '[') ? 1U : 0U;
    depth_ -= depth_ > 0 && (byte == '}' || (counts_lists && byte == ']')) ? 1U : 0U;
    if (kind_ == Kind::object && depth_ == 0) {
      return at + 1;
    }
  }
  return npos;
}

}  // namespace pilcrow
