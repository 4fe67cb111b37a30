// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/forward_index.h"

#include "pilcrow/error.h"
#include "store/hash.h"

namespace pilcrow {
namespace {

void put_hash(std::string& bytes, WordHash hash) {
  bytes.push_back(static_cast<char>(hash & 0xff));
  bytes.push_back(static_cast<char>(hash >> 8));
}

WordHash get_hash(std::string_view bytes, std::size_t index) {
  const auto low = static_cast<unsigned char>(bytes[2 * index]);
  const auto high = static_cast<unsigned char>(bytes[2 * index + 1]);
  return static_cast<WordHash>(low | (high << 8));
}

}  // namespace

WordHash word_hash(std::string_view word) {
  return static_cast<WordHash>(hash64(word));
}

std::string ForwardIndexWriter::value() const {
  std::string bytes;
  bytes.reserve(2 * (hashes_.size() + 1));
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
  const std::size_t title_words = get_hash(value, 0);
  if (value.size() % 2 != 0 || title_words + 1 > words) {
    throw Error(ErrorCode::corrupt,
                "read the forward index of a passage: its length is wrong; the index is damaged, "
                "build it anew with --rebuild");
  }
  for (std::size_t i = 1; i < words; ++i) {
    (i <= title_words ? index.title : index.body).push_back(get_hash(value, i));
  }
  return index;
}

}  // namespace pilcrow
