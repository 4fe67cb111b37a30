// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/version_file.h"

#include <bit>
#include <random>

#include "sealed/codec.h"

namespace pilcrow::sealed {
namespace {

void append_root(std::string& out, const RootInfo& root) {
  constexpr unsigned sequential = 2;  // Leaves stand in the file in the order of their keys.
  constexpr unsigned fake = 1;
  append_vint(out, root.root);
  append_vint(out, std::uint64_t{root.level} << 2 | sequential | (root.present ? 0 : fake));
  append_vint(out, root.entries);
  append_vint(out, root.block_bytes >> 11);
  append_vint(out, root.compress_min);
  std::string free_list;
  if (root.present) {
    append_vint(free_list, sealed_revision);
    append_vint(free_list, root.blocks);
    free_list.append(4, '\0');  // No block is free: where one would be read and written.
  }
  append_string(out, free_list);
}

}  // namespace

std::array<char, 16> random_uuid() {
  std::array<char, 16> uuid;
  std::random_device random;
  for (std::size_t i = 0; i < uuid.size(); i += 4) {
    put_be32(uuid.data() + i, random());
  }
  // RFC 4122: version 4, variant 1.
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

std::string encode(const VersionInfo& version) {
  constexpr std::uint32_t format = (2016U - 2014U) << 9 | 3U << 5 | 14U;  // 14 March 2016.
  std::string out("\x0f\x0dXapian Glass");
  char number[2];
  put_be16(number, format);
  out.append(number, sizeof number);
  out.append(version.uuid.data(), version.uuid.size());
  append_vint(out, sealed_revision);
  for (const RootInfo& root : version.roots) {
    append_root(out, root);
  }
  const DatabaseStatistics& statistics = version.statistics;
  append_vint(out, statistics.documents);
  append_vint(out, statistics.last_docid - statistics.documents);
  append_vint(out, statistics.length_min);
  append_vint(out, statistics.wdf_max);
  append_vint(out, statistics.length_max - statistics.wdf_max);
  append_vint(out, 0);  // The oldest changeset.
  append_vint(out, statistics.length_total);
  append_vint(out, 0);  // How often the most frequent word of the spelling data stands there.
  return out;
}

}  // namespace pilcrow::sealed
