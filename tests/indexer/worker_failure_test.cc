// SPDX-License-Identifier: GPL-2.0-or-later
// A build of which one part fails: it ends, tells the cause, and leaves the old index in place.
#include <gtest/gtest.h>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "indexer/bulk_writer.h"
#include "pilcrow/error.h"
#include "tests/support/articles.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

// What a store is made to do besides its work.
struct Trouble {
  std::function<void()> at_document = [] {};
  std::function<void()> at_end_of_thread = [] {};
  std::function<void(const fs::path&)> when_written = [](const fs::path&) {};
};

class TroubledWriter : public BatchWriter {
 public:
  TroubledWriter(BatchWriter& writer, const Trouble& trouble)
      : writer_(writer), trouble_(trouble) {}

  void begin(const Batch& batch) override { writer_.begin(batch); }
  void add(const sealed::DocumentView& document) override {
    trouble_.at_document();
    writer_.add(document);
  }
  void add_metadata(std::string_view key, std::string_view value) override {
    writer_.add_metadata(key, value);
  }
  void add_word(std::string_view word, std::string_view terms) override {
    writer_.add_word(word, terms);
  }
  void end() override { writer_.end(); }
  void finish() override {
    trouble_.at_end_of_thread();
    writer_.finish();
  }

 private:
  BatchWriter& writer_;
  const Trouble& trouble_;
};

class TroubledStore : public BuildStore {
 public:
  TroubledStore(std::unique_ptr<BuildStore> store, Trouble trouble)
      : store_(std::move(store)), trouble_(std::move(trouble)) {}

  BatchWriter& add_writer() override {
    writers_.push_back(std::make_unique<TroubledWriter>(store_->add_writer(), trouble_));
    return *writers_.back();
  }
  std::size_t batch_bytes() const override { return 1000; }
  void finish(const fs::path& output, BuildFacts& facts) override {
    store_->finish(output, facts);
    trouble_.when_written(output);
  }

 private:
  const std::unique_ptr<BuildStore> store_;
  const Trouble trouble_;
  std::vector<std::unique_ptr<TroubledWriter>> writers_;
};

class WorkerFailureTest : public testing::Test {
 protected:
  WorkerFailureTest() { index_articles(index_, {make_article("a", "", "Old.")}); }

  void build(const Trouble& trouble, std::size_t jobs = 3, bool check = true) {
    BulkWriter writer(index_, {.jobs = jobs, .builder = Builder::sealed, .check = check},
                      [&](const StoreOptions& options) {
                        return std::make_unique<TroubledStore>(make_sealed_store(options), trouble);
                      });
    for (int i = 0; i < 200; ++i) {
      const std::string number = std::to_string(i);
      std::string text = "New " + number;
      for (int j = 0; j < 40; ++j) {
        text += " word" + std::to_string(i * j);
      }
      writer.put(make_article(number, "", text));
    }
    std::vector<Problem> problems;
    writer.commit(problems);
  }

  void expect_old_index() {
    EXPECT_EQ(index_info(index_).articles, 1U);
    EXPECT_TRUE(check_index(index_).empty());
    EXPECT_FALSE(fs::exists(index_.string() + ".building"));
  }

  TemporaryPath folder_;
  fs::path index_ = folder_ / "index";
};

TEST_F(WorkerFailureTest, OneThreadThatFailsEndsTheBuildWithItsCause) {
  for (const unsigned number : {0U, 1U, 100U, 199U}) {
    SCOPED_TRACE("fails at document " + std::to_string(number));
    for (const std::size_t jobs : {1U, 3U}) {
      std::atomic<unsigned> documents = 0;
      const Trouble trouble{.at_document = [&] {
        if (documents++ == number) {
          throw Error(ErrorCode::io, "read the dictionary: it is gone");
        }
      }};
      expect_error(ErrorCode::io, "read the dictionary: it is gone", [&] { build(trouble, jobs); });
      expect_old_index();
    }
  }
}

TEST_F(WorkerFailureTest, AThreadThatFailsInTheEndDoesToo) {
  std::atomic<unsigned> threads = 0;
  const Trouble trouble{.at_end_of_thread = [&] {
    if (++threads == 2) {
      throw Error(ErrorCode::io, "sort the last run: it is gone");
    }
  }};
  expect_error(ErrorCode::io, "sort the last run: it is gone", [&] { build(trouble); });
  expect_old_index();
}

TEST_F(WorkerFailureTest, AllThreadsThatFailAreOneError) {
  const Trouble trouble{.at_document = [] { throw Error(ErrorCode::internal, "each says this"); }};
  expect_error(ErrorCode::internal, "each says this", [&] { build(trouble); });
  expect_old_index();
}

TEST_F(WorkerFailureTest, WantOfMemoryInAThreadIsPassedOnToo) {
  std::atomic<unsigned> documents = 0;
  const Trouble trouble{.at_document = [&] {
    if (documents++ == 50) {
      throw std::bad_alloc();
    }
  }};
  EXPECT_THROW(build(trouble), std::bad_alloc);
  expect_old_index();
}

// Every leaf of the lists of postings claims to be a branch.
void damage(const fs::path& database) {
  std::fstream table(database / "postlist.glass", std::ios::in | std::ios::out | std::ios::binary);
  for (std::streamoff level = 4; table.seekp(level) && table.peek() == 0; level += 8192) {
    table.seekp(level);
    table.put('\x05');
  }
}

TEST_F(WorkerFailureTest, ADamagedDatabaseIsNotPutInPlaceUnlessNobodyLooks) {
  const Trouble trouble{.when_written = damage};
  expect_error(ErrorCode::corrupt, "check the new index", [&] { build(trouble); });
  expect_old_index();
  build(trouble, 3, false);
  EXPECT_FALSE(check_index(index_).empty());
}

}  // namespace
}  // namespace pilcrow
