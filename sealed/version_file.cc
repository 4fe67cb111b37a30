// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/version_file.h"

#include <algorithm>
#include <limits>
#include <random>

#include "sealed/codec.h"

namespace pilcrow::sealed {
namespace {

// What every file of the format begins with; the last two bytes are its date, 14 March 2016: years
// since 2014 above four bits for the month and five for the day.  All versions from 1.4.0 on have
// it.
constexpr std::string_view format_head("\x0f\x0dXapian Glass\x04\x6e", 16);

// Of each table, in this order.
constexpr RootInfo VersionInfo::*roots[] = {&VersionInfo::postings,  &VersionInfo::data,
                                            &VersionInfo::termlists, &VersionInfo::positions,
                                            &VersionInfo::spelling,  &VersionInfo::synonyms};

// The lowest bits beside a level.
constexpr unsigned level_shift = 2;
constexpr unsigned is_sequential = 2;  // Leaves stand in the file in the order of their keys.
constexpr unsigned is_absent = 1;

void append_root(std::string& out, const RootInfo& root, std::uint32_t revision) {
  append_leb128(out, root.root);
  append_leb128(out, std::uint64_t{root.level} << level_shift | is_sequential |
                         (root.present ? 0 : is_absent));
  append_leb128(out, root.entries);
  append_leb128(out, root.block_bytes / block_bytes_min);
  append_leb128(out, root.compress_min);
  std::string free_list;
  if (root.present) {
    append_leb128(free_list, revision);
    append_leb128(free_list, root.blocks);
    free_list.append(4, '\0');  // No block is free: where one would be read and written.
  }
  append_string(out, free_list);
}

// Takes the parts of a version file; all are 0 once one is not as it should be.
class VersionReader {
 public:
  explicit VersionReader(std::string_view bytes) : rest_(bytes) {
    is_good_ = take(format_head.size()) == format_head;
  }

  bool is_good() const { return is_good_; }

  std::string_view take(std::uint64_t size) {
    is_good_ = is_good_ && size <= rest_.size();
    const std::string_view taken = rest_.substr(0, is_good_ ? size : 0);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
    const std::optional<std::uint64_t> number = take_leb128(rest_);
    is_good_ = is_good_ && number && *number <= most;
    return is_good_ ? *number : 0;
  }

  std::uint32_t number32() {
    return static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
  }

  RootInfo root() {
    RootInfo root;
    root.root = number32();
    const std::uint32_t level = number32();
    root.level = level >> level_shift;
    root.present = (level & is_absent) == 0;
    root.entries = number();
    const std::uint64_t block_bytes = number(block_bytes_max / block_bytes_min) * block_bytes_min;
    root.block_bytes = static_cast<std::uint32_t>(block_bytes);
    root.compress_min = number32();
    take(number());  // The list of free blocks.
    is_good_ = is_good_ && root.level < levels_max && is_block_size(block_bytes);
    return root;
  }

 private:
  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace

Uuid random_uuid() {
  Uuid uuid;
  std::random_device random;
  for (std::size_t i = 0; i < uuid.size(); i += 4) {
    put_be32(uuid.data() + i, random());
  }
  // RFC 4122: version 4, variant 1.
  uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

std::string to_text(const Uuid& uuid) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    text += i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "";
    text += digits[static_cast<std::uint8_t>(uuid[i]) >> 4];
    text += digits[static_cast<std::uint8_t>(uuid[i]) & 0xf];
  }
  return text;
}

std::string encode(const VersionInfo& version, const DatabaseStatistics& statistics) {
  std::string out(format_head);
  out.append(version.uuid.data(), version.uuid.size());
  append_leb128(out, version.revision);
  for (const auto root : roots) {
    append_root(out, version.*root, version.revision);
  }
  append_leb128(out, statistics.documents);
  append_leb128(out, statistics.last_docid - statistics.documents);
  append_leb128(out, statistics.length_min);
  append_leb128(out, statistics.wdf_max);
  append_leb128(out, statistics.length_max - statistics.wdf_max);
  append_leb128(out, 0);  // The oldest changeset.
  append_leb128(out, statistics.length_total);
  append_leb128(out, 0);  // How often the most frequent word of the spelling data stands there.
  return out;
}

std::optional<VersionInfo> decode_version(std::string_view bytes) {
  VersionReader reader(bytes);
  VersionInfo version;
  const std::string_view uuid = reader.take(version.uuid.size());
  std::copy(uuid.begin(), uuid.end(), version.uuid.begin());
  version.revision = reader.number32();
  for (const auto root : roots) {
    version.*root = reader.root();
  }
  return reader.is_good() ? std::optional(version) : std::nullopt;
}

}  // namespace pilcrow::sealed
