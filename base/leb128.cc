// SPDX-License-Identifier: GPL-2.0-or-later
#include "base/leb128.h"

namespace pilcrow {

void append_leb128(std::string& bytes, std::uint64_t number) {
  char spelled[leb128_bytes_max];
  bytes.append(spelled, static_cast<std::size_t>(put_leb128(spelled, number) - spelled));
}

}  // namespace pilcrow
