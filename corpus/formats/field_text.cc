// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/formats/field_text.h"

#include <algorithm>

#include "corpus/utf8.h"

namespace pilcrow {
namespace {

// The bytes at `at` that are one character, or one broken part that becomes one U+FFFD.
std::size_t utf8_unit(std::string_view bytes, std::size_t at) {
  constexpr std::size_t unit_bytes_max = 4;
  const std::size_t most = std::min(unit_bytes_max, bytes.size() - at);
  std::size_t broken = 1;
  for (std::size_t size = 1; size <= most; ++size) {
    const std::string_view unit = bytes.substr(at, size);
    if (is_valid_utf8(unit)) {
      return size;
    }
    std::size_t replaced = 0;
    broken = repair_utf8(unit, replaced) == "\uFFFD" ? size : broken;
  }
  return broken;
}

DecodedText decode_broken_utf8(std::string_view bytes) {
  DecodedText decoded;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = utf8_unit(bytes, at);
    const std::string unit = decode_bytes(bytes.substr(at, size), "");
    const bool is_same = unit == bytes.substr(at, size);
    decoded.replaced += is_same ? 0 : 1;
    is_same ? decoded.map.copy(size) : decoded.map.convert(unit.size(), size);
    decoded.text += unit;
    at += size;
  }
  return decoded;
}

}  // namespace

DecodedText decode_field(std::string_view bytes, std::string_view charset) {
  const bool is_ascii = std::none_of(bytes.begin(), bytes.end(), [](char byte) {
    return byte == '\0' || static_cast<unsigned char>(byte) >= 0x80;
  });
  if (is_ascii ||
      (charset.empty() && bytes.find('\0') == std::string_view::npos && is_valid_utf8(bytes))) {
    DecodedText decoded{.text = std::string(bytes)};
    decoded.map.copy(bytes.size());
    return decoded;
  }
  if (charset.empty()) {
    return decode_broken_utf8(bytes);
  }
  DecodedText decoded = decode_text(std::string(bytes), charset);
  if (decoded.charset != charset) {
    // The field alone looks like something else, so nothing tells where its characters are.
    decoded = {.text = decode_bytes(bytes, charset)};
    decoded.map.convert(decoded.text.size(), bytes.size());
  }
  return decoded;
}

void append_text(Article& article, std::string_view text, const OffsetMap& map,
                 const OffsetMap& outer, std::size_t begin, const ReadOptions& options) {
  article.text += article.text.empty() ? "" : "\n\n";
  const std::size_t offset = article.text.size();
  article.text += text;
  for (Paragraph paragraph : split_paragraphs(text, options.paragraph_bytes_max)) {
    const Span source = map.source_through(paragraph.span, outer);
    paragraph.source = {begin + source.begin, begin + source.end};
    paragraph.span = {offset + paragraph.span.begin, offset + paragraph.span.end};
    article.paragraphs.push_back(paragraph);
  }
}

}  // namespace pilcrow
