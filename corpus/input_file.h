// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader reads: bytes in order, and where they come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/byte_stream.h"

namespace pilcrow {

// Not thread-safe.
class InputFile {
 public:
  InputFile(std::unique_ptr<ByteStream> stream, SourceOrigin origin)
      : stream_(std::move(stream)), origin_(std::move(origin)) {}

  // Up to `bytes` bytes that come next, without taking them; fewer only at the end of the file.
  std::string_view peek(std::size_t bytes);

  // Sets `line` to the next line, without its end (LF, or CR LF), and returns true; false at the
  // end.  A line of more than `bytes_max` bytes is passed over: `line` is empty and `too_long` set.
  // `line` lives until the next call.
  bool next_line(std::string_view& line, std::size_t bytes_max, bool& too_long);

  // All that is left, or as much of it as is needed to tell that it is more than `bytes_max`.
  std::string read_all(std::size_t bytes_max);

  // Up to `bytes_max` bytes that come next, at least one but at the end.  They live until the next
  // call.
  std::string_view read_some(std::size_t bytes_max);

  // The next `bytes` bytes; fewer only at the end of the file.
  std::string read(std::size_t bytes);

  // Passes over `bytes` bytes and returns how many there were.
  std::uint64_t skip(std::uint64_t bytes);

  // Takes bytes that peek has shown.
  void take(std::size_t bytes);

  // Where the next byte stands in the file.
  std::uint64_t offset() const noexcept { return taken_offset_; }
  // Where the last line began.
  std::uint64_t line_offset() const noexcept { return line_offset_; }
  const SourceOrigin& origin() const noexcept { return origin_; }

 private:
  bool fill();
  std::string_view rest() const { return std::string_view(buffer_).substr(taken_); }

  std::unique_ptr<ByteStream> stream_;
  SourceOrigin origin_;
  std::string buffer_;
  std::size_t taken_ = 0;           // Of the buffer.
  std::uint64_t taken_offset_ = 0;  // Of the file.
  std::uint64_t line_offset_ = 0;
  bool at_end_ = false;
};

}  // namespace pilcrow
