// SPDX-License-Identifier: GPL-2.0-or-later
// Records: how values are laid out in document data and metadata.  docs/index_format.md specifies
// the bytes: numbers are LEB128, texts are length and bytes, coded texts take less, and the last
// four bytes are the low half of the XXH3 hash of all before them, since glass tables have no
// checksums of their own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pilcrow {

// Where a coded text stands: what is the last of a record needs no end of its own.
enum class TextPlace { inside, last };

class RecordWriter {
 public:
  RecordWriter& number(std::uint64_t value);
  RecordWriter& text(std::string_view value);
  RecordWriter& coded_text(std::string_view value, TextPlace place = TextPlace::inside);
  std::string finish();  // The record, checksum included; the writer is empty after it.

 private:
  std::string bytes_;
};

// Reads a record in the order it was written.  Texts are views into the record.  Throws
// Error{corrupt}, which names `what`, where the checksum or the layout is wrong; both outlive it.
class RecordReader {
 public:
  RecordReader(std::string_view record, std::string_view what);
  std::uint64_t number() {
    const bool is_short = !rest_.empty() && static_cast<unsigned char>(rest_.front()) < 0x80;
    if (!is_short) {
      return long_number();
    }
    const auto value = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  std::string_view text();
  std::string coded_text(TextPlace place = TextPlace::inside);

 private:
  std::uint64_t long_number();
  std::string_view bytes(std::uint64_t size);
  [[noreturn]] void fail(const char* reason) const;

  std::string_view rest_;
  std::string_view what_;
};

}  // namespace pilcrow
