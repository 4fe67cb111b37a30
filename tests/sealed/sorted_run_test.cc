// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/sorted_run.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <csignal>
#include <map>
#include <random>

#include "pilcrow/error.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

std::vector<const SpillStream*> pointers(const std::vector<SpillStream>& runs) {
  std::vector<const SpillStream*> all;
  for (const SpillStream& run : runs) {
    all.push_back(&run);
  }
  return all;
}

TEST(SpillStream, GivesBackWhatCameWhereverItIsKept) {
  const TemporaryPath folder;
  for (const std::size_t memory_bytes : {1U, 10U, 4096U, 1U << 30}) {
    SpillFile file(folder.path());
    SpillStream stream(file, memory_bytes);
    SpillStream other(file, memory_bytes);  // Takes turns in the file.
    std::mt19937 random(1);
    std::vector<std::string> texts;
    for (int i = 0; i < 300; ++i) {
      texts.emplace_back(random() % 400, static_cast<char>('a' + i % 26));
      stream.append_number(std::uint64_t{1} << (i % 64));
      stream.append_text(texts.back());
      other.append_text("other");
    }
    SpillReader reader(stream, 100);
    for (int i = 0; i < 300; ++i) {
      EXPECT_EQ(reader.number(), std::uint64_t{1} << (i % 64));
      EXPECT_EQ(reader.text(), texts[static_cast<std::size_t>(i)]);
    }
    EXPECT_TRUE(reader.at_end());
    expect_error(ErrorCode::internal, "ends too early", [&] { reader.number(); });
  }
}

TEST(SpillFile, LeavesNothingInItsFolder) {
  const TemporaryPath folder;
  SpillFile file(folder.path());
  file.append("bytes");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(SpillFile, AFullDiskIsToldWithTheFolder) {
  const TemporaryPath folder;
  SpillFile file(folder.path());
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before = {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit limit = {1000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &limit);
  expect_error(ErrorCode::io, "write temporary file in " + folder.path().string(),
               [&] { file.append(std::string(2000, 'x')); });
  ::setrlimit(RLIMIT_FSIZE, &before);
}

TEST(RecordSorter, MergesAnyNumberOfRunsInTheOrderOfKeys) {
  const TemporaryPath folder;
  for (const std::size_t memory_bytes : {1U, 2000U, 1U << 30}) {
    SpillFile file(folder.path());
    RecordSorter sorter(file, memory_bytes);
    std::map<std::string, std::map<std::uint64_t, std::string>> expected;
    std::mt19937 random(2);
    for (std::uint64_t order = 0; order < 500; ++order) {
      const std::string key = std::string(random() % 3 * 8, 'k') + std::to_string(random() % 100);
      expected[key][order] = std::string(order % 40, 'p');
      sorter.add(key, order, expected[key][order]);
    }
    sorter.finish();
    RunMerger merger(pointers(sorter.runs()), 1 << 20);
    for (const auto& [key, records] : expected) {
      ASSERT_TRUE(merger.next());
      EXPECT_EQ(merger.key(), key);
      ASSERT_EQ(merger.size(), records.size());
      std::size_t i = 0;
      for (const auto& [order, payload] : records) {
        EXPECT_EQ(merger.order(i), order);
        EXPECT_EQ(merger.payload(i++), payload);
      }
    }
    EXPECT_FALSE(merger.next());
  }
}

TEST(RecordSorter, NothingIsNoRun) {
  const TemporaryPath folder;
  SpillFile file(folder.path());
  RecordSorter sorter(file, 1);
  sorter.finish();
  EXPECT_TRUE(sorter.runs().empty());
  EXPECT_FALSE(RunMerger({}, 1).next());
}

TEST(FirstBytes, SortAsTheBytesDo) {
  const std::vector<std::string> sorted = {
      "", "a", std::string("a\0", 2), "ab", "abcdefgh", "b", "\xC3\xA9", "\xFF"};
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    EXPECT_LE(first_bytes_of(sorted[i - 1]), first_bytes_of(sorted[i])) << i;
  }
}

}  // namespace
}  // namespace pilcrow::sealed
