// SPDX-License-Identifier: GPL-2.0-or-later
// What a usual JSON text consists of, found many times faster than by a parser that says what is
// wrong with unusual ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/article.h"

namespace pilcrow {

struct JsonToken {
  enum class Kind : std::uint8_t {
    key,
    string,
    number,   // Spelled as it is to be understood.
    literal,  // true, false or null.
    open_object,
    close_object,
    open_list,
    close_list
  };

  Kind kind = Kind::literal;
  bool has_escapes = false;
  Span span = {};  // Of a key or string, between the quotation marks.
};

class JsonTokens {
 public:
  // True where all of `json` is one value (RFC 8259) in valid UTF-8, in which every number is an
  // integer of at most 18 digits or has at most 15 digits and no exponent, and every escape is text
  // but NUL.  False says nothing: a whole parser must look.
  bool read(std::string_view json);

  const std::vector<JsonToken>& tokens() const noexcept { return tokens_; }

 private:
  bool read_value();
  bool read_members();
  bool read_key();
  bool end_values();
  bool read_string(JsonToken::Kind kind);
  bool skip_escape();
  bool read_number();
  bool read_literal(std::string_view literal);
  std::size_t skip_digits();
  char skip_space();
  char byte() const { return at_ < json_.size() ? json_[at_] : '\0'; }
  void add(JsonToken::Kind kind, std::size_t begin) {
    tokens_.push_back({kind, false, {begin, at_}});
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string open_;  // The braces and brackets around `at_`.
  std::vector<JsonToken> tokens_;
};

}  // namespace pilcrow
