// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/version_file.h"

#include <gtest/gtest.h>
#include <string>

#include "sealed/codec.h"

namespace pilcrow::sealed {
namespace {

// The bytes before the first table: what the format begins with, the UUID, revision 1.
constexpr std::size_t first_table = 16 + 16 + 1;

VersionInfo some_version() {
  VersionInfo version;
  version.uuid = random_uuid();
  version.postings = {.root = 70'000,
                      .level = 3,
                      .present = true,
                      .entries = 1'000'000'000'000,
                      .block_bytes = 65'536,
                      .compress_min = 0,
                      .blocks = 70'001};
  version.data = {.root = 0, .present = true, .block_bytes = 2048, .compress_min = 18, .blocks = 1};
  return version;
}

void expect_equal_roots(const RootInfo& left, const RootInfo& right) {
  EXPECT_EQ(left.root, right.root);
  EXPECT_EQ(left.level, right.level);
  EXPECT_EQ(left.present, right.present);
  EXPECT_EQ(left.entries, right.entries);
  EXPECT_EQ(left.block_bytes, right.block_bytes);
  EXPECT_EQ(left.compress_min, right.compress_min);
}

// A table as the version file spells it, without free blocks.
void append_table(std::string& bytes, std::uint64_t root, std::uint64_t level,
                  std::uint64_t block_bytes) {
  for (const std::uint64_t number : {root, level << 2, std::uint64_t{5}, block_bytes / 2048,
                                     std::uint64_t{0}, std::uint64_t{0}}) {
    append_leb128(bytes, number);
  }
}

// A version file whose first table is as told.
std::string with_first_table(std::uint64_t root, std::uint64_t level, std::uint64_t block_bytes) {
  std::string bytes = encode(some_version(), {}).substr(0, first_table);
  append_table(bytes, root, level, block_bytes);
  for (int other = 1; other < 6; ++other) {
    append_table(bytes, 0, 0, 8192);
  }
  return bytes;
}

TEST(VersionFile, TellsOfEveryTable) {
  const VersionInfo version = some_version();
  const std::optional<VersionInfo> read = decode_version(encode(version, {}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->uuid, version.uuid);
  EXPECT_EQ(read->revision, 1U);
  for (const auto root :
       {&VersionInfo::postings, &VersionInfo::data, &VersionInfo::termlists,
        &VersionInfo::positions, &VersionInfo::spelling, &VersionInfo::synonyms}) {
    expect_equal_roots((*read).*root, version.*root);
  }
}

TEST(VersionFile, IsNoneWhenItIsCutBeforeTheEndOfItsTables) {
  const std::string whole = encode(some_version(), {});
  constexpr std::size_t statistics_bytes = 8;  // Eight zeros.
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(decode_version(whole.substr(0, size)).has_value(),
              size >= whole.size() - statistics_bytes)
        << size;
  }
}

TEST(VersionFile, IsNoneOfAnotherFormat) {
  const std::string whole = encode(some_version(), {});
  for (std::size_t at = 0; at < 16; ++at) {
    std::string other = whole;
    ++other[at];
    EXPECT_FALSE(decode_version(other)) << at;
  }
}

TEST(VersionFile, TablesHaveBlocksAndLevelsThatThereCanBe) {
  EXPECT_TRUE(decode_version(with_first_table(0, 0, 8192)));
  EXPECT_TRUE(decode_version(with_first_table(0xffff'ffff, 9, 65'536)));
  EXPECT_FALSE(decode_version(with_first_table(0x1'0000'0000, 0, 8192)));
  EXPECT_FALSE(decode_version(with_first_table(0, 10, 8192)));
  for (const std::uint64_t block_bytes : {0U, 6144U, 131'072U, 1U << 30}) {
    EXPECT_FALSE(decode_version(with_first_table(0, 0, block_bytes))) << block_bytes;
  }
}

TEST(VersionFile, SpellsAUuidAsXapianDoes) {
  EXPECT_EQ(to_text({'\x00', '\x01', '\x02', '\x03', '\x04', '\x05', '\x06', '\x07', '\x08', '\x09',
                     '\x0a', '\x0b', '\x0c', '\x0d', '\x0e', '\xff'}),
            "00010203-0405-0607-0809-0a0b0c0d0eff");
}

}  // namespace
}  // namespace pilcrow::sealed
