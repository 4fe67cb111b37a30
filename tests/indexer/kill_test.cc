// SPDX-License-Identifier: GPL-2.0-or-later
// A build that is killed at any moment: whoever looks afterwards finds the old index or the new
// one, and the next build works as if nothing had been.
#include <gtest/gtest.h>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/bulk_writer.h"
#include "indexer/inspection.h"
#include "indexer/writer_lock.h"
#include "pilcrow/searcher.h"
#include "tests/sealed/equality.h"
#include "tests/support/articles.h"
#include "tests/support/killed_process.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

using End = KilledProcess::End;

std::vector<Article> old_articles() {
  return {make_article("a", "Old", "Ancient glaciers move slowly."),
          make_article("b", "Old", "Ancient rivers run fast.")};
}

std::vector<Article> few_articles() {
  std::vector<Article> articles = {make_article("a", "New", "Modern glaciers melt."),
                                   make_article("c", "", "A modern railway."),
                                   make_article("d", "", "Nothing of either.")};
  articles[1].facets["desk"] = "science";
  return articles;
}

// Several batches, and more than stays in memory where there is little.
std::vector<Article> articles_to_lose() {
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    std::string text = "modern";
    for (int j = 0; j < 400; ++j) {
      text += " word" + std::to_string((i * 977 + j * 31) % 9000);
    }
    articles.push_back(make_article(std::to_string(i), "", text));
  }
  return articles;
}

void build(const fs::path& index, const std::vector<Article>& articles, std::size_t jobs,
           std::size_t memory_mib) {
  const IndexerOptions options{.jobs = jobs, .memory_mib = memory_mib, .builder = Builder::sealed};
  const WriterLock lock(index);
  BulkWriter writer(index, options);
  for (const Article& article : articles) {
    writer.put(article);
  }
  std::vector<Problem> problems;
  writer.commit(problems);
}

enum class Found { nothing, old, made };

// Which index is there: a whole one, or nothing at all.
Found found_at(const fs::path& index, const std::vector<Article>& made) {
  if (!fs::exists(index)) {
    return Found::nothing;
  }
  EXPECT_TRUE(check_index(index).empty());
  const bool is_old = !Searcher(index).search("ancient").hits.empty();
  EXPECT_EQ(Searcher(index).search("modern").hits.empty(), is_old);
  EXPECT_EQ(index_info(index).articles, is_old ? old_articles().size() : made.size());
  return is_old ? Found::old : Found::made;
}

// What is not put in place is a database only when it is complete.
void expect_none_or_whole(const fs::path& folder) {
  if (fs::exists(folder / "iamglass")) {
    EXPECT_TRUE(check_tables(folder).empty());
  } else {
    EXPECT_THROW(Xapian::Database(folder.string()), Xapian::DatabaseError);
  }
}

class KillTest : public testing::Test {
 protected:
  // Builds an index of `articles` and kills that before a call; with an old one where it stands.
  End kill_at(unsigned call) {
    fs::remove_all(folder_ / "in");
    fs::create_directory(folder_ / "in");
    if (has_old_) {
      fs::copy(folder_ / "old", index_);
    }
    return KilledProcess::run(call, [&] { build(index_, articles_, jobs_, memory_mib_); });
  }

  void expect_sound_after_kill_at(unsigned call) {
    SCOPED_TRACE("killed before call " + std::to_string(call));
    const Found found = found_at(index_, articles_);
    EXPECT_EQ(found == Found::nothing, !has_old_ && found != Found::made);
    EXPECT_TRUE(found == Found::made || !was_made_) << "it was in place before";
    was_made_ = found == Found::made;
    if (!was_made_) {
      expect_none_or_whole(index_.string() + ".building/index");
    }
    index_articles(index_, old_articles(), {.mode = OpenMode::rebuild});
    EXPECT_EQ(found_at(index_, articles_), Found::old);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "in"), {}), 1) << "leftovers";
  }

  // Before every call there is, or every `step`th.
  void kill_everywhere(unsigned step) {
    if (has_old_) {
      index_articles(folder_ / "old", old_articles());
    }
    unsigned call = 0;
    for (End end = End::killed; end != End::done; call += step) {
      end = kill_at(call);
      if (end == End::not_traced) {
        GTEST_SKIP() << "this machine lets no process trace another";
      }
      ASSERT_TRUE(end == End::killed || end == End::done);
      if (end == End::killed) {
        expect_sound_after_kill_at(call);
        ASSERT_FALSE(HasFailure());
      }
    }
    EXPECT_GT(call, 30U);
    EXPECT_TRUE(was_made_) << "the last calls come after the index was put in place";
    EXPECT_EQ(found_at(index_, articles_), Found::made);
  }

  TemporaryPath folder_;
  fs::path index_ = folder_ / "in/index";
  std::vector<Article> articles_ = few_articles();
  bool has_old_ = false;
  bool was_made_ = false;
  std::size_t jobs_ = 1;
  std::size_t memory_mib_ = 400;
};

TEST_F(KillTest, AFirstBuildThatIsKilledAnywhereLeavesNothingOrAWholeIndex) {
  kill_everywhere(1);
}

TEST_F(KillTest, ARebuildThatIsKilledAnywhereLeavesTheOldIndexOrTheNewOne) {
  has_old_ = true;
  kill_everywhere(1);
}

TEST_F(KillTest, ALargeRebuildByThreadsThatPutMuchAsideToo) {
  has_old_ = true;
  articles_ = articles_to_lose();
  jobs_ = 2;
  memory_mib_ = 1;
  kill_everywhere(7);
}

}  // namespace
}  // namespace pilcrow
