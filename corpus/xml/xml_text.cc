// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/xml/xml_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/formats/spelling.h"
#include "corpus/letters.h"
#include "corpus/utf8.h"

namespace pilcrow {
namespace {

// Longer ones are none.
constexpr std::size_t reference_bytes_max = 12;

bool is_name_start(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
         byte == ':' || (byte & 0x80) != 0;
}

std::size_t behind(std::string_view xml, std::string_view mark, std::size_t from) {
  const std::size_t found = xml.find(mark, from);
  return found == npos ? npos : found + mark.size();
}

// A tag ends at '>' outside of quotation marks.
std::size_t xml_tag_end(std::string_view xml, std::size_t at) {
  for (std::size_t i = xml.find_first_of("\"'>", at); i != npos;
       i = xml.find_first_of("\"'>", i + 1)) {
    if (xml[i] == '>') {
      return i + 1;
    }
    i = xml.find(xml[i], i + 1);
    if (i == npos) {
      break;
    }
  }
  return npos;
}

// A document type ends at '>' outside of brackets, which hold declarations with quotation marks and
// comments of their own.
std::size_t doctype_end(std::string_view xml, std::size_t at) {
  bool inside = false;
  for (std::size_t i = at; i < xml.size(); ++i) {
    const char byte = xml[i];
    if (byte == '"' || byte == '\'') {
      i = xml.find(byte, i + 1);
    } else if (xml.substr(i, 4) == "<!--") {
      i = xml.find("-->", i + 4);
    } else if (byte == '[' || byte == ']') {
      inside = byte == '[';
    } else if (byte == '>' && !inside) {
      return i + 1;
    }
    if (i == npos) {
      break;
    }
  }
  return npos;
}

// The character that "#x41" or "#65" names; empty where it may not stand in a text.
std::string numbered_character(std::string_view name) {
  const bool is_hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  const std::string_view digits = name.substr(is_hexadecimal ? 2 : 1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number,
                                            is_hexadecimal ? 16 : 10);
  const bool is_control = number < 0x20 && number != '\t' && number != '\n' && number != '\r';
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
  return !is_whole || is_control || is_surrogate || number > 0x10FFFF ? "" : utf8_of(number);
}

void copy(std::string_view bytes, XmlText& out) {
  out.text += bytes;
  out.map.copy(bytes.size());
}

void convert(std::string_view text, std::size_t bytes, XmlText& out) {
  out.text += text;
  out.map.convert(text.size(), bytes);
}

// Copies bytes in which only line ends are special.
void copy_lines(std::string_view bytes, XmlText& out) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t line_end = std::min(bytes.find('\r', at), bytes.size());
    copy(bytes.substr(at, line_end - at), out);
    at = line_end;
    if (at < bytes.size()) {
      const std::size_t size = bytes.substr(at, 2) == "\r\n" ? 2 : 1;
      convert("\n", size, out);
      at += size;
    }
  }
}

}  // namespace

XmlReference read_xml_reference(std::string_view xml) {
  const std::size_t end = xml.substr(0, reference_bytes_max).find(';');
  if (end == npos || end < 2) {
    return {};
  }
  const std::string_view name = xml.substr(1, end - 1);
  if (name.starts_with('#')) {
    std::string text = numbered_character(name);
    return text.empty() ? XmlReference{} : XmlReference{end + 1, std::move(text)};
  }
  const char* text = name == "amp"    ? "&"
                     : name == "lt"   ? "<"
                     : name == "gt"   ? ">"
                     : name == "quot" ? "\""
                     : name == "apos" ? "'"
                                      : nullptr;
  return text == nullptr ? XmlReference{} : XmlReference{end + 1, text};
}

bool is_xml_markup(std::string_view xml, std::size_t at) {
  const char next = at + 1 < xml.size() ? xml[at + 1] : ' ';
  return next == '!' || next == '?' || next == '/' || is_name_start(next);
}

std::size_t find_xml_markup(std::string_view xml, std::size_t at) {
  do {
    at = xml.find('<', at);
    if (at == npos || is_xml_markup(xml, at)) {
      return at;
    }
    ++at;
  } while (true);
}

std::size_t xml_markup_end(std::string_view xml, std::size_t at) {
  const std::string_view rest = xml.substr(at);
  if (rest.starts_with(cdata_begin)) {
    return behind(xml, cdata_end, at + cdata_begin.size());
  }
  if (rest.starts_with("<!--")) {
    return behind(xml, "-->", at + 4);
  }
  if (rest.starts_with("<?")) {
    return behind(xml, "?>", at + 2);
  }
  return rest.starts_with("<!") ? doctype_end(xml, at + 2) : xml_tag_end(xml, at + 1);
}

XmlText read_xml_text(std::string_view xml) {
  XmlText out;
  bool ends = true;  // Whether markup has found its end so far; else no more of it does.
  for (std::size_t at = 0; at < xml.size();) {
    const std::size_t special = std::min(xml.find_first_of("<&", at), xml.size());
    copy_lines(xml.substr(at, special - at), out);
    at = special;
    if (at == xml.size()) {
      break;
    }
    if (xml[at] == '&') {
      const XmlReference reference = read_xml_reference(xml.substr(at));
      const bool is_one = reference.bytes > 0;
      convert(is_one ? std::string_view(reference.text) : "&", is_one ? reference.bytes : 1, out);
      at += is_one ? reference.bytes : 1;
      continue;
    }
    const std::size_t end = ends && is_xml_markup(xml, at) ? xml_markup_end(xml, at) : npos;
    ends &= end != npos || !is_xml_markup(xml, at);
    if (end == npos) {
      copy("<", out);
      ++at;
    } else if (xml.substr(at).starts_with(cdata_begin)) {
      out.map.skip(cdata_begin.size());
      const std::size_t begin = at + cdata_begin.size();
      copy_lines(xml.substr(begin, end - cdata_end.size() - begin), out);
      out.map.skip(cdata_end.size());
      at = end;
    } else {
      out.map.skip(end - at);
      at = end;
    }
  }
  return out;
}

std::string xml_character_data(std::string_view xml) {
  return read_xml_text(xml).text;
}

std::string xml_text(std::string_view spelling) {
  constexpr std::string_view no_break_space = "\u00A0";
  std::string text = xml_character_data(spelling);
  for (std::size_t at = 0; (at = text.find(no_break_space, at)) != npos; ++at) {
    text.replace(at, no_break_space.size(), "  ");
  }
  return one_line(text);
}

}  // namespace pilcrow
