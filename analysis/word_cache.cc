// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_cache.h"

#include <cstring>
#include <utility>

namespace pilcrow {
namespace {

constexpr std::size_t words_max = std::size_t{1} << 16;
constexpr std::size_t slots_min = std::size_t{1} << 10;

template <typename Integer>
std::uint64_t load(const char* bytes) {
  Integer value;
  std::memcpy(&value, bytes, sizeof(value));
  return value;
}

}  // namespace

WordCache::WordCache() : slots_(slots_min) {}

// Reads eight bytes at once; the last ones may overlap those before.
std::uint32_t WordCache::hash_of(std::string_view written) {
  constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
  const std::size_t size = written.size();
  const char* bytes = written.data();
  std::uint64_t hash = size * prime;
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    hash = (hash ^ load<std::uint64_t>(bytes + at)) * prime;
    hash ^= hash >> 32;
  }
  std::uint64_t tail = 0;
  if (size >= 8) {
    tail = load<std::uint64_t>(bytes + size - 8);
  } else if (size >= 4) {
    tail = load<std::uint32_t>(bytes) << 32 | load<std::uint32_t>(bytes + size - 4);
  } else if (size > 0) {
    tail = load<std::uint8_t>(bytes) << 16 | load<std::uint8_t>(bytes + size / 2) << 8 |
           load<std::uint8_t>(bytes + size - 1);
  }
  hash = (hash ^ tail) * prime;
  return static_cast<std::uint32_t>(hash >> 32);
}

bool WordCache::find(std::string_view written, Known& known_word) const {
  const std::uint32_t hash = hash_of(written);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].written_bytes != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.written_bytes == written.size() &&
        std::memcmp(text_.data() + slot.offset, written.data(), written.size()) == 0) {
      known_word = known(slot);
      return true;
    }
  }
  return false;
}

WordCache::Known WordCache::add(std::string_view written, std::string_view word,
                                std::string_view term, bool stop_word) {
  make_room();
  ++words_;
  const std::uint32_t hash = hash_of(written);
  Slot& slot = free_slot(hash);
  slot = {hash,
          static_cast<std::uint32_t>(text_.size()),
          static_cast<std::uint16_t>(written.size()),
          static_cast<std::uint8_t>(word.size()),
          static_cast<std::uint8_t>(term.size()),
          stop_word};
  text_.append(written).append(word).append(term);
  return known(slot);
}

WordCache::Slot& WordCache::free_slot(std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].written_bytes != 0) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

// Keeps half of the slots free.
void WordCache::make_room() {
  if (words_ == words_max) {
    slots_.assign(slots_.size(), {});
    text_.clear();
    words_ = 0;
  } else if (2 * words_ >= slots_.size()) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.written_bytes != 0) {
        free_slot(slot.hash) = slot;
      }
    }
  }
}

WordCache::Known WordCache::known(const Slot& slot) const {
  const std::string_view strings = std::string_view(text_).substr(
      slot.offset + slot.written_bytes, std::size_t{slot.word_bytes} + slot.term_bytes);
  return {strings.substr(0, slot.word_bytes), strings.substr(slot.word_bytes), slot.stop_word};
}

}  // namespace pilcrow
