// SPDX-License-Identifier: GPL-2.0-or-later
// What goes wrong between a searcher and the indexes and servers that it searches.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <xapian.h>

#include "pilcrow/searcher.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"
#include "tests/support/xapian_server.h"

namespace pilcrow {
namespace {

using namespace std::chrono_literals;

class LocationsTest : public testing::Test {
 protected:
  void SetUp() override {
    index_articles(first_, {make_article("a", "Glacier", "The glacier melts.")});
    index_articles(second_, {make_article("b", "Harbour", "A harbour of glacier water.")});
  }

  std::size_t found(Searcher& searcher) {
    return searcher.search("glacier", {.limit = 100}).hits.size();
  }

  TemporaryPath folder_;
  const std::string first_ = folder_ / "first";
  const std::string second_ = folder_ / "second";
};

TEST_F(LocationsTest, OneMustBeNamed) {
  expect_error(ErrorCode::invalid_argument, "none is named",
               [] { Searcher searcher(SearcherOptions{}); });
}

TEST_F(LocationsTest, AServerMustBeNamedWell) {
  for (const char* location :
       {"tcp://", "tcp://host", "tcp://:80", "tcp://host:", "tcp://host:0", "tcp://host:65536",
        "tcp://host:80x", "tcp://[::1]:80", "tcp://host:80/news"}) {
    expect_error(ErrorCode::invalid_argument, "write it as tcp://HOST:PORT",
                 [&] { Searcher searcher(SearcherOptions{.locations = {location}}); });
  }
}

TEST_F(LocationsTest, TheOneThatIsNotThereIsNamed) {
  expect_error(ErrorCode::not_found, (folder_ / "third").string(), [&] {
    Searcher searcher(SearcherOptions{.locations = {first_, folder_ / "third"}});
  });
}

TEST_F(LocationsTest, EachMovesToItsNewestState) {
  Searcher searcher(SearcherOptions{.locations = {first_, second_}});
  EXPECT_EQ(found(searcher), 2U);
  EXPECT_FALSE(searcher.refresh());
  index_articles(second_, {make_article("c", "", "More of the glacier.")});
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(found(searcher), 3U);
  index_articles(first_, {make_article("d", "", "Nothing.")}, {.mode = OpenMode::rebuild});
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(found(searcher), 2U);
}

TEST_F(LocationsTest, SearchesGoOnThroughManyCommits) {
  Searcher searcher(SearcherOptions{.locations = {first_, second_}});
  for (int i = 0; i < 6; ++i) {
    index_articles(second_, {make_article("b", "", "Glacier number " + std::to_string(i) + ".")});
    EXPECT_EQ(found(searcher), 2U);
  }
}

TEST_F(LocationsTest, AnArticleOfTwoIsInBothAndTheFirstAnswersForIt) {
  index_articles(second_, {make_article("a", "Glacier", "Another glacier, not the first.")});
  Searcher searcher(SearcherOptions{.locations = {first_, second_}});
  EXPECT_EQ(found(searcher), 3U);
  EXPECT_EQ(searcher.text({"a", 1, false})->text, "The glacier melts.");
  Searcher turned(SearcherOptions{.locations = {second_, first_}});
  EXPECT_EQ(turned.text({"a", 1, false})->text, "Another glacier, not the first.");
}

class ServerErrorsTest : public LocationsTest {
 protected:
  void SetUp() override {
    if (!XapianServer::is_installed()) {
      GTEST_SKIP() << "xapian-tcpsrv is not installed (Debian: xapian-tools)";
    }
    LocationsTest::SetUp();
  }
};

TEST_F(ServerErrorsTest, NobodyListens) {
  const std::string location = "tcp://127.0.0.1:" + std::to_string(XapianServer::free_port());
  expect_error(ErrorCode::io, "connect to " + location, [&] {
    Searcher searcher(SearcherOptions{.locations = {first_, location}});
  });
}

TEST_F(ServerErrorsTest, ItServesNoIndexOfOurs) {
  const std::string other = folder_ / "other";
  Xapian::WritableDatabase(other, Xapian::DB_CREATE).commit();
  const XapianServer server(other);
  expect_error(ErrorCode::incompatible, "another program",
               [&] { Searcher searcher(SearcherOptions{.locations = {server.location()}}); });
}

TEST_F(ServerErrorsTest, ItIsGone) {
  XapianServer server(second_);
  Searcher searcher(SearcherOptions{.locations = {first_, server.location()}});
  EXPECT_EQ(found(searcher), 2U);
  server.stop();
  // Not by SIGPIPE.
  for (int i = 0; i < 3; ++i) {
    expect_error(ErrorCode::io, server.location(), [&] { found(searcher); });
  }
}

TEST_F(ServerErrorsTest, AConnectionThatEndedIsMadeAgain) {
  const XapianServer server(second_, {"--idle-timeout", "100"});
  Searcher searcher(SearcherOptions{.locations = {first_, server.location()}});
  for (int i = 0; i < 3; ++i) {
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(found(searcher), 2U);
  }
}

TEST_F(ServerErrorsTest, ItDoesNotAnswer) {
  // Takes connections, and is silent.
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(::bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ASSERT_EQ(::listen(handle, 1), 0);
  socklen_t size = sizeof address;
  ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
  const std::string location = "tcp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  expect_error(ErrorCode::io, "does not answer", [&] {
    Searcher searcher(SearcherOptions{.locations = {location}, .timeout = 200ms});
  });
  ::close(handle);
}

TEST_F(ServerErrorsTest, ItMovesToTheNewestStateWhenItsIndexIsWrittenOrRebuilt) {
  const XapianServer server(second_);
  Searcher searcher(SearcherOptions{.locations = {first_, server.location()}});
  for (int i = 0; i < 6; ++i) {
    index_articles(second_, {make_article("b", "", "Glacier number " + std::to_string(i) + ".")});
    EXPECT_EQ(found(searcher), 2U);
  }
  index_articles(second_, {make_article("c", "", "Glacier."), make_article("d", "", "Glacier.")});
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(found(searcher), 4U);
  index_articles(second_, {make_article("e", "", "Glacier.")}, {.mode = OpenMode::rebuild});
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(found(searcher), 2U);
}

}  // namespace
}  // namespace pilcrow
