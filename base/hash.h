// SPDX-License-Identifier: GPL-2.0-or-later
// Hashes: of ids, contents and stored records.  All are XXH3 (xxHash 0.8), which never changes.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace pilcrow {

std::uint64_t hash64(std::string_view bytes) noexcept;

// The hash of bytes that come in pieces: the same as hash64 of all of them together.
class StreamHash {
 public:
  StreamHash();
  ~StreamHash();
  void update(std::string_view bytes);
  std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pilcrow
