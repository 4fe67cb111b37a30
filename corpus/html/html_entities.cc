// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/html/html_entities.h"

#include <libxml/HTMLparser.h>
#include <algorithm>
#include <array>
#include <cstdint>

namespace pilcrow {
namespace {

constexpr std::size_t entity_bytes_max = 8;  // Of the names that libxml2 knows.
constexpr std::uint32_t replacement_point = 0xFFFD;

// What pages mean by the numbers 0x80 to 0x9F: characters of Windows-1252.
constexpr std::array<std::uint16_t, 32> windows_characters = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Names of HTML 5 that libxml2 does not know and pages use.
struct NamedCharacter {
  std::string_view name;
  std::uint32_t code;
};
constexpr NamedCharacter later_names[] = {
    {"apos", '\''},     {"AMP", '&'},       {"LT", '<'},        {"GT", '>'},
    {"QUOT", '"'},      {"COPY", 0xA9},     {"REG", 0xAE},      {"NewLine", '\n'},
    {"Tab", '\t'},      {"period", '.'},    {"comma", ','},     {"colon", ':'},
    {"semi", ';'},      {"excl", '!'},      {"quest", '?'},     {"lpar", '('},
    {"rpar", ')'},      {"lsqb", '['},      {"rsqb", ']'},      {"num", '#'},
    {"percnt", '%'},    {"dollar", '$'},    {"ast", '*'},       {"plus", '+'},
    {"equals", '='},    {"sol", '/'},       {"commat", '@'},    {"lowbar", '_'},
    {"vert", '|'},      {"grave", '`'},     {"dash", 0x2010},   {"horbar", 0x2015},
    {"rsquor", 0x2019}, {"rdquor", 0x201D}, {"hairsp", 0x200A}, {"check", 0x2713},
    {"star", 0x2606},   {"starf", 0x2605},  {"phone", 0x260E},  {"numsp", 0x2007},
    {"puncsp", 0x2008}, {"mldr", 0x2026},   {"nldr", 0x2025},   {"ZeroWidthSpace", 0x200B},
    {"bigstar", 0x2605}};

void append_utf8(std::string& text, std::uint32_t code) {
  constexpr std::uint32_t low_bits = 0x3F;
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
    return;
  }
  if (code < 0x800) {
    put(0xC0 | (code >> 6));
  } else {
    if (code < 0x10000) {
      put(0xE0 | (code >> 12));
    } else {
      put(0xF0 | (code >> 18));
      put(0x80 | ((code >> 12) & low_bits));
    }
    put(0x80 | ((code >> 6) & low_bits));
  }
  put(0x80 | (code & low_bits));
}

std::uint32_t character_of_number(std::uint32_t number) {
  constexpr std::uint32_t last = 0x10FFFF;
  if (number >= 0x80 && number < 0xA0) {
    return windows_characters[number - 0x80];
  }
  const bool is_surrogate = number >= 0xD800 && number < 0xE000;
  return number == 0 || number > last || is_surrogate ? replacement_point : number;
}

int digit_value(char byte, bool hexadecimal) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (hexadecimal && byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (hexadecimal && byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return -1;
}

HtmlEntity read_number(std::string_view text) {
  constexpr std::uint32_t enough = 0x1000000;
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t begin = hexadecimal ? 3 : 2;
  std::size_t at = begin;
  std::uint32_t number = 0;
  for (int value = 0; at < text.size() && (value = digit_value(text[at], hexadecimal)) >= 0; ++at) {
    number =
        std::min(number * (hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(value), enough);
  }
  if (at == begin) {
    return {};
  }
  HtmlEntity entity;
  append_utf8(entity.text, character_of_number(number));
  entity.bytes = at + (at < text.size() && text[at] == ';' ? 1 : 0);
  return entity;
}

std::uint32_t character_of_name(std::string_view name) {
  for (const NamedCharacter& later : later_names) {
    if (later.name == name) {
      return later.code;
    }
  }
  if (name.size() > entity_bytes_max) {
    return 0;
  }
  std::array<xmlChar, entity_bytes_max + 1> terminated{};
  std::copy(name.begin(), name.end(), terminated.begin());
  const htmlEntityDesc* known = htmlEntityLookup(terminated.data());
  return known == nullptr ? 0 : known->value;
}

// Only the oldest names go without a semicolon; the longest that fits counts.
HtmlEntity read_unclosed_name(std::string_view name) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 6;
  for (std::size_t size = std::min(name.size(), longest); size >= shortest; --size) {
    const std::uint32_t code = character_of_name(name.substr(0, size));
    const bool is_punctuation = code == '&' || code == '<' || code == '>' || code == '"';
    if ((code >= 0xA0 && code < 0x100) || is_punctuation) {
      HtmlEntity entity;
      append_utf8(entity.text, code);
      entity.bytes = size + 1;
      return entity;
    }
  }
  return {};
}

}  // namespace

HtmlEntity read_html_entity(std::string_view text) {
  if (text.size() < 3) {
    return {};
  }
  if (text[1] == '#') {
    return read_number(text);
  }
  constexpr std::size_t longest = 16;
  std::size_t end = 1;
  while (end < std::min(text.size(), longest) &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
          (text[end] >= '0' && text[end] <= '9'))) {
    ++end;
  }
  const std::string_view name = text.substr(1, end - 1);
  if (end < text.size() && text[end] == ';') {
    if (const std::uint32_t code = character_of_name(name); code != 0) {
      HtmlEntity entity;
      append_utf8(entity.text, code);
      entity.bytes = end + 1;
      return entity;
    }
  }
  return read_unclosed_name(name);
}

std::string decode_html_attribute(std::string_view value) {
  std::string decoded;
  while (!value.empty()) {
    const std::size_t plain = std::min(value.find('&'), value.size());
    decoded += value.substr(0, plain);
    value.remove_prefix(plain);
    if (value.empty()) {
      break;
    }
    const HtmlEntity entity = read_html_entity(value);
    const bool is_closed = entity.bytes > 0 && value[entity.bytes - 1] == ';';
    decoded += is_closed ? std::string_view(entity.text) : value.substr(0, 1);
    value.remove_prefix(is_closed ? entity.bytes : 1);
  }
  return decoded;
}

}  // namespace pilcrow
