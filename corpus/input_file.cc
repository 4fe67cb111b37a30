// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/input_file.h"

#include <algorithm>

namespace pilcrow {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{128} << 10;

}  // namespace

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
  std::size_t count = 0;
  try {
    count = stream_->read(buffer_.data() + size, chunk_bytes);
  } catch (...) {
    at_end_ = true;
    buffer_.resize(size);
    throw;
  }
  buffer_.resize(size + count);
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

std::string_view InputFile::read_some(std::size_t bytes_max) {
  if (rest().empty()) {
    fill();
  }
  const std::string_view some = rest().substr(0, bytes_max);
  take(some.size());
  return some;
}

std::string InputFile::read(std::size_t bytes) {
  std::string all(peek(bytes));
  take(all.size());
  return all;
}

std::uint64_t InputFile::skip(std::uint64_t bytes) {
  std::uint64_t skipped = 0;
  while (skipped < bytes) {
    const std::size_t wanted = std::min<std::uint64_t>(bytes - skipped, chunk_bytes);
    const std::size_t count = read_some(wanted).size();
    if (count == 0) {
      break;
    }
    skipped += count;
  }
  return skipped;
}

std::string InputFile::read_all(std::size_t bytes_max) {
  while (rest().size() <= bytes_max && fill()) {
  }
  std::string all(rest());
  take(all.size());
  return all;
}

}  // namespace pilcrow
