// SPDX-License-Identifier: GPL-2.0-or-later
// What is looked up once and asked for often.
#pragma once

#include <cstddef>
#include <utility>

namespace pilcrow {

// What `make` returns for a key, made once; where there are too many, all are forgotten.
template <typename Known, typename Make>
const typename Known::mapped_type& remembered(Known& known, const typename Known::key_type& key,
                                              std::size_t most, const Make& make) {
  if (const auto found = known.find(key); found != known.end()) {
    return found->second;
  }
  typename Known::mapped_type made = make();
  if (known.size() >= most) {
    known.clear();
  }
  return known.emplace(key, std::move(made)).first->second;
}

}  // namespace pilcrow
