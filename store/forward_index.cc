// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/forward_index.h"

#include "pilcrow/error.h"
#include "store/hash.h"

namespace pilcrow {
namespace {

// Two of the length, one of the title's words.
constexpr std::size_t numbers_in_front = 3;

void put_hash(std::string& bytes, WordHash hash) {
  bytes.push_back(static_cast<char>(hash & 0xff));
  bytes.push_back(static_cast<char>(hash >> 8));
}

WordHash get_hash(std::string_view bytes, std::size_t index) {
  const auto low = static_cast<unsigned char>(bytes[2 * index]);
  const auto high = static_cast<unsigned char>(bytes[2 * index + 1]);
  return static_cast<WordHash>(low | (high << 8));
}

std::vector<WordHash> get_hashes(std::string_view bytes, std::size_t first, std::size_t count) {
  std::vector<WordHash> hashes(count);
  for (std::size_t i = 0; i < count; ++i) {
    hashes[i] = get_hash(bytes, first + i);
  }
  return hashes;
}

}  // namespace

WordHash word_hash(std::string_view word) {
  return static_cast<WordHash>(hash64(word));
}

std::string ForwardIndexWriter::value(std::uint32_t length) const {
  std::string bytes;
  bytes.reserve(2 * (hashes_.size() + numbers_in_front));
  put_hash(bytes, static_cast<WordHash>(length));
  put_hash(bytes, static_cast<WordHash>(length >> 16));
  put_hash(bytes, static_cast<WordHash>(title_words_));
  for (const WordHash hash : hashes_) {
    put_hash(bytes, hash);
  }
  return bytes;
}

ForwardIndex decode_forward_index(std::string_view value) {
  ForwardIndex index;
  const std::size_t words = value.size() / 2;
  if (words == 0) {
    return index;
  }
  const std::size_t title_words = words < numbers_in_front ? 0 : get_hash(value, 2);
  if (value.size() % 2 != 0 || title_words + numbers_in_front > words) {
    throw Error(ErrorCode::corrupt,
                "read the forward index of a passage: its length is wrong; the index is damaged, "
                "build it anew with --rebuild");
  }
  index.length = get_hash(value, 0) | (std::uint32_t{get_hash(value, 1)} << 16);
  index.title = get_hashes(value, numbers_in_front, title_words);
  const std::size_t first = numbers_in_front + title_words;
  index.body = get_hashes(value, first, words - first);
  return index;
}

}  // namespace pilcrow
