// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <unordered_set>

namespace pilcrow {

using ArticleSet = std::unordered_set<std::uint64_t>;  // Hashes of keys.

}  // namespace pilcrow
