// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/byte_lists.h"

#include <algorithm>
#include <cstring>

#include "pilcrow/error.h"

namespace pilcrow::sealed {
namespace {

// A slice ends with the place of the next one.  Half of all terms stand in one document, for which
// the first slice is enough.
constexpr std::size_t link_bytes = sizeof(std::uint32_t);
constexpr std::size_t first_slice_bytes = 16;
constexpr std::uint8_t level_max = 12;  // Slices of 64 KiB.

constexpr std::size_t slice_bytes(std::uint8_t level) {
  return first_slice_bytes << level;
}
constexpr std::size_t content_bytes(std::uint8_t level) {
  return slice_bytes(level) - link_bytes;
}
constexpr std::uint8_t next_level(std::uint8_t level) {
  return std::min<std::uint8_t>(level + 1, level_max);
}

}  // namespace

// No slice lies in two chunks: sizes are powers of two, and one that does not fit begins another.
std::uint32_t ByteLists::slice(std::size_t bytes) {
  const std::size_t left = chunk_bytes - (used_ & (chunk_bytes - 1));
  if (bytes > left) {
    used_ += left;
  }
  if (used_ + bytes > bytes_max) {
    throw Error(ErrorCode::internal, "keep postings: a run takes more than 2 GiB");
  }
  if (used_ >> chunk_bits == chunks_.size()) {
    chunks_.emplace_back(chunk_bytes);
  }
  const auto place = static_cast<std::uint32_t>(used_);
  used_ += bytes;
  return place;
}

void ByteLists::add_slice(List& list) {
  const bool is_first = list.room == 0 && list.end == list.begin;
  list.level = is_first ? 0 : next_level(list.level);
  const std::uint32_t place = slice(slice_bytes(list.level));
  if (is_first) {
    list.begin = place;
  } else {
    std::memcpy(at(list.end), &place, link_bytes);
  }
  list.end = place;
  list.room = static_cast<std::uint16_t>(content_bytes(list.level));
}

void ByteLists::append_slowly(List& list, std::string_view bytes) {
  while (!bytes.empty()) {
    if (list.room == 0) {
      add_slice(list);
    }
    const std::size_t size = std::min<std::size_t>(bytes.size(), list.room);
    std::memcpy(at(list.end), bytes.data(), size);
    list.end += static_cast<std::uint32_t>(size);
    list.room = static_cast<std::uint16_t>(list.room - size);
    bytes.remove_prefix(size);
  }
}

void ByteLists::copy(const List& list, std::string& out) const {
  if (list.end == list.begin) {
    return;
  }
  std::uint32_t place = list.begin;
  for (std::uint8_t level = 0;; level = next_level(level)) {
    const std::size_t content = content_bytes(level);
    if (list.end - place <= content) {
      out.append(at(place), list.end - place);
      return;
    }
    out.append(at(place), content);
    std::memcpy(&place, at(place) + content, link_bytes);
  }
}

}  // namespace pilcrow::sealed
