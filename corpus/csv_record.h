// SPDX-License-Identifier: GPL-2.0-or-later
// Records and fields of CSV (RFC 4180), byte by byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/offset_map.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Finds the end of a record in bytes that come piece by piece.
class CsvRecordFinder {
 public:
  explicit CsvRecordFinder(char separator) : separator_(separator) {}

  static constexpr std::size_t npos = std::string_view::npos;
  // Where the line of `piece` ends that ends the record; npos: the record goes on.
  std::size_t feed(std::string_view piece);

  bool in_quotes() const noexcept { return state_ == State::quoted; }
  // How many lines have ended within the record, and how many before its last quoted field.
  std::size_t lines() const noexcept { return lines_; }
  std::size_t quote_line() const noexcept { return quote_line_; }

 private:
  enum class State { field_begin, plain, quoted, quote };

  bool ends_plain(char byte);

  char separator_;
  State state_ = State::field_begin;
  std::size_t lines_ = 0;
  std::size_t quote_line_ = 0;
};

// How many of the bytes, the first of which may end a line, do so.
std::size_t csv_line_end(std::string_view bytes);

// Sets `fields` to the contents of the fields of a record, inside of their quotation marks.
void split_csv_record(std::string_view record, char separator, std::vector<Span>& fields);

// What the content of a field stands for, as csv_field_text tells; `map` is continued with the way
// back to it.
std::string decode_csv_field(std::string_view spelling, OffsetMap& map);

}  // namespace pilcrow
