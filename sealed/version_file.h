// SPDX-License-Identifier: GPL-2.0-or-later
// The file "iamglass", which makes a database of the tables beside it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "sealed/table_writer.h"

namespace pilcrow::sealed {

// Of all documents together.
struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t length_min = 0;  // The least but 0.
  std::uint32_t length_max = 0;
  std::uint32_t wdf_max = 0;
  std::uint64_t length_total = 0;
};

struct VersionInfo {
  std::array<char, 16> uuid{};
  // postlist, docdata, termlist, position, spelling, synonym.
  std::array<RootInfo, 6> roots;
  DatabaseStatistics statistics;
};

std::array<char, 16> random_uuid();
std::string encode(const VersionInfo& version);

}  // namespace pilcrow::sealed
