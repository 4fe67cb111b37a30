// SPDX-License-Identifier: GPL-2.0-or-later
#include "pilcrow/indexer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include "store/database.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

class IndexerTest : public testing::Test {
 protected:
  // Texts of all passages, in the order of the index.
  std::vector<std::string> passages() {
    const Xapian::Database database = open_database(index_);
    std::vector<std::string> texts;
    for (auto i = database.postlist_begin(""); i != database.postlist_end(""); ++i) {
      texts.push_back(decode_passage(database.get_document(*i).get_data()).text);
    }
    return texts;
  }

  // Nothing but the index may be left in its folder.
  void expect_no_litter(bool with_index = true) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      names.push_back(entry.path().filename());
    }
    EXPECT_EQ(names, with_index ? std::vector<std::string>{"index"} : std::vector<std::string>{});
  }

  TemporaryPath folder_;
  std::filesystem::path index_ = folder_ / "index";
};

using Strings = std::vector<std::string>;

TEST_F(IndexerTest, BuildsAnIndexThatAppearsWithTheCommit) {
  {
    Indexer indexer(index_);
    EXPECT_EQ(indexer.put(make_article("a", "", "One.\n\nTwo.")), PutOutcome::added);
    EXPECT_FALSE(holds_database(index_));
    indexer.commit();
    EXPECT_TRUE(holds_database(index_));
  }
  EXPECT_EQ(passages(), (Strings{"One.", "Two."}));
  expect_no_litter();
}

TEST_F(IndexerTest, WhatIsNotCommittedLeavesNoTrace) {
  { Indexer(index_).put(make_article("a", "", "One.")); }
  expect_no_litter(false);
  index_articles(index_, {make_article("a", "", "One.")});
  { Indexer(index_).put(make_article("a", "", "Other.")); }
  EXPECT_EQ(passages(), (Strings{"One."}));
  expect_no_litter();
}

TEST_F(IndexerTest, UpdatesAddReplaceKeepAndRemove) {
  index_articles(index_, {make_article("a", "", "A."), make_article("b", "", "B."),
                          make_article("c", "", "C1.\n\nC2.")});
  Indexer indexer(index_);
  EXPECT_EQ(indexer.put(make_article("a", "", "A.")), PutOutcome::unchanged);
  EXPECT_EQ(indexer.put(make_article("b", "", "New B.")), PutOutcome::replaced);
  EXPECT_EQ(indexer.put(make_article("d", "", "D.")), PutOutcome::added);
  EXPECT_TRUE(indexer.remove("c"));
  EXPECT_FALSE(indexer.remove("none"));
  EXPECT_EQ(passages(), (Strings{"A.", "B.", "C1.", "C2."}));
  indexer.commit();
  EXPECT_EQ(passages(), (Strings{"A.", "New B.", "D."}));
  const IndexInfo info = index_info(index_);
  EXPECT_EQ(info.articles, 3U);
  EXPECT_EQ(info.passages, 3U);
}

TEST_F(IndexerTest, TheLastOfTwoPutsInOneUpdateStays) {
  index_articles(index_, {});
  Indexer indexer(index_);
  indexer.put(make_article("a", "", "First."));
  EXPECT_EQ(indexer.put(make_article("a", "", "Second.")), PutOutcome::replaced);
  indexer.commit();
  EXPECT_EQ(passages(), (Strings{"Second."}));
  EXPECT_EQ(index_info(index_).articles, 1U);
}

TEST_F(IndexerTest, ARepeatedIdInOneRunIsReportedAndTheFirstStays) {
  for (int run = 0; run < 2; ++run) {
    const IndexReport report =
        index_articles(index_, {make_article("a", "", "First."), make_article("a", "", "Second.")});
    EXPECT_EQ(report.problems_total, 1U);
    EXPECT_EQ(passages(), (Strings{"First."}));
  }
}

// More articles than fit one shard, so that shards are made, merged and kept in order.
TEST_F(IndexerTest, TheOrderIsThatOfTheCorpusForAnyNumberOfThreads) {
  std::vector<Article> articles;
  Strings expected;
  for (int i = 0; i < 60; ++i) {
    std::string text(40'000, ' ');
    text.replace(0, 8, "passage ");
    text += std::to_string(i);
    articles.push_back(make_article(std::to_string(i), "", text));
    for (const Paragraph& paragraph : split_paragraphs(text)) {
      expected.push_back(text.substr(paragraph.span.begin, paragraph.span.size()));
    }
  }
  for (const std::size_t jobs : {1U, 3U}) {
    const IndexReport report = index_articles(
        index_, articles, {.mode = OpenMode::rebuild, .jobs = jobs, .memory_mib = 64});
    EXPECT_EQ(report.articles_added, 60U);
    EXPECT_EQ(passages(), expected);
  }
}

TEST_F(IndexerTest, AStoppedBuildLeavesTheOldIndex) {
  index_articles(index_, {make_article("a", "", "Old.")});
  std::stop_source stop;
  stop.request_stop();
  ListReader reader({make_article("a", "", "New.")});
  const IndexReport report =
      Indexer(index_, {.mode = OpenMode::rebuild}).put_all(reader, stop.get_token());
  EXPECT_TRUE(report.cancelled);
  EXPECT_EQ(passages(), (Strings{"Old."}));
  expect_no_litter();
}

// A mistyped path would otherwise replace an index by an empty one.
TEST_F(IndexerTest, ARebuildFromNothingLeavesTheOldIndex) {
  index_articles(index_, {make_article("a", "", "Old.")});
  expect_error(ErrorCode::invalid_argument, "there was no article to index, so the old index stays",
               [&] { index_articles(index_, {}, {.mode = OpenMode::rebuild}); });
  EXPECT_EQ(passages(), (Strings{"Old."}));
  expect_no_litter();
}

TEST_F(IndexerTest, ModesSayWhatMustBeThere) {
  expect_error(ErrorCode::not_found, "there is none",
               [&] { Indexer(index_, {.mode = OpenMode::open}); });
  index_articles(index_, {make_article("a", "", "A.")});
  expect_error(ErrorCode::already_exists, "it exists",
               [&] { Indexer(index_, {.mode = OpenMode::create}); });
  expect_no_litter();
}

TEST_F(IndexerTest, NeverReplacesAFolderOfSomethingElse) {
  std::filesystem::create_directory(index_);
  write_file(index_ / "thesis.txt", "years of work");
  for (const OpenMode mode : {OpenMode::create_or_open, OpenMode::rebuild}) {
    expect_error(ErrorCode::invalid_argument, "there is something else at this path",
                 [&] { Indexer(index_, {.mode = mode}); });
  }
  EXPECT_EQ(read_file(index_ / "thesis.txt"), "years of work");
}

TEST_F(IndexerTest, OptionsOutsideTheirRangeAreNamed) {
  expect_error(ErrorCode::invalid_argument, "memory_mib is 1; give at least 64",
               [&] { Indexer(index_, {.memory_mib = 1}); });
  expect_error(ErrorCode::invalid_argument, "jobs is 1000; give at most 256",
               [&] { Indexer(index_, {.jobs = 1000}); });
}

TEST_F(IndexerTest, RemovingDuringABuildIsRefused) {
  Indexer indexer(index_);
  expect_error(ErrorCode::invalid_argument, "it is being built; commit first",
               [&] { indexer.remove("a"); });
}

TEST_F(IndexerTest, CountsLanguages) {
  index_articles(index_, {make_article("a", "", "One.", "en"), make_article("b", "", "Eins.", "de"),
                          make_article("c", "", "Zwei.", "de")});
  EXPECT_EQ(index_info(index_).languages,
            (std::map<std::string, std::size_t>{{"de", 2}, {"en", 1}}));
}

TEST_F(IndexerTest, ProgressIsTold) {
  ListReader reader({make_article("a", "", "One.")});
  std::size_t articles = 0;
  bool finishing = false;
  Indexer(index_).put_all(reader, {}, [&](const IndexProgress& progress) {
    articles = progress.articles_done;
    finishing = progress.finishing;
  });
  EXPECT_EQ(articles, 1U);
  EXPECT_TRUE(finishing);
}

}  // namespace
}  // namespace pilcrow
