// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are made to harm: each costs one clear problem, and the rest is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilcrow/error.h"
#include "tests/support/archives.h"
#include "tests/support/read_all.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::HasSubstr;

class HostileTest : public testing::Test {
 protected:
  ReadResult read(const std::string& name, std::string_view bytes,
                  const ReadOptions& options = {}) {
    write_file(folder_ / name, bytes);
    return read_all(folder_ / name, options);
  }

  static void expect_one_problem(const ReadResult& result, const char* reason) {
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_THAT(result.problems[0].reason, HasSubstr(reason));
  }

  TemporaryPath folder_;
};

constexpr const char* as_an_attack = "unpacks to more than 500 times its size, as an attack would";

TEST_F(HostileTest, ABombIsLeftOutAndWhatCameBeforeItStays) {
  const std::string zeros(std::size_t{66} << 20, '\0');
  for (const char* filter : {"bzip2", "zstd"}) {
    const ReadResult result =
        read("a.tar",
             pack("ustar", filter, {{"a.txt", "It rained."}, {"b.png", zeros}, {"c.txt", "x"}}));
    EXPECT_EQ(result.articles.size(), 1U) << filter;
    expect_one_problem(result, as_an_attack);
  }
}

TEST_F(HostileTest, ArchivesWithinAnArchiveShareOneLimit) {
  const std::string inner = compress("gzip", std::string(std::size_t{20} << 20, 'x'));
  Members many;
  for (int i = 0; i < 8; ++i) {
    many.emplace_back(std::to_string(i) + ".jsonl.gz", inner);
  }
  const ReadResult result = read("a.tar.xz", pack("ustar", "xz", many));
  EXPECT_TRUE(result.articles.empty());
  ASSERT_FALSE(result.problems.empty());
  EXPECT_LE(result.problems.size(), 8U);
  EXPECT_THAT(result.problems.back().reason, HasSubstr(as_an_attack));
}

TEST_F(HostileTest, ATruncatedCompressedFileKeepsTheLinesBefore) {
  std::string lines;
  unsigned state = 1;
  for (int i = 0; i < 100000; ++i) {
    state = state * 1103515245 + 12345;
    lines += "{\"text\":\"Rain of " + std::to_string(state) + ".\"}\n";
  }
  const std::string packed = compress("gzip", lines);
  const ReadResult result = read("a.jsonl.gz", packed.substr(0, packed.size() / 2));
  EXPECT_GT(result.articles.size(), 10000U);
  expect_one_problem(result, "it is damaged");
}

TEST_F(HostileTest, ALineOfHundredsOfMegabytesIsPassedOver) {
  const std::string path = folder_ / "a.jsonl";
  write_file(path, "{\"text\":\"It rained.\"}\n");
  ASSERT_EQ(::truncate(path.c_str(), off_t{300} << 20), 0);
  const ReadResult result = read_all(path, {.article_bytes_max = 1000});
  EXPECT_EQ(result.articles.size(), 1U);
  expect_one_problem(result, "more than 1000 bytes");
}

TEST_F(HostileTest, AFileThatShrinksOrGrowsWhileItIsReadStaysConsistent) {
  const std::string path = folder_ / "a.jsonl";
  std::string lines;
  while (lines.size() < (std::size_t{1} << 20)) {
    lines += "{\"text\":\"It rained on the steppe.\"}\n";
  }
  for (const bool grows : {false, true}) {
    write_file(path, lines);
    const auto reader = open_source(path);
    Article article;
    std::vector<Problem> problems;
    ASSERT_TRUE(reader->next(article, problems));
    write_file(path, grows ? lines + lines : "");
    std::size_t articles = 1;
    while (reader->next(article, problems)) {
      EXPECT_EQ(article.text, "It rained on the steppe.");
      ++articles;
    }
    EXPECT_LE(problems.size(), 1U);
    EXPECT_GT(articles, 100U);
  }
}

TEST_F(HostileTest, EveryPrefixOfAnArchiveIsReadWithoutHarm) {
  const std::string inner = pack("zip", "none", {{"c.txt", "It stopped raining."}});
  for (const std::string& whole :
       {pack("zip", "none", {{"a.txt", "It rained."}, {"b.zip", inner}}),
        pack("paxr", "gzip", {{"a.txt", "It rained."}, {"b.zip", inner}})}) {
    for (std::size_t size = 0; size < whole.size(); size += 3) {
      const ReadResult result = read("a", whole.substr(0, size));
      EXPECT_LE(result.problems.size(), 2U) << size;
    }
  }
}

TEST_F(HostileTest, NothingInAFolderStopsTheRest) {
  write_file(folder_ / "a.txt", "It rained.");
  write_file(folder_ / "b\nc.txt", "It stopped.");
  write_file(folder_ / "\xFF.txt", "It snowed.");
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink(folder_ / "loop", folder_ / "loop");
  SourceWalker walker({folder_.path()});
  ReadResult result;
  std::string path;
  while (walker.next(path, result.problems)) {
    const ReadResult one = read_all(path);
    result.articles.insert(result.articles.end(), one.articles.begin(), one.articles.end());
  }
  EXPECT_EQ(result.articles.size(), 3U);
  EXPECT_EQ(result.problems.size(), 2U);
}

}  // namespace
}  // namespace pilcrow
