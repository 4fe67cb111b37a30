// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/json_text.h"

#include <unicode/utf8.h>
#include <array>
#include <nlohmann/json.hpp>

namespace pilcrow {
namespace {

// What stands for a byte in a string; nothing where it stands for itself.
std::string_view escape_of(unsigned char byte) {
  switch (byte) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return {};
  }
}

constexpr std::array<bool, 256> stand_for_themselves = [] {
  std::array<bool, 256> plain = {};
  for (std::size_t byte = ' '; byte < 0x80; ++byte) {
    plain[byte] = byte != '"' && byte != '\\';
  }
  return plain;
}();

}  // namespace

JsonText& JsonText::begin(char bracket) {
  separate();
  text_.push_back(bracket);
  ++depth_;
  is_first_ = true;
  return *this;
}

JsonText& JsonText::end(char bracket) {
  --depth_;
  if (!is_first_) {
    break_line();
  }
  text_.push_back(bracket);
  is_first_ = false;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  quote(name);
  text_.append(indent_ > 0 ? ": " : ":");
  has_key_ = true;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

// The shortest digits that give the number back, which nlohmann finds as well as anyone.
JsonText& JsonText::value(double number) {
  return plain(nlohmann::json(number).dump());
}

JsonText& JsonText::plain(std::string_view text) {
  separate();
  text_.append(text);
  return *this;
}

void JsonText::separate() {
  if (std::exchange(has_key_, false) || depth_ == 0) {
    return;
  }
  if (!std::exchange(is_first_, false)) {
    text_.push_back(',');
  }
  break_line();
}

void JsonText::break_line() {
  if (indent_ > 0) {
    text_.push_back('\n');
    text_.append(indent_ * depth_, ' ');
  }
}

void JsonText::quote(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  text_.push_back('"');
  std::size_t begin = 0;  // Of what stands for itself.
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const std::uint8_t byte = bytes[i];
    if (stand_for_themselves[byte]) {
      ++i;
      continue;
    }
    UChar32 character = 0;  // Negative where it is none.
    U8_NEXT(bytes, i, text.size(), character);
    if (character >= 0x80) {
      continue;
    }
    text_.append(text.substr(begin, at - begin));
    begin = i;
    if (character < 0) {
      text_.append("\xEF\xBF\xBD");
    } else if (const std::string_view escape = escape_of(byte); !escape.empty()) {
      text_.append(escape);
    } else {
      constexpr std::string_view digits = "0123456789abcdef";
      text_.append("\\u00").push_back(digits[byte >> 4]);
      text_.push_back(digits[byte & 0xf]);
    }
  }
  text_.append(text.substr(begin)).push_back('"');
}

}  // namespace pilcrow
