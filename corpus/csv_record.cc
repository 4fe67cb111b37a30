// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/csv_record.h"

#include <algorithm>

#include "corpus/formats/spelling.h"

namespace pilcrow {
namespace {

// The quotation mark that closes a field whose content begins at `begin`.
std::size_t closing_quote(std::string_view record, std::size_t begin) {
  std::size_t at = begin;
  while ((at = record.find('"', at)) != std::string_view::npos &&
         record.substr(at + 1, 1) == "\"") {
    at += 2;
  }
  return std::min(at, record.size());
}

}  // namespace

// True at the end of the record; `byte` stands outside of quotation marks.
bool CsvRecordFinder::ends_plain(char byte) {
  state_ = byte == separator_ ? State::field_begin : State::plain;
  return byte == '\n' || byte == '\r';
}

std::size_t CsvRecordFinder::feed(std::string_view piece) {
  for (std::size_t at = 0; at < piece.size(); ++at) {
    const char byte = piece[at];
    if (state_ == State::quoted) {
      const std::size_t quote = std::min(piece.find('"', at), piece.size());
      lines_ +=
          static_cast<std::size_t>(std::count(piece.begin() + at, piece.begin() + quote, '\n'));
      state_ = quote < piece.size() ? State::quote : State::quoted;
      at = quote;
    } else if (byte == '"' && state_ != State::plain) {
      quote_line_ = state_ == State::field_begin ? lines_ : quote_line_;
      state_ = State::quoted;
    } else if (ends_plain(byte)) {
      return at;
    }
  }
  return npos;
}

std::size_t csv_line_end(std::string_view bytes) {
  const bool is_crlf = bytes.starts_with("\r\n");
  return is_crlf ? 2 : bytes.starts_with('\r') || bytes.starts_with('\n') ? 1 : 0;
}

void split_csv_record(std::string_view record, char separator, std::vector<Span>& fields) {
  fields.clear();
  for (std::size_t begin = 0; begin <= record.size();) {
    const bool is_quoted = record.substr(begin, 1) == "\"";
    const std::size_t quote = is_quoted ? closing_quote(record, begin + 1) : begin;
    const std::size_t end = std::min(record.find(separator, quote), record.size());
    const bool is_clean = is_quoted && (quote + 1 == end || quote == record.size());
    fields.push_back(is_clean ? Span{begin + 1, quote} : Span{begin + (is_quoted ? 1 : 0), end});
    begin = end + 1;
  }
}

std::string decode_csv_field(std::string_view spelling, OffsetMap& map) {
  constexpr std::string_view doubled = "\"\"";
  std::string text;
  text.reserve(spelling.size());
  for (std::size_t at = 0; at < spelling.size();) {
    const std::size_t found = std::min(spelling.find(doubled, at), spelling.size());
    text += spelling.substr(at, found - at);
    map.copy(found - at);
    at = found;
    if (at < spelling.size()) {
      text += '"';
      map.convert(1, doubled.size());
      at += doubled.size();
    }
  }
  return text;
}

std::string csv_field_text(std::string_view spelling) {
  OffsetMap ignored;
  return decode_csv_field(spelling, ignored);
}

}  // namespace pilcrow
