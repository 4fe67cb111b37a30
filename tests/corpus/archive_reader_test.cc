// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/archives.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_all.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

class ArchiveReaderTest : public testing::Test {
 protected:
  ReadResult read(const std::string& name, std::string_view bytes, const ReadOptions& options = {},
                  SourceFormat format = SourceFormat::automatic) {
    path_ = folder_ / name;
    write_file(path_, bytes);
    ReadResult result = read_all(path_, options, format);
    expect_sources(result);
    return result;
  }

  // Members, each of the article's id without the path.
  std::vector<std::string> members(const ReadResult& result) const {
    std::vector<std::string> names;
    for (const Article& article : result.articles) {
      EXPECT_EQ(article.source_path, path_);
      EXPECT_EQ(article.id.substr(0, path_.size() + 1), path_ + '/');
      names.push_back(article.source_member);
    }
    return names;
  }

  TemporaryPath folder_;
  std::string path_;
};

const Members news = {
    {"news/", ""},
    {"./news/a.txt", "Rain\n\nIt rained on the steppe."},
    {"news/b.jsonl",
     "{\"id\":\"one\",\"text\":\"Eins ä.\"}\n{\"id\":\"two\",\"text\":\"Zwei.\"}\n"},
    {"news/ұшақ.txt", "Ұшақ Алматыға қонды."}};

TEST_F(ArchiveReaderTest, EveryContainerDeliversTheArticlesOfItsMembers) {
  constexpr struct {
    const char* format;
    const char* filter;
    const char* name;
  } rows[] = {
      {"ustar", "none", "a.tar"},      {"paxr", "gzip", "a.tar.gz"},  {"gnutar", "bzip2", "a.tbz2"},
      {"paxr", "xz", "a.tar.xz"},      {"paxr", "zstd", "a.tar.zst"}, {"zip", "none", "a.zip"},
      {"paxr", "gzip", "named_wrong"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read(row.name, pack(row.format, row.filter, news));
    EXPECT_TRUE(result.problems.empty())
        << row.name << (result.problems.empty() ? "" : result.problems[0].reason);
    ASSERT_EQ(result.articles.size(), 4U) << row.name;
    EXPECT_EQ(result.articles[0].id, path_ + "/news/a.txt");
    EXPECT_EQ(result.articles[1].id, "one");
    EXPECT_EQ(result.articles[1].source_member, "news/b.jsonl");
    EXPECT_EQ(result.articles[3].source_member, "news/ұшақ.txt");
  }
}

TEST_F(ArchiveReaderTest, ACompressedFileIsAMemberThatHasItsNameWithoutTheEnding) {
  const std::string content = "Der Pegel steigt.\n\nDas Wasser steht bis zur Mole.";
  for (const char* filter : {"gzip", "bzip2", "xz", "zstd"}) {
    const ReadResult result = read("pegel.txt.gz", compress(filter, content));
    EXPECT_THAT(members(result), ElementsAre("pegel.txt")) << filter;
    EXPECT_TRUE(result.problems.empty());
  }
  EXPECT_THAT(members(read("pegel", compress("gzip", content))), ElementsAre("pegel.content"));
}

TEST_F(ArchiveReaderTest, GzipFilesOneBehindTheOtherAreOneFile) {
  const ReadResult result =
      read("a.jsonl.gz", compress("gzip", "{\"id\":\"1\",\"text\":\"One.\"}\n") +
                             compress("gzip", "{\"id\":\"2\",\"text\":\"Two.\"}\n"));
  EXPECT_EQ(result.articles.size(), 2U);
}

TEST_F(ArchiveReaderTest, AGivenFormatIsThatOfTheMembers) {
  const ReadResult result =
      read("lines.gz", compress("gzip", "{\"text\":\"One.\"}\n"), {}, SourceFormat::text);
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.articles[0].text, HasSubstr("{\"text\""));
}

TEST_F(ArchiveReaderTest, ArchivesWithinArchivesAreReadToADepth) {
  std::string bytes = compress("gzip", "The innermost page.");
  std::string name = "page.txt.gz";
  for (const char* outer : {"a.zip", "b.zip", "c.zip"}) {
    bytes = pack("zip", "none", {{name, bytes}, {"beside.txt", "It is read."}});
    name = outer;
  }
  EXPECT_THAT(members(read(name, bytes)),
              ElementsAre("b.zip/a.zip/page.txt.gz/page.txt", "b.zip/a.zip/beside.txt",
                          "b.zip/beside.txt", "beside.txt"));
  const ReadResult result = read(name, bytes, {.archive_depth_max = 1});
  EXPECT_THAT(members(result), ElementsAre("b.zip/beside.txt", "beside.txt"));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.problems[0].source, path_ + "/b.zip/a.zip");
  EXPECT_THAT(result.problems[0].reason, HasSubstr("within more than 1 archives"));
}

TEST_F(ArchiveReaderTest, HiddenMembersAndWhatPagesComeWithAreSkipped) {
  const ReadResult result = read("site.zip", pack("zip", "none",
                                                  {{".git/config", "x"},
                                                   {"__MACOSX/a.txt", "x"},
                                                   {"img/logo.png", "x"},
                                                   {"style.css", "x"},
                                                   {"a.txt", "It rained."}}));
  EXPECT_THAT(members(result), ElementsAre("a.txt"));
  EXPECT_TRUE(result.problems.empty());
}

TEST_F(ArchiveReaderTest, NamesAreHarmlessAndDistinct) {
  const ReadResult result = read("a.tar", pack("ustar", "none",
                                               {{"/etc/passwd", "First text."},
                                                {"../up.txt", "Second text."},
                                                {"\xC4\xE0.txt", "Third text."},
                                                {"\xC4\xE1.txt", "Fourth text."}}));
  EXPECT_THAT(members(result), ElementsAre("etc/passwd", "../up.txt", "%C4%E0.txt", "%C4%E1.txt"));
}

TEST_F(ArchiveReaderTest, OfTwoMembersWithOneNameTheFirstStays) {
  const ReadResult result =
      read("a.tar", pack("ustar", "none", {{"a.txt", "First text."}, {"./a.txt", "Second text."}}));
  EXPECT_THAT(members(result), ElementsAre("a.txt"));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("twice"));
}

// Encrypted members of a stream do not say where they end, so that the next one can't be found.
TEST_F(ArchiveReaderTest, AnEncryptedMemberIsReportedAndWhatFollowsIsLeftOut) {
  const ReadResult result =
      read("a.zip", pack("zip", "none", {{"0.txt", "Secret."}, {"1.txt", "Secret."}},
                         "encryption=traditional", "word"));
  EXPECT_TRUE(result.articles.empty());
  ASSERT_EQ(result.problems.size(), 2U);
  EXPECT_THAT(result.problems[0].source, EndsWith("a.zip/0.txt"));
  EXPECT_THAT(result.problems[0].reason, HasSubstr("encrypted"));
  EXPECT_THAT(result.problems[1].reason, HasSubstr("the rest of it is left out"));
}

TEST_F(ArchiveReaderTest, ADamagedArchiveIsOneProblemAndKeepsWhatCameBefore) {
  std::string noise;
  for (unsigned i = 0, state = 1; i < 200000; ++i) {
    state = state * 1103515245 + 12345;
    noise += static_cast<char>('a' + (state >> 16) % 26);
  }
  const Members two = {{"a.txt", "It rained."}, {"b.txt", noise}};
  for (const char* filter : {"none", "gzip", "xz", "zstd", "bzip2"}) {
    const std::string whole = pack("ustar", filter, two);
    const ReadResult result = read("a.tar", whole.substr(0, whole.size() / 2));
    ASSERT_EQ(result.problems.size(), 1U) << filter;
    EXPECT_THAT(result.problems[0].reason,
                AllOf(HasSubstr("it is damaged"), HasSubstr("left out")));
  }
  const std::string zip = pack("zip", "none", two);
  const ReadResult result = read("a.zip", zip.substr(0, zip.size() / 2));
  EXPECT_THAT(members(result), ElementsAre("a.txt"));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].source, EndsWith("a.zip/b.txt"));
}

TEST_F(ArchiveReaderTest, WhatHoldsNothingToReadSaysSo) {
  const struct {
    const char* name;
    std::string bytes;
    const char* reason;
  } rows[] = {
      {"a.zip", "", "it is empty"},
      {"a.gz", "just words", "it is no archive"},
      {"a.zip", "PK\3\4 and then nothing", "damaged"},
      {"a.tar", pack("ustar", "none", {}), "no file to read"},
      {"a.zip", pack("zip", "none", {}), "no file to read"},
      {"a.zip", pack("zip", "none", {{"logo.png", "x"}}), "no file to read"},
      {"a.txt.gz", compress("gzip", ""), "no file to read"},
  };
  for (const auto& row : rows) {
    const ReadResult result = read(row.name, row.bytes);
    EXPECT_TRUE(result.articles.empty()) << row.name;
    ASSERT_EQ(result.problems.size(), 1U) << row.name << row.reason;
    EXPECT_THAT(result.problems[0].reason, HasSubstr(row.reason)) << row.name;
    EXPECT_EQ(result.problems[0].source, path_);
  }
}

}  // namespace
}  // namespace pilcrow
