// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/word_table.h"

#include <array>
#include <bit>
#include <utility>

#include "analysis/bytes_hash.h"

namespace pilcrow {
namespace {

constexpr std::size_t slots_min = std::size_t{1} << 10;
constexpr std::size_t half = sizeof(std::uint64_t);
constexpr std::size_t key_bytes = 2 * half;
constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;

// By how many bytes of eight belong to a word: what keeps these and clears the others.
constexpr std::array<std::uint64_t, half + 1> kept_bytes = [] {
  std::array<std::uint64_t, half + 1> masks = {};
  for (std::size_t bytes = 1; bytes <= half; ++bytes) {
    const std::size_t bits = 8 * (half - bytes);
    masks[bytes] = std::endian::native == std::endian::little ? ~std::uint64_t{0} >> bits
                                                              : ~std::uint64_t{0} << bits;
  }
  return masks;
}();

std::uint32_t hash_of(const WordTable::Key& key) {
  std::uint64_t hash = key.first * prime;
  hash = ((hash ^ hash >> 32) + key.second) * prime;
  hash = ((hash ^ hash >> 32) + key.bytes + (std::uint64_t{key.language} << 16)) * prime;
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

WordTable::WordTable() : slots_(slots_min) {}

WordTable::Key WordTable::key_of(std::string_view text, Span span, std::uint8_t language) {
  const char* written = text.data() + span.begin;
  const std::size_t bytes = span.size();
  Key key = {0, 0, static_cast<std::uint16_t>(bytes), language, 0};
  std::array<char, key_bytes> copy = {};
  if (bytes > key_bytes) {
    key.first = load_bytes<std::uint64_t>(written);
    key.second = bytes_hash({written + half, bytes - half});
  } else {
    // Only at the end of a text may there be less than is loaded.
    if (text.size() - span.begin < key_bytes) {
      std::memcpy(copy.data(), written, bytes);
      written = copy.data();
    }
    key.first = load_bytes<std::uint64_t>(written) & kept_bytes[std::min(bytes, half)];
    key.second =
        load_bytes<std::uint64_t>(written + half) & kept_bytes[std::max(bytes, half) - half];
  }
  key.hash = hash_of(key);
  return key;
}

const WordTable::Entry* WordTable::find(const Key& key, std::string_view written) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask; slots_[at].bytes != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.first == key.first && slot.second == key.second && slot.bytes == key.bytes &&
        slot.language == key.language &&
        (key.bytes <= key_bytes ||
         written == std::string_view(text_).substr(words_[slot.entry.number].begin, key.bytes))) {
      return &slot.entry;
    }
  }
  return nullptr;
}

const WordTable::Entry& WordTable::add(const Key& key, std::string_view written, const Known& known,
                                       const WordLetters& letters) {
  if (2 * words_.size() >= slots_.size()) {
    grow();
  }
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back({letters.languages, key.hash, static_cast<std::uint32_t>(text_.size()),
                    static_cast<std::uint16_t>(written.size()),
                    static_cast<std::uint8_t>(known.word.size()),
                    static_cast<std::uint8_t>(known.term.size()), known.stop_word});
  text_.append(written).append(known.word).append(known.term);
  Slot& slot = free_slot(key.hash);
  slot = {key.first, key.second, {number, letters.plain}, key.bytes, key.language};
  return slot.entry;
}

WordTable::Known WordTable::known(std::uint32_t number) const {
  const Word& word = words_[number];
  const std::string_view strings = std::string_view(text_).substr(
      word.begin + word.written_bytes, std::size_t{word.word_bytes} + word.term_bytes);
  return {strings.substr(0, word.word_bytes), strings.substr(word.word_bytes), word.stop_word};
}

WordTable::Slot& WordTable::free_slot(std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].bytes != 0) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

// Keeps half of the slots free.
void WordTable::grow() {
  const LargeVector<Slot> old = std::exchange(slots_, LargeVector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.bytes != 0) {
      free_slot(words_[slot.entry.number].hash) = slot;
    }
  }
}

void WordTable::forget() {
  slots_.assign(slots_.size(), {});
  words_.clear();
  text_.clear();
}

}  // namespace pilcrow
