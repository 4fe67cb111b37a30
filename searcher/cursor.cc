// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cursor.h"

#include <bit>
#include <charconv>

#include "pilcrow/error.h"
#include "store/record.h"

namespace pilcrow {
namespace {

[[noreturn]] void refuse(const char* reason) {
  throw Error(ErrorCode::invalid_argument, std::string("search: the cursor ") + reason +
                                               "; give one that a search returned, or none");
}

std::string to_hexadecimal(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const char byte : bytes) {
    text += digits[static_cast<unsigned char>(byte) >> 4];
    text += digits[static_cast<unsigned char>(byte) & 0xf];
  }
  return text;
}

std::string from_hexadecimal(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); at += 2) {
    unsigned value = 0;
    const std::string_view pair = text.substr(at, 2);
    const auto parsed = std::from_chars(pair.data(), pair.data() + pair.size(), value, 16);
    if (pair.size() != 2 || parsed.ptr != pair.data() + 2) {
      refuse("is not one");
    }
    bytes += static_cast<char>(value);
  }
  return bytes;
}

Cursor decode_record(std::string_view bytes) {
  RecordReader reader(bytes, "a cursor");
  Cursor cursor;
  cursor.sort = static_cast<Sort>(reader.number());
  cursor.state = reader.number();
  cursor.position = reader.number();
  cursor.shown = reader.number();
  cursor.place.key = reader.text();
  cursor.place.score = std::bit_cast<double>(reader.number());
  cursor.place.document = reader.number();
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    ShownPassage& passage = cursor.passages.emplace_back();
    passage.part = reader.number();
    passage.article.hash = reader.number();
    passage.paragraph = static_cast<std::uint32_t>(reader.number());
    passage.is_furniture = reader.number() != 0;
  }
  return cursor;
}

}  // namespace

std::string encode(const Cursor& cursor) {
  RecordWriter writer;
  writer.number(static_cast<std::uint64_t>(cursor.sort)).number(cursor.state);
  writer.number(cursor.position).number(cursor.shown).text(cursor.place.key);
  writer.number(std::bit_cast<std::uint64_t>(cursor.place.score)).number(cursor.place.document);
  writer.number(cursor.passages.size());
  for (const ShownPassage& passage : cursor.passages) {
    writer.number(passage.part).number(passage.article.hash).number(passage.paragraph);
    writer.number(passage.is_furniture ? 1 : 0);
  }
  return to_hexadecimal(writer.finish());
}

Cursor decode_cursor(std::string_view text, Sort sort) {
  const std::string bytes = from_hexadecimal(text);
  Cursor cursor;
  try {
    cursor = decode_record(bytes);
  } catch (const Error&) {
    refuse("is not one");
  }
  if (cursor.sort != sort) {
    refuse("is of a search with another order");
  }
  return cursor;
}

}  // namespace pilcrow
