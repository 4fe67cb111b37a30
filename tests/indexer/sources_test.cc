// SPDX-License-Identifier: GPL-2.0-or-later
// Indexer::put_sources: what is read again, what is left out, what is pruned.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pilcrow/indexer.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class SourcesTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directory(folder_ / "in"); }

  void write(const char* name, std::string_view content) {
    write_file(folder_ / "in" / name, content);
  }

  IndexReport index(bool prune = false, const std::string& language = "en") {
    return Indexer(folder_ / "index", {.language = language, .jobs = 1})
        .put_sources({(folder_ / "in").string()}, {.prune = prune});
  }

  std::size_t articles() { return index_info(folder_ / "index").articles; }

  TemporaryPath folder_;
};

TEST_F(SourcesTest, WhatDidNotChangeIsNotReadAgain) {
  write("a.txt", "One.");
  write("b.jsonl", "{\"id\":\"b1\",\"text\":\"x\"}\n{\"id\":\"b2\",\"text\":\"y\"}\n");
  EXPECT_EQ(index().articles_added, 3U);
  const IndexReport again = index();
  EXPECT_EQ(again.articles_added, 0U);
  EXPECT_EQ(again.articles_unchanged, 3U);
}

TEST_F(SourcesTest, OfAChangedFileOnlyChangedArticlesAreWritten) {
  write("b.jsonl", "{\"id\":\"b1\",\"text\":\"x\"}\n{\"id\":\"b2\",\"text\":\"y\"}\n");
  index();
  write("b.jsonl",
        "{\"id\":\"b0\",\"text\":\"new\"}\n{\"id\":\"b1\",\"text\":\"x\"}\n"
        "{\"id\":\"b2\",\"text\":\"changed\"}\n");
  const IndexReport report = index();
  EXPECT_EQ(report.articles_added, 1U);
  EXPECT_EQ(report.articles_unchanged, 1U);
  EXPECT_EQ(report.articles_replaced, 1U);
}

TEST_F(SourcesTest, AnotherLanguageMeansReadingAgain) {
  write("a.txt", "One.");
  index();
  EXPECT_EQ(index(false, "de").articles_replaced, 1U);
}

TEST_F(SourcesTest, PruningRemovesWhatHasLostItsSource) {
  write("a.txt", "One.");
  write("b.jsonl", "{\"id\":\"b1\",\"text\":\"x\"}\n{\"id\":\"b2\",\"text\":\"y\"}\n");
  index();
  std::filesystem::remove(folder_ / "in/a.txt");
  write("b.jsonl", "{\"id\":\"b2\",\"text\":\"y\"}\n");
  EXPECT_EQ(index(false).articles_removed, 0U);
  EXPECT_EQ(articles(), 3U);
  EXPECT_EQ(index(true).articles_removed, 1U) << "a.txt; b.jsonl was read whole before";
}

TEST_F(SourcesTest, PruningNoticesALineThatIsGone) {
  write("b.jsonl", "{\"id\":\"b1\",\"text\":\"x\"}\n{\"id\":\"b2\",\"text\":\"y\"}\n");
  index();
  write("b.jsonl", "{\"id\":\"b2\",\"text\":\"y\"}\n");
  EXPECT_EQ(index(true).articles_removed, 1U);
  EXPECT_EQ(articles(), 1U);
}

// A line that can't be read now may be readable tomorrow.
TEST_F(SourcesTest, PruningSparesTheArticlesOfAFileWithProblems) {
  write("b.jsonl", "{\"id\":\"b1\",\"text\":\"x\"}\n{\"id\":\"b2\",\"text\":\"y\"}\n");
  index();
  write("b.jsonl", "{\"id\":\"b1\",\"te\n{\"id\":\"b2\",\"text\":\"y\"}\n");
  const IndexReport report = index(true);
  EXPECT_EQ(report.problems_total, 1U);
  EXPECT_EQ(report.articles_removed, 0U);
  EXPECT_EQ(articles(), 2U);
}

TEST_F(SourcesTest, OneBadFileDoesNotStopTheRest) {
  write("a.txt", "");
  write("b.txt", "Fine.");
  write("c.txt", std::string_view("\0\1", 2));
  const IndexReport report = index();
  EXPECT_EQ(report.articles_added, 1U);
  ASSERT_EQ(report.problems_total, 2U);
  EXPECT_THAT(report.problems[0].reason, HasSubstr("it holds no text"));
  EXPECT_THAT(report.problems[1].reason, HasSubstr("NUL bytes"));
}

TEST_F(SourcesTest, AnEmptyFolderMakesAnEmptyIndexAndSaysSo) {
  const IndexReport report = index();
  EXPECT_EQ(report.problems_total, 1U);
  EXPECT_EQ(articles(), 0U);
}

TEST_F(SourcesTest, AMovedFolderIsTheSameArticles) {
  write("a.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
  index();
  std::filesystem::rename(folder_ / "in", folder_ / "moved");
  const IndexReport report = Indexer(folder_ / "index", {.language = "en"})
                                 .put_sources({(folder_ / "moved").string()}, {.prune = true});
  EXPECT_EQ(report.articles_unchanged, 1U);
  EXPECT_EQ(report.articles_removed, 0U);
}

TEST_F(SourcesTest, AFileThatMovedTakesItsArticleAlong) {
  write("a.txt", "One ferry waits in the fog.");
  write("b.txt", "Two.");
  index();
  std::filesystem::rename(folder_ / "in/a.txt", folder_ / "in/z.txt");
  const IndexReport report = index();
  EXPECT_EQ(report.articles_moved, 1U);
  EXPECT_EQ(report.articles_added, 0U);
  EXPECT_EQ(report.articles_removed, 0U);
  EXPECT_EQ(report.articles_unchanged, 1U);
  EXPECT_EQ(articles(), 2U) << "the article at the old path is gone without --prune";
  EXPECT_EQ(index().articles_unchanged, 2U);
}

TEST_F(SourcesTest, ACopyOfAFileDidNotMove) {
  write("a.txt", "One ferry waits in the fog.");
  index();
  write("b.txt", "One ferry waits in the fog.");
  const IndexReport report = index();
  EXPECT_EQ(report.articles_moved, 0U);
  EXPECT_EQ(report.articles_added, 1U);
  EXPECT_EQ(articles(), 2U);
}

TEST_F(SourcesTest, CopiesOfAnArticleAreCounted) {
  const std::string text =
      "The ferry that waits in the fog has waited for three days, and the cook has begun to sing. "
      "On the fourth day the captain counted the potatoes, wrote the number on a slate, and hung "
      "the "
      "slate where everybody could see it; on the fifth day somebody had rubbed it out.";
  write("a.txt", text);
  write("b.txt", text);
  EXPECT_EQ(index().articles_duplicate, 1U);
  EXPECT_EQ(index_info(folder_ / "index").duplicates, 1U);
  write("c.txt", text);
  EXPECT_EQ(index().articles_duplicate, 1U) << "found in the index too";
  std::filesystem::remove(folder_ / "in/b.txt");
  index(true);
  EXPECT_EQ(index_info(folder_ / "index").duplicates, 1U);
}

TEST_F(SourcesTest, AFileThatChangesWhileItIsReadIsReadAgainNextTime) {
  write("a.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
  bool is_changed = false;
  const auto change = [&](const IndexProgress&) {
    if (!std::exchange(is_changed, true)) {
      write("a.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"y\"}\n");
    }
  };
  const IndexReport report = Indexer(folder_ / "index", {.language = "en", .jobs = 1})
                                 .put_sources({(folder_ / "in").string()}, {}, {}, change);
  ASSERT_EQ(report.problems_total, 1U);
  EXPECT_THAT(report.problems[0].reason, HasSubstr("it changed while it was read"));
  EXPECT_EQ(index().articles_added, 1U);
  EXPECT_EQ(articles(), 2U);
}

class PlanTest : public SourcesTest {
 protected:
  IndexReport plan(bool prune = true) {
    return plan_sources(folder_ / "index", {(folder_ / "in").string()},
                        {.language = "en", .jobs = 1}, {.prune = prune});
  }

  // "add a.txt", in order.
  static std::vector<std::string> changes(const IndexReport& report) {
    std::vector<std::string> lines;
    for (const PlannedChange& change : report.changes) {
      lines.push_back(std::string(to_string(change.action)) + ' ' +
                      std::filesystem::path(change.article_id).filename().string());
    }
    return lines;
  }
};

TEST_F(PlanTest, OfANewIndexNamesWhatWouldBeAddedAndMakesNothing) {
  write("a.txt", "One.");
  write("b.txt", "Two.\n\nThree.");
  const IndexReport report = plan();
  EXPECT_THAT(changes(report), ElementsAre("add a.txt", "add b.txt"));
  EXPECT_EQ(report.articles_added, 2U);
  EXPECT_EQ(report.passages_added, 3U);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "index"));
}

TEST_F(PlanTest, OfAnUpdateIsWhatTheUpdateThenDoes) {
  write("a.txt", "One.");
  write("b.txt", "Two.");
  write("c.txt", "Three is a longer story than the others.");
  write("d.txt", "Four.");
  index();
  write("a.txt", "One and a half.");
  std::filesystem::remove(folder_ / "in/b.txt");
  std::filesystem::rename(folder_ / "in/c.txt", folder_ / "in/y.txt");
  write("z.txt", "Five.");
  const IndexReport planned = plan();
  EXPECT_THAT(changes(planned),
              ElementsAre("replace a.txt", "move y.txt", "add z.txt", "remove b.txt"));
  EXPECT_EQ(articles(), 4U);
  const IndexReport done = index(true);
  EXPECT_EQ(done.articles_added, planned.articles_added);
  EXPECT_EQ(done.articles_replaced, planned.articles_replaced);
  EXPECT_EQ(done.articles_moved, planned.articles_moved);
  EXPECT_EQ(done.articles_unchanged, planned.articles_unchanged);
  EXPECT_EQ(done.articles_removed, planned.articles_removed);
  EXPECT_THAT(changes(plan()), testing::IsEmpty());
}

TEST_F(PlanTest, WorksWhileAnotherProcessWrites) {
  write("a.txt", "One.");
  index();
  const Indexer writer(folder_ / "index", {.jobs = 1});
  EXPECT_EQ(plan().articles_unchanged, 1U);
}

TEST_F(SourcesTest, AFiftyMegabyteParagraphIsIndexed) {
  std::string text;
  while (text.size() < 50'000'000) {
    text += "water sand boat ";
  }
  write("a.txt", text);
  const IndexReport report = index();
  EXPECT_EQ(report.problems_total, 0U);
  EXPECT_GT(report.passages_added, 3000U);
}

}  // namespace
}  // namespace pilcrow
