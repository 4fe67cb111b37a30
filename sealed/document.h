// SPDX-License-Identifier: GPL-2.0-or-later
// What a document consists of, without a copy.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sealed/lists.h"

namespace pilcrow::sealed {

struct SlotValue {
  std::uint32_t slot = 0;
  std::string_view value;
};

struct DocumentView {
  std::span<const TermCount> terms;   // In the order of their bytes, each once.
  std::span<const SlotValue> values;  // By slot; an empty value is none.
  std::string_view data;
  // Terms of one number are the same in all documents of one numbering.
  std::uint32_t numbering = 0;
};

}  // namespace pilcrow::sealed
