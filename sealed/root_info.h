// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "sealed/block.h"

namespace pilcrow::sealed {

// What the version file says of a table.
struct RootInfo {
  std::uint32_t root = 0;  // The block where the tree begins.
  std::uint32_t level = 0;
  bool present = false;       // False: there is no file, and the table is empty.
  std::uint64_t entries = 0;  // Keys.
  std::uint32_t block_bytes = block_bytes_default;
  std::uint32_t compress_min = 0;  // A writer tries to deflate tags of more bytes; 0: none.
  std::uint32_t blocks = 0;        // In the file; not read back.
};

}  // namespace pilcrow::sealed
