// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/json_tokens.h"

#include <cstring>

#include "corpus/ascii.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

// Whether one of eight bytes is a quotation mark, a backslash or below the space.  (A byte of 0x80
// and above is none of them; that a byte may be taken for one because of its neighbour only costs a
// second look.)
bool may_end_plain_text(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t high = 0x80 * ones;
  const auto has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & high; };
  const std::uint64_t controls = (eight - 0x20 * ones) & ~eight & high;
  return (has_zero(eight ^ '"' * ones) | has_zero(eight ^ '\\' * ones) | controls) != 0;
}

bool ends_plain_text(char byte) {
  return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20;
}

// The value of the four hexadecimal digits in front of `text`; 0, which no text is, for others.
unsigned unit_of(std::string_view text) {
  unsigned unit = 0;
  for (const char byte : text.substr(0, 4)) {
    const char lower = static_cast<char>(byte | 0x20);
    if (!is_digit(byte) && (lower < 'a' || lower > 'f')) {
      return 0;
    }
    unit = unit * 16 + static_cast<unsigned>(is_digit(byte) ? byte - '0' : lower - 'a' + 10);
  }
  return text.size() < 4 ? 0 : unit;
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

bool JsonTokens::read(std::string_view json) {
  json_ = json;
  at_ = 0;
  open_.clear();
  tokens_.clear();
  if (!is_valid_utf8(json)) {
    return false;
  }
  skip_space();
  if (!read_value()) {
    return false;
  }
  while (!open_.empty()) {
    if (!read_members()) {
      return false;
    }
  }
  skip_space();
  return at_ == json_.size();
}

// One value, of an object or a list its beginning.
bool JsonTokens::read_value() {
  switch (byte()) {
    case '"':
      return read_string(JsonToken::Kind::string);
    case '{':
    case '[': {
      const bool is_object = byte() == '{';
      open_ += byte();
      ++at_;
      add(is_object ? JsonToken::Kind::open_object : JsonToken::Kind::open_list, at_ - 1);
      return true;
    }
    case 't':
      return read_literal("true");
    case 'f':
      return read_literal("false");
    case 'n':
      return read_literal("null");
    default:
      return read_number();
  }
}

// From behind an opening brace or bracket or a value within one: up to the next beginning or end.
bool JsonTokens::read_members() {
  const bool in_object = open_.back() == '{';
  const JsonToken::Kind last = tokens_.back().kind;
  const bool is_first = last == JsonToken::Kind::open_object || last == JsonToken::Kind::open_list;
  char next = skip_space();
  if (next == (in_object ? '}' : ']')) {
    return end_values();
  }
  if (!is_first) {
    if (next != ',') {
      return false;
    }
    ++at_;
    skip_space();
  }
  if (in_object && !read_key()) {
    return false;
  }
  return read_value();
}

bool JsonTokens::read_key() {
  if (byte() != '"' || !read_string(JsonToken::Kind::key) || skip_space() != ':') {
    return false;
  }
  ++at_;
  skip_space();
  return true;
}

bool JsonTokens::end_values() {
  const bool is_object = open_.back() == '{';
  open_.pop_back();
  ++at_;
  add(is_object ? JsonToken::Kind::close_object : JsonToken::Kind::close_list, at_ - 1);
  return true;
}

bool JsonTokens::read_string(JsonToken::Kind kind) {
  const std::size_t begin = ++at_;
  bool has_escapes = false;
  for (;;) {
    std::uint64_t eight = 0;
    while (at_ + sizeof eight <= json_.size()) {
      std::memcpy(&eight, json_.data() + at_, sizeof eight);
      if (may_end_plain_text(eight)) {
        break;
      }
      at_ += sizeof eight;
    }
    while (at_ < json_.size() && !ends_plain_text(json_[at_])) {
      ++at_;
    }
    if (byte() == '"') {
      tokens_.push_back({kind, has_escapes, {begin, at_++}});
      return true;
    }
    has_escapes = true;
    if (byte() != '\\' || !skip_escape()) {
      return false;
    }
  }
}

bool JsonTokens::skip_escape() {
  constexpr std::size_t unit_bytes = 6;
  const std::string_view escape = json_.substr(at_);
  if (escape.size() < 2) {
    return false;
  }
  if (escape[1] != 'u') {
    at_ += 2;
    return std::string_view("\"\\/bfnrt").find(escape[1]) != std::string_view::npos;
  }
  const unsigned unit = unit_of(escape.substr(2));
  at_ += unit_bytes;
  if (!is_high_surrogate(unit)) {
    return unit != 0 && !is_low_surrogate(unit);
  }
  const std::string_view low = json_.substr(at_);
  at_ += unit_bytes;
  return low.starts_with("\\u") && is_low_surrogate(unit_of(low.substr(2)));
}

bool JsonTokens::read_number() {
  constexpr std::size_t integer_digits_max = 18;
  constexpr std::size_t digits_max = 15;
  const std::size_t begin = at_;
  at_ += byte() == '-' ? 1 : 0;
  const bool is_zero = byte() == '0';
  const std::size_t digits = skip_digits();
  std::size_t decimals = 0;
  if (byte() == '.') {
    ++at_;
    decimals = skip_digits();
    if (decimals == 0 || digits + decimals > digits_max) {
      return false;
    }
  }
  // Of "-0" a whole parser makes 0.
  const bool is_minus_zero = is_zero && decimals == 0 && json_[begin] == '-';
  if (digits == 0 || digits > integer_digits_max || (is_zero && digits > 1) || is_minus_zero ||
      byte() == 'e' || byte() == 'E') {
    return false;
  }
  add(JsonToken::Kind::number, begin);
  return true;
}

bool JsonTokens::read_literal(std::string_view literal) {
  if (!json_.substr(at_).starts_with(literal)) {
    return false;
  }
  at_ += literal.size();
  add(JsonToken::Kind::literal, at_ - literal.size());
  return true;
}

std::size_t JsonTokens::skip_digits() {
  const std::size_t begin = at_;
  while (is_digit(byte())) {
    ++at_;
  }
  return at_ - begin;
}

// The byte behind white space.
char JsonTokens::skip_space() {
  while (byte() == ' ' || byte() == '\t' || byte() == '\r' || byte() == '\n') {
    ++at_;
  }
  return byte();
}

}  // namespace pilcrow
