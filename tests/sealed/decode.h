// SPDX-License-Identifier: GPL-2.0-or-later
// The way back from what sealed/codec.h and sealed/table_writer.h write, from the format's
// specification alone.  Each throws std::runtime_error on anything that the format does not have.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sealed/table_writer.h"

namespace pilcrow::sealed {

// Numbers at the beginning of `in`, which is then cut off.
std::uint64_t take_vint(std::string_view& in);
std::uint64_t take_sort_uint(std::string_view& in);
std::string take_sort_string(std::string_view& in, bool last);
// All of `in`.
std::uint64_t decode_last_uint(std::string_view in);
std::vector<std::uint32_t> decode_positions(std::string_view in);

struct TableEntry {
  std::string key;
  std::string tag;
  bool deflated = false;
  bool operator==(const TableEntry&) const = default;
};

// All entries of a table, in order, found from the root down.  Checks every block: header, free
// space, order of items, what parents say of children, and that each is used once.
std::vector<TableEntry> read_table(const std::filesystem::path& path, const RootInfo& root);

}  // namespace pilcrow::sealed
