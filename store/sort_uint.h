// SPDX-License-Identifier: GPL-2.0-or-later
// How Xapian's keys spell numbers, such as those of documents ("sort-uint"): spellings sort as the
// numbers do, and never begin with the byte 0xff.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pilcrow {

constexpr std::size_t sort_uint_bytes_max = 9;

// To `out`, which has room for the most bytes; the place after what it wrote.
char* put_sort_uint(char* out, std::uint64_t value);
void append_sort_uint(std::string& out, std::uint64_t value);
// The number that is all of `bytes`; nothing where they spell none.
std::optional<std::uint64_t> read_sort_uint(std::string_view bytes);

}  // namespace pilcrow
