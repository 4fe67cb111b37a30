// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/archives.h"
#include "tests/support/expect_sources.h"
#include "tests/support/read_all.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string record(const std::string& type, const std::string& url, const std::string& content,
                   const std::string& media_type) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2021-03-14T05:06:07Z\r\nContent-Type: " + media_type +
         "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content +
         "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& body,
                     const std::string& fields = "Content-Type: text/plain; charset=utf-8\r\n",
                     const std::string& status = "200 OK") {
  return record("response", url, "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body,
                "application/http; msgtype=response");
}

class WarcReaderTest : public testing::Test {
 protected:
  ReadResult read(std::string_view bytes, const std::string& name = "crawl.warc",
                  const ReadOptions& options = {}) {
    path_ = folder_ / name;
    write_file(path_, bytes);
    ReadResult result = read_all(path_, options);
    expect_sources(result);
    return result;
  }

  static std::vector<std::string> members(const ReadResult& result) {
    std::vector<std::string> names;
    for (const Article& article : result.articles) {
      names.push_back(article.source_member);
    }
    return names;
  }

  TemporaryPath folder_;
  std::string path_;
};

const std::string sea_url = "http://example.org/sea.php?page=1";
const std::string lake = "http://example.org/lake";

TEST_F(WarcReaderTest, APageIsAnArticleUnderItsUri) {
  const ReadResult result = read(
      record("warcinfo", "", "software: none\r\n", "application/warc-fields") +
      record("request", sea_url, "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request") +
      response(sea_url, "The sea came back.\n\nFishermen say so.") +
      record("resource", lake, "Ein See.", "text/plain") +
      record("conversion", "http://example.org/x", "Ein Text.", "text/plain"));
  EXPECT_TRUE(result.problems.empty());
  EXPECT_THAT(members(result), ElementsAre(sea_url, lake, "http://example.org/x"));
  EXPECT_EQ(result.articles[0].id, path_ + '/' + sea_url);
  EXPECT_EQ(result.articles[0].url, sea_url);
}

TEST_F(WarcReaderTest, CompressedRecordByRecordItIsAMemberOfTheCompressedFile) {
  const ReadResult result = read(compress("gzip", response(sea_url, "The sea came back.")) +
                                     compress("gzip", response(lake, "The lake did not.")),
                                 "crawl.warc.gz");
  EXPECT_TRUE(result.problems.empty());
  EXPECT_THAT(members(result), ElementsAre("crawl.warc/" + sea_url, "crawl.warc/" + lake));
}

TEST_F(WarcReaderTest, OnlySuccessfulPagesOfTextAreRead) {
  const ReadResult result =
      read(response(sea_url, "Gone.", "Content-Type: text/plain\r\n", "404 Not Found") +
           response(sea_url, "", "Location: /\r\n", "301 Moved") +
           response(lake, "\x89PNG", "Content-Type: image/png\r\n") +
           record("revisit", sea_url, "HTTP/1.1 200 OK\r\n\r\n", "application/http") +
           record("response", "dns:example.org", "192.0.2.1", "text/dns"));
  EXPECT_TRUE(result.articles.empty());
  EXPECT_TRUE(result.problems.empty());
}

TEST_F(WarcReaderTest, EncodingsAreUndone) {
  const std::string text = "The sea came back to the old harbour.";
  const std::string plain = "Content-Type: text/plain\r\n";
  const std::string chunks = "14;x=y\r\n" + text.substr(0, 20) + "\r\n11\r\n" + text.substr(20) +
                             "\r\n0\r\nExpires: 0\r\n\r\n";
  const struct {
    std::string fields;
    std::string body;
  } rows[] = {
      {"transfer-encoding: chunked\r\n", chunks},
      {"Content-Encoding: gzip\r\n", compress("gzip", text)},
      {"Content-Encoding: gzip\r\n", text},
      {"Transfer-Encoding: chunked\r\n", text},
  };
  for (const auto& row : rows) {
    const ReadResult result = read(response(sea_url, row.body, plain + row.fields));
    ASSERT_EQ(result.articles.size(), 1U) << row.fields;
    EXPECT_EQ(result.articles[0].text, text) << row.fields;
  }
}

TEST_F(WarcReaderTest, AnEncodingThatCannotBeUndoneIsReportedOnce) {
  const std::string brotli = "Content-Type: text/plain\r\nContent-Encoding: br\r\n";
  const ReadResult result = read(response(sea_url, "x", brotli) + response(lake, "y", brotli) +
                                 response(sea_url, "It rained."));
  EXPECT_THAT(members(result), ElementsAre(sea_url));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("encoded as br"));
}

TEST_F(WarcReaderTest, OfManyCapturesOfAPageTheFirstStays) {
  const ReadResult result = read(response(sea_url, "Old text.") + response(sea_url, "New text.") +
                                 response(sea_url, "Newer text."));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "Old text.");
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("2 captures"));
}

TEST_F(WarcReaderTest, BrokenRecordsAreReportedWithTheirPlaceAndReadingGoesOn) {
  const std::string first = response(sea_url, "It rained.");
  const ReadResult result =
      read(first + "garbage\nmore garbage\n" + "WARC/1.0\r\nNo-Length: 1\r\n\r\n" +
           response(lake, "It stopped."));
  EXPECT_THAT(members(result), ElementsAre(sea_url, lake));
  ASSERT_EQ(result.problems.size(), 2U);
  EXPECT_EQ(result.problems[0].byte, first.size());
  EXPECT_THAT(result.problems[1].reason, HasSubstr("does not say how long"));
}

TEST_F(WarcReaderTest, ATruncatedFileIsOneProblem) {
  const std::string whole = response(sea_url, "It rained.") + response(lake, "It stopped raining.");
  const ReadResult result = read(whole.substr(0, whole.size() - 10));
  EXPECT_THAT(members(result), ElementsAre(sea_url));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_THAT(result.problems[0].reason, HasSubstr("ends within a record"));
}

TEST_F(WarcReaderTest, HostileLengthsAndFloodsOfBrokenRecordsAreBounded) {
  std::string flood;
  for (int i = 0; i < 1000; ++i) {
    flood += "WARC/1.0\r\nContent-Length: x\r\n\r\n";
  }
  EXPECT_EQ(read(flood).problems.size(), 11U);
  const ReadResult huge = read(
      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: a:b\r\nContent-Type: text/plain\r\n"
      "Content-Length: 18446744073709551615\r\n\r\nshort");
  ASSERT_EQ(huge.problems.size(), 1U);
  const ReadResult large = read(record("resource", lake, std::string(200, 'x'), "text/plain") +
                                    record("resource", sea_url, "It rained.", "text/plain"),
                                "crawl.warc", {.article_bytes_max = 100});
  EXPECT_EQ(large.articles.size(), 1U);
  ASSERT_EQ(large.problems.size(), 1U);
  EXPECT_THAT(large.problems[0].reason, HasSubstr("more than 100 bytes"));
}

}  // namespace
}  // namespace pilcrow
