// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes that are written once and read once, in order: in memory as long as they are few, else in a
// temporary file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/large_pages.h"

namespace pilcrow::sealed {

// A temporary file that several streams share.  It has no name, so nothing is left of it whatever
// becomes of the process; made when the first bytes come.
class SpillFile {
 public:
  explicit SpillFile(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  // Returns where they begin.  Throws Error{io}.
  std::uint64_t append(std::string_view bytes);
  // `size` bytes that were appended at `offset`.  Any number of threads may read, while none
  // appends.  Throws Error{io}.
  void read(std::uint64_t offset, char* bytes, std::size_t size) const;

 private:
  [[noreturn]] void fail(const char* doing) const;
  void open();

  std::filesystem::path folder_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

class SpillStream {
 public:
  // Bytes beyond `memory_bytes` go to `file`, so many at a time.
  SpillStream(SpillFile& file, std::size_t memory_bytes)
      : file_(&file), memory_bytes_(memory_bytes) {}

  void append(std::string_view bytes) {
    tail_.append(bytes);
    if (tail_.size() >= memory_bytes_) {
      spill();
    }
  }
  void append_number(std::uint64_t number);
  // A number and so many bytes.
  void append_text(std::string_view bytes);

  // All bytes to the file, and their memory back.
  void spill();
  std::size_t memory_bytes() const { return tail_.capacity(); }

 private:
  friend class SpillReader;
  struct Extent {
    std::uint64_t offset = 0;
    std::size_t size = 0;
  };

  SpillFile* file_;
  std::size_t memory_bytes_;
  std::vector<Extent> extents_;  // In order, before `tail_`.
  LargeString tail_;
};

// Reads a stream that nobody appends to any more.
class SpillReader {
 public:
  // `buffer_bytes` are read from a file at once.
  explicit SpillReader(const SpillStream& stream, std::size_t buffer_bytes = default_buffer_bytes)
      : stream_(&stream), buffer_bytes_(buffer_bytes) {}

  bool at_end() { return window_.empty() && !read_more(1); }
  std::uint64_t number();
  // Valid until the next call of anything here.
  std::string_view bytes(std::size_t size);
  std::string_view text() { return bytes(static_cast<std::size_t>(number())); }
  void skip_text();

  static constexpr std::size_t default_buffer_bytes = std::size_t{64} << 10;

 private:
  char* room_behind_window(std::size_t size);
  void take_tail();
  bool read_more(std::size_t bytes_min);
  [[noreturn]] void fail() const;

  const SpillStream* stream_;
  std::size_t buffer_bytes_;
  std::size_t extent_ = 0;     // The next bytes are in this extent,
  std::size_t in_extent_ = 0;  // so many bytes after its beginning.
  bool tail_taken_ = false;
  std::string buffer_;
  std::string_view window_;  // Read and not handed out: of `buffer_`, or the stream's tail itself.
};

}  // namespace pilcrow::sealed
