// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_cache.h"

#include <utility>

namespace pilcrow {
namespace {

constexpr std::size_t slots_min = std::size_t{1} << 10;

}  // namespace

WordCache::WordCache() : slots_(slots_min) {}

bool WordCache::find(std::string_view written, std::uint32_t hash, Known& known_word) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].written_bytes != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.written_bytes == written.size() &&
        same_bytes(text_.data() + slot.offset, written.data(), written.size())) {
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
  const std::uint32_t hash = bytes_hash(written);
  Slot& slot = free_slot(hash);
  slot = {hash,
          static_cast<std::uint32_t>(text_.size()),
          static_cast<std::uint16_t>(written.size()),
          static_cast<std::uint8_t>(word.size()),
          static_cast<std::uint8_t>(term.size()),
          stop_word};
  text_.append(written).append(word).append(term);
  Known added = known(slot);
  added.is_new = true;
  return added;
}

WordCache::Slot& WordCache::free_slot(std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].written_bytes != 0) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

void WordCache::forget() {
  slots_ = std::vector<Slot>(slots_min);
  text_ = {};
  words_ = 0;
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
  return {strings.substr(0, slot.word_bytes), strings.substr(slot.word_bytes), slot.stop_word,
          false};
}

}  // namespace pilcrow
