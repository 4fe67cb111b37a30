// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/table_writer.h"

#include <gtest/gtest.h>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "pilcrow/error.h"
#include "tests/sealed/decode.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

using namespace std::string_literals;

constexpr std::uint32_t small_block_bytes = 2048;

RootInfo write_table(const std::filesystem::path& path, const std::vector<TableEntry>& entries,
                     std::uint32_t block_bytes) {
  TableWriter table(path, block_bytes, 0);
  for (const TableEntry& entry : entries) {
    table.add(entry.key, entry.tag, entry.deflated ? TagForm::deflated : TagForm::plain);
  }
  const RootInfo root = table.finish();
  table.close();
  return root;
}

// Writes, reads back and compares.
RootInfo expect_round_trip(const std::vector<TableEntry>& entries,
                           std::uint32_t block_bytes = small_block_bytes) {
  const TemporaryPath folder;
  const RootInfo root = write_table(folder / "table", entries, block_bytes);
  EXPECT_EQ(read_table(folder / "table", root), entries);
  return root;
}

TEST(TableWriter, AnEmptyTableIsALeafWithASentinel) {
  const RootInfo root = expect_round_trip({});
  EXPECT_EQ(root.level, 0U);
  EXPECT_EQ(root.blocks, 1U);
  EXPECT_EQ(root.entries, 0U);
}

// A block of 2048 bytes has 2037 for items and two for each item's place; the sentinel takes 5.
TEST(TableWriter, BlocksAreFilledToTheLastByte) {
  constexpr std::size_t room = 2037 - 5;
  constexpr std::size_t item_overhead = 2 + 3 + 2;  // Place, head, key.
  for (const std::size_t over : {0U, 1U}) {
    std::vector<TableEntry> entries;
    for (char letter = 'a'; letter < 'e'; ++letter) {
      entries.push_back({{'k', letter}, std::string(room / 4 - item_overhead, letter)});
    }
    static_assert(room % 4 == 0);
    entries.back().tag.append(over, 'x');
    const RootInfo root = expect_round_trip(entries);
    EXPECT_EQ(root.blocks, over == 0 ? 1U : 3U);
    EXPECT_EQ(root.level, over == 0 ? 0U : 1U);
  }
}

TEST(TableWriter, TreesGrowLevelByLevel) {
  std::vector<TableEntry> entries;
  std::uint32_t level = 0;
  for (std::uint32_t number = 100'000; level < 4; ++number) {
    // What the keys share makes the dividers long.
    entries.push_back({std::string(240, 'k') + std::to_string(number), "tag"});
    if (entries.size() % 97 == 0) {
      level = expect_round_trip(entries).level;
    }
    ASSERT_LT(entries.size(), 20'000U);
  }
}

TEST(TableWriter, DividesLeavesByTheShortestKey) {
  const TemporaryPath folder;
  const std::vector<TableEntry> entries = {{"aaaa-long", std::string(480, '1')},
                                           {"aaaa-longer", std::string(480, '2')},
                                           {"aaab", std::string(480, '3')},
                                           {"aaac-long", std::string(480, '4')},
                                           {"aaad-long", std::string(480, '5')}};
  const RootInfo root = write_table(folder / "table", entries, small_block_bytes);
  ASSERT_EQ(root.level, 1U);
  const std::string branch =
      read_file(folder / "table").substr(std::size_t{root.root} * small_block_bytes);
  EXPECT_NE(branch.find("\4aaad\0\1"s), std::string::npos);
  EXPECT_EQ(branch.find("aaad-"), std::string::npos);
}

TEST(TableWriter, TagsAreSplitIntoPieces) {
  for (const std::uint32_t block_bytes : {2048U, 8192U, 16384U, 65536U}) {
    for (const std::size_t size : {500U, 506U, 507U, 508U, 2000U, 2040U, 8185U, 8190U, 100'000U}) {
      for (const std::size_t before : {0U, 1U, 300U, 480U}) {
        SCOPED_TRACE(std::to_string(size) + " bytes in blocks of " + std::to_string(block_bytes));
        expect_round_trip({{"a", std::string(before, 'a')},
                           {"b", std::string(size, 'b'), true},
                           {std::string(255, 'c'), std::string(size, 'c')},
                           {"d", std::string(size, 'd')}},
                          block_bytes);
      }
    }
  }
}

// In blocks of 2048 bytes an item has 507 at most; of those of a key of one byte a piece has 501,
// and the first up to 503.
TEST(TableWriter, ATagHasAtMost65535Pieces) {
  const TemporaryPath folder;
  constexpr std::size_t others = 65'534 * std::size_t{501};
  const std::string tag(others + 503 + 1, 't');
  TableWriter table(folder / "table", small_block_bytes, 0);
  expect_error(ErrorCode::invalid_argument, "more than 65535 pieces", [&] { table.add("k", tag); });
  table.add("k", std::string_view(tag).substr(0, others + 1));
  const RootInfo root = table.finish();
  table.close();
  EXPECT_EQ(read_table(folder / "table", root).front().tag.size(), others + 1);
}

TEST(TableWriter, RefusesKeysThatAreNotInOrderOrTooLong) {
  const TemporaryPath folder;
  TableWriter table(folder / "table", small_block_bytes, 0);
  expect_error(ErrorCode::invalid_argument, "a key has 0 bytes", [&] { table.add("", "tag"); });
  expect_error(ErrorCode::invalid_argument, "a key has 256 bytes",
               [&] { table.add(std::string(256, 'k'), "tag"); });
  table.add(std::string(255, 'k'), "tag");
  expect_error(ErrorCode::internal, "a key came twice",
               [&] { table.add(std::string(255, 'k'), "tag"); });
  expect_error(ErrorCode::internal, "keys came in the wrong order",
               [&] { table.add("kk", "tag"); });
  // Bytes are unsigned.
  table.add("\x80", "tag");
  expect_error(ErrorCode::internal, "keys came in the wrong order",
               [&] { table.add("\x7f", "tag"); });
  // What was refused has left nothing.
  const RootInfo root = table.finish();
  table.close();
  EXPECT_EQ(read_table(folder / "table", root).size(), 2U);
}

TEST(TableWriter, RefusesBlockSizesThatTheFormatDoesNotHave) {
  for (const std::uint32_t block_bytes : {0U, 1024U, 2047U, 3000U, 131'072U}) {
    const TemporaryPath folder;
    expect_error(ErrorCode::invalid_argument, "a power of two from 2048 to 65536",
                 [&] { TableWriter(folder / "table", block_bytes, 0); });
    EXPECT_FALSE(std::filesystem::exists(folder / "table"));
  }
}

TEST(TableWriter, RefusesToOverwrite) {
  const TemporaryPath folder;
  write_file(folder / "table", "kept");
  expect_error(ErrorCode::io, "make file", [&] { TableWriter(folder / "table", 2048, 0); });
  EXPECT_EQ(read_file(folder / "table"), "kept");
}

TEST(TableWriter, GivesBackRandomTables) {
  std::mt19937 random(1);
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    std::map<std::string, std::string> sorted;
    for (auto count = random() % 300; count > 0; --count) {
      std::string key(1 + random() % (random() % 10 == 0 ? 255 : 6), '\0');
      for (char& byte : key) {
        byte = static_cast<char>(random() % 3 == 0 ? random() : 'a');
      }
      sorted[key] = std::string(random() % (random() % 20 == 0 ? 9000 : 40), 't');
    }
    std::vector<TableEntry> entries;
    for (const auto& [key, tag] : sorted) {
      entries.push_back({key, tag, random() % 2 == 0});
    }
    expect_round_trip(entries, std::uint32_t{2048} << (round % 6));
  }
}

}  // namespace
}  // namespace pilcrow::sealed
