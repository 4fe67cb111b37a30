// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/spill.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "pilcrow/error.h"
#include "sealed/codec.h"

namespace pilcrow::sealed {

SpillFile::~SpillFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

void SpillFile::fail(const char* doing) const {
  throw Error(ErrorCode::io, std::string(doing) + " temporary file in " + folder_.string() + ": " +
                                 std::strerror(errno) + "; check the disk and its free space");
}

void SpillFile::open() {
  std::string name = (folder_ / "spill-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0 || ::unlink(name.c_str()) != 0) {
    fail("make");
  }
}

std::uint64_t SpillFile::append(std::string_view bytes) {
  if (descriptor_ < 0) {
    open();
  }
  const std::uint64_t begin = size_;
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      fail("write");
    }
    size_ += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return begin;
}

void SpillFile::read(std::uint64_t offset, char* bytes, std::size_t size) const {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor_, bytes, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      errno = got == 0 ? EIO : errno;
      fail("read");
    }
    offset += static_cast<std::uint64_t>(got);
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
}

void SpillStream::append_number(std::uint64_t number) {
  std::array<char, leb128_bytes_max> bytes;
  append({bytes.data(), static_cast<std::size_t>(put_leb128(bytes.data(), number) - bytes.data())});
}

void SpillStream::append_text(std::string_view bytes) {
  append_number(bytes.size());
  append(bytes);
}

void SpillStream::spill() {
  if (!tail_.empty()) {
    extents_.push_back({file_->append(tail_), tail_.size()});
  }
  // A stream that spilled once is likely to fill its buffer again, unless it was a whole one.
  if (tail_.size() > memory_bytes_) {
    tail_ = {};
  }
  tail_.clear();
}

void SpillReader::fail() const {
  throw Error(ErrorCode::internal, "read back what a build put aside: it ends too early");
}

// Makes room for `size` bytes behind the window, which moves to the front of the buffer.
char* SpillReader::room_behind_window(std::size_t size) {
  const std::size_t kept = window_.size();
  if (kept > 0) {
    std::memmove(buffer_.data(), window_.data(), kept);
  }
  if (buffer_.size() < kept + size) {
    buffer_.resize(kept + size);
  }
  window_ = std::string_view(buffer_).substr(0, kept + size);
  return buffer_.data() + kept;
}

void SpillReader::take_tail() {
  tail_taken_ = true;
  const std::string_view tail = stream_->tail_;
  if (window_.empty()) {
    window_ = tail;
  } else {
    std::memcpy(room_behind_window(tail.size()), tail.data(), tail.size());
  }
}

// Makes the window at least `bytes_min` bytes; false where there are not so many.
bool SpillReader::read_more(std::size_t bytes_min) {
  while (window_.size() < bytes_min) {
    if (extent_ == stream_->extents_.size()) {
      if (tail_taken_) {
        return false;
      }
      take_tail();
      continue;
    }
    const SpillStream::Extent& extent = stream_->extents_[extent_];
    const std::size_t size = std::min(std::max(buffer_bytes_, bytes_min), extent.size - in_extent_);
    stream_->file_->read(extent.offset + in_extent_, room_behind_window(size), size);
    in_extent_ += size;
    if (in_extent_ == extent.size) {
      ++extent_;
      in_extent_ = 0;
    }
  }
  return true;
}

std::uint64_t SpillReader::number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (window_.empty() && !read_more(1)) {
      fail();
    }
    const auto byte = static_cast<unsigned char>(window_.front());
    window_.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) {
      return number;
    }
  }
}

std::string_view SpillReader::bytes(std::size_t size) {
  if (window_.size() < size && !read_more(size)) {
    fail();
  }
  const std::string_view found = window_.substr(0, size);
  window_.remove_prefix(size);
  return found;
}

void SpillReader::skip_text() {
  for (std::uint64_t left = number(); left > 0;) {
    if (window_.empty() && !read_more(1)) {
      fail();
    }
    const std::size_t size = std::min<std::uint64_t>(left, window_.size());
    window_.remove_prefix(size);
    left -= size;
  }
}

}  // namespace pilcrow::sealed
