// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "pilcrow/error.h"

namespace pilcrow {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 20;

[[noreturn]] void fail(const std::string& doing, const std::string& path) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::not_found : ErrorCode::io;
  throw Error(code, doing + ' ' + path + ": " + std::strerror(errno) + "; left out");
}

}  // namespace

InputFile::InputFile(std::string path) : path_(std::move(path)) {
  if (path_ == "-") {
    descriptor_ = STDIN_FILENO;
    return;
  }
  struct stat status = {};
  descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) {
    fail("open", path_);
  }
  // A constructor that throws runs no destructor, so that the file is closed here.
  if (::fstat(descriptor_, &status) != 0) {
    const int reason = errno;
    ::close(descriptor_);
    errno = reason;
    fail("open", path_);
  }
  if (S_ISDIR(status.st_mode)) {
    ::close(descriptor_);
    throw Error(ErrorCode::invalid_argument,
                "open " + path_ + ": it is a folder; walk it with SourceWalker");
  }
}

InputFile::~InputFile() {
  if (path_ != "-") {
    ::close(descriptor_);
  }
}

// Reads a chunk; false at the end of the file.
bool InputFile::fill() {
  if (at_end_) {
    return false;
  }
  if (taken_ > 0) {
    buffer_.erase(0, taken_);
    taken_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + chunk_bytes);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer_.data() + size, chunk_bytes);
  } while (count < 0 && errno == EINTR);
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  if (count < 0) {
    at_end_ = true;
    fail("read", path_);
  }
  at_end_ = count == 0;
  return count > 0;
}

void InputFile::take(std::size_t bytes) {
  taken_ += bytes;
  taken_offset_ += bytes;
}

std::string_view InputFile::peek(std::size_t bytes) {
  while (rest().size() < bytes && fill()) {
  }
  return rest().substr(0, bytes);
}

bool InputFile::next_line(std::string_view& line, std::size_t bytes_max, bool& too_long) {
  line = {};
  too_long = false;
  line_offset_ = taken_offset_;
  std::size_t searched = 0;
  std::size_t end = std::string_view::npos;
  while ((end = rest().find('\n', searched)) == std::string_view::npos) {
    searched = rest().size();
    if (searched > bytes_max) {
      too_long = true;
      take(searched);
      searched = 0;
    }
    if (!fill()) {
      break;
    }
  }
  const std::size_t size = std::min(end, rest().size());
  if (size == 0 && end == std::string_view::npos && !too_long) {
    return false;
  }
  too_long |= size > bytes_max;
  line = too_long ? std::string_view() : rest().substr(0, size);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  take(end == std::string_view::npos ? size : size + 1);
  return true;
}

std::string InputFile::read_all(std::size_t bytes_max) {
  while (rest().size() <= bytes_max && fill()) {
  }
  std::string all(rest());
  take(all.size());
  return all;
}

}  // namespace pilcrow
