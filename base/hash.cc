// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace pilcrow {

struct StreamHash::State {
  XXH3_state_t xxh;
};

std::uint64_t hash64(std::string_view bytes) noexcept {
  return XXH3_64bits(bytes.data(), bytes.size());
}

StreamHash::StreamHash() : state_(std::make_unique<State>()) {
  XXH3_64bits_reset(&state_->xxh);
}

StreamHash::~StreamHash() = default;

void StreamHash::update(std::string_view bytes) {
  XXH3_64bits_update(&state_->xxh, bytes.data(), bytes.size());
}

std::uint64_t StreamHash::value() const {
  return XXH3_64bits_digest(&state_->xxh);
}

}  // namespace pilcrow
