// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/record.h"

#include <utility>

#include "pilcrow/error.h"
#include "store/hash.h"

namespace pilcrow {
namespace {

constexpr std::size_t checksum_bytes = 4;

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(hash64(bytes));
}

}  // namespace

RecordWriter& RecordWriter::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>((value & 0x7f) | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
  return *this;
}

RecordWriter& RecordWriter::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
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
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) {
      fail("a number is cut off");
    }
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
  fail("a number is too long");
}

std::string_view RecordReader::text() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    fail("a text is cut off");
  }
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

void RecordReader::fail(const char* reason) const {
  throw Error(ErrorCode::corrupt, std::string("read ").append(what_) + ": " + reason +
                                      "; the index is damaged, build it anew with --rebuild");
}

}  // namespace pilcrow
