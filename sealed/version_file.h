// SPDX-License-Identifier: GPL-2.0-or-later
// The file "iamglass", which makes a database of the tables beside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sealed/block.h"
#include "sealed/root_info.h"

namespace pilcrow::sealed {

constexpr const char* version_file = "iamglass";
constexpr const char* posting_file = "postlist.glass";
constexpr const char* data_file = "docdata.glass";
constexpr const char* termlist_file = "termlist.glass";
constexpr const char* position_file = "position.glass";

// Of all documents together.
struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t length_min = 0;  // The least but 0.
  std::uint32_t length_max = 0;
  std::uint32_t wdf_max = 0;
  std::uint64_t length_total = 0;
};

using Uuid = std::array<char, 16>;

// One revision of a database.
struct VersionInfo {
  Uuid uuid{};
  std::uint32_t revision = sealed_revision;
  RootInfo postings;
  RootInfo data;
  RootInfo termlists;
  RootInfo positions;
  RootInfo spelling;
  RootInfo synonyms;
};

Uuid random_uuid();
// As Xapian spells it.
std::string to_text(const Uuid& uuid);

std::string encode(const VersionInfo& version, const DatabaseStatistics& statistics);
// Nothing where `bytes` are of another format, or damaged.  Statistics are not looked at.
std::optional<VersionInfo> decode_version(std::string_view bytes);

}  // namespace pilcrow::sealed
