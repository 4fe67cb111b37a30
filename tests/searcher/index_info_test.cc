// SPDX-License-Identifier: GPL-2.0-or-later
// Facts of several indexes, some of them behind stock Xapian servers.
#include "pilcrow/index_info.h"

#include <gtest/gtest.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"
#include "tests/support/xapian_server.h"

namespace pilcrow {
namespace {

class IndexInfoTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!XapianServer::is_installed()) {
      GTEST_SKIP() << "xapian-tcpsrv is not installed (Debian: xapian-tools)";
    }
    index_articles(first_, {make_article("a", "Glacier", "The glacier melts.\n\nSlowly.")});
    index_articles(second_, {make_article("b", "Harbour", "A harbour of glacier water.", "en"),
                             make_article("c", "Hafen", "Ein Hafen im Eis.", "de")});
  }

  TemporaryPath folder_;
  const std::string first_ = folder_ / "first";
  const std::string second_ = folder_ / "second";
};

TEST_F(IndexInfoTest, AServerTellsWhatItsFolderDoesButForTheDisk) {
  const XapianServer server(second_);
  const std::vector<IndexInfo> infos = index_info({.locations = {second_, server.location()}});
  ASSERT_EQ(infos.size(), 2U);
  const IndexInfo& here = infos[0];
  const IndexInfo& there = infos[1];
  EXPECT_EQ(there.path, server.location());
  EXPECT_EQ(there.format_version, here.format_version);
  EXPECT_EQ(there.analyzer, here.analyzer);
  EXPECT_TRUE(there.compatible);
  EXPECT_EQ(there.articles, 2U);
  EXPECT_EQ(there.passages, here.passages);
  EXPECT_EQ(there.passage_terms_mean, here.passage_terms_mean);
  EXPECT_EQ(there.languages, (std::map<std::string, std::size_t>{{"de", 1}, {"en", 1}}));
  EXPECT_GT(here.disk_bytes, 0U);
  EXPECT_EQ(there.disk_bytes, 0U);
}

TEST_F(IndexInfoTest, AFolderAndAServerAreSummedUp) {
  const XapianServer server(second_);
  const std::vector<IndexInfo> infos = index_info({.locations = {first_, server.location()}});
  const IndexInfo total = total_of(infos);
  EXPECT_EQ(total.articles, 3U);
  EXPECT_EQ(total.passages, infos[0].passages + infos[1].passages);
  EXPECT_EQ(total.disk_bytes, infos[0].disk_bytes);
  EXPECT_TRUE(total.compatible);
  EXPECT_EQ(total.path, "");
}

TEST_F(IndexInfoTest, WhoDoesNotAnswerIsNamed) {
  const std::string location = "tcp://127.0.0.1:" + std::to_string(XapianServer::free_port());
  expect_error(ErrorCode::io, location, [&] { index_info({.locations = {first_, location}}); });
}

}  // namespace
}  // namespace pilcrow
