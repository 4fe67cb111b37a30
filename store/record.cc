// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/record.h"

#include <utility>

#include "base/hash.h"
#include "base/leb128.h"
#include "pilcrow/error.h"
#include "store/text_code.h"

namespace pilcrow {
namespace {

constexpr std::size_t checksum_bytes = 4;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(hash64(bytes));
}

}  // namespace

RecordWriter& RecordWriter::number(std::uint64_t value) {
  append_leb128(bytes_, value);
  return *this;
}

RecordWriter& RecordWriter::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
  return *this;
}

RecordWriter& RecordWriter::coded_text(std::string_view value, TextPlace place) {
  const CodedText coded = code_text(value);
  number(2 * value.size() + (coded.is_coded ? 1 : 0));
  if (coded.is_coded && place == TextPlace::inside) {
    number(coded.bytes.size());
  }
  bytes_.append(coded.bytes);
  return *this;
}

std::string RecordWriter::finish() {
  const std::uint32_t sum = checksum(bytes_);
  for (std::size_t i = 0; i < checksum_bytes; ++i) {
    bytes_.push_back(static_cast<char>(sum >> (8 * i)));
  }
  return std::exchange(bytes_, {});
}

RecordReader::RecordReader(std::string_view record, std::string_view what)
    : rest_(record), what_(what) {
  if (record.size() < checksum_bytes) {
    fail("it is too short");
  }
  const std::string_view stored = record.substr(record.size() - checksum_bytes);
  rest_.remove_suffix(checksum_bytes);
  std::uint32_t sum = 0;
  for (std::size_t i = checksum_bytes; i-- > 0;) {
    sum = (sum << 8) | static_cast<unsigned char>(stored[i]);
  }
  if (sum != checksum(rest_)) {
    fail("its checksum is wrong");
  }
}

std::uint64_t RecordReader::long_number() {
  const std::optional<std::uint64_t> value = take_leb128(rest_);
  if (!value) {
    fail(rest_.empty() ? "a number is cut off" : "a number is too long");
  }
  return *value;
}

std::string_view RecordReader::text() {
  return bytes(number());
}

std::string_view RecordReader::bytes(std::uint64_t size) {
  if (size > rest_.size()) {
    fail("a text is cut off");
  }
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::string RecordReader::coded_text(TextPlace place) {
  const std::uint64_t number_read = number();
  const std::uint64_t size = number_read / 2;
  if (number_read % 2 == 0) {
    return std::string(bytes(size));
  }
  std::optional<std::string> value =
      decode_text(place == TextPlace::inside ? text() : bytes(rest_.size()), size);
  if (!value) {
    fail("a text has no known code");
  }
  return *std::move(value);
}

void RecordReader::fail(const char* reason) const {
  throw Error(ErrorCode::corrupt, std::string("read ").append(what_) + ": " + reason +
                                      "; the index is damaged, build it anew with --rebuild");
}

}  // namespace pilcrow
