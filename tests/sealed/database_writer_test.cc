// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/database_writer.h"

#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "pilcrow/error.h"
#include "tests/sealed/equality.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

// A writer in a folder that goes with it.
class Writer {
 public:
  DatabaseWriter* operator->() { return &writer_; }

 private:
  TemporaryPath folder_;
  DatabaseWriter writer_{folder_ / "new"};
};

SlotStatistics statistics_of(std::uint32_t slot, const std::vector<std::string>& values) {
  SlotStatistics statistics;
  statistics.slot = slot;
  for (const std::string& value : values) {
    statistics.count(value);
  }
  return statistics;
}

TEST(DatabaseWriter, WritesAnEmptyDatabase) {
  const TemporaryPath folder;
  expect_equal({}, folder.path());
}

TEST(DatabaseWriter, WritesOneDocument) {
  const TemporaryPath folder;
  Corpus corpus;
  corpus.metadata["name"] = "value";
  Document& document = corpus.documents[1];
  document.terms["a"] = {3, {1, 2, 9}};
  document.terms["ab"] = {1, {4}};
  document.terms["boolean"] = {0, {}};
  document.values = {{0, "zero"}, {3, "three"}};
  document.data = "What a document shows, over eighteen bytes.";
  expect_equal(corpus, folder.path());
}

TEST(DatabaseWriter, SaysWhatItWrote) {
  const TemporaryPath folder;
  DatabaseWriter writer(folder / "new");
  writer.postings().document_length(2, 0);
  writer.postings().document_length(5, 7);
  writer.postings().document_length(9, 3);
  writer.postings().begin_term("a", 2, 9);
  writer.postings().posting(5, 6);
  writer.postings().posting(9, 3);
  writer.postings().end_term();
  const DatabaseStatistics statistics = writer.seal();
  EXPECT_EQ(statistics.documents, 3U);
  EXPECT_EQ(statistics.last_docid, 9U);
  EXPECT_EQ(statistics.length_min, 3U);
  EXPECT_EQ(statistics.length_max, 7U);
  EXPECT_EQ(statistics.length_total, 10U);
  EXPECT_EQ(statistics.wdf_max, 6U);
}

TEST(DatabaseWriter, TablesMayBeFilledByThreadsOfTheirOwn) {
  const TemporaryPath folder;
  const Corpus corpus = random_corpus(5);
  {
    DatabaseWriter writer(folder / "sealed");
    std::vector<std::thread> threads;
    threads.emplace_back([&] { write_postings(corpus, writer.postings()); });
    threads.emplace_back([&] { write_positions(corpus, writer.positions()); });
    threads.emplace_back([&] { write_data(corpus, writer.data()); });
    threads.emplace_back([&] { write_termlists(corpus, writer.termlists()); });
    for (std::thread& thread : threads) {
      thread.join();
    }
    writer.seal();
  }
  build_with_xapian(corpus, folder / "xapian");
  expect_equal_compacted(folder / "sealed", folder / "xapian");
}

TEST(DatabaseWriter, RefusesTermsBeyondXapiansLimit) {
  const std::string zeros(123, '\0');
  Writer writer;
  for (const std::string& term : {std::string(), std::string(246, 't'), zeros}) {
    expect_error(ErrorCode::invalid_argument, "from 1 to 245 are possible",
                 [&] { writer->postings().begin_term(term, 1, 1); });
    expect_error(ErrorCode::invalid_argument, "from 1 to 245 are possible",
                 [&] { writer->positions().begin_term(term); });
    const TermCount count{term, 1};
    expect_error(ErrorCode::invalid_argument, "from 1 to 245 are possible", [&] {
      writer->termlists().add(1, 1, {&count, 1}, {});
    });
  }
  expect_error(ErrorCode::invalid_argument, "a key has 256 bytes",
               [&] { writer->postings().metadata(std::string(254, 'k'), "value"); });
  expect_error(ErrorCode::invalid_argument, "one more than is possible", [&] {
    writer->postings().document_length(1, std::numeric_limits<std::uint32_t>::max());
  });
}

TEST(DatabaseWriter, RefusesWhatComesInTheWrongOrder) {
  {
    Writer writer;
    writer->postings().document_length(2, 1);
    expect_error(ErrorCode::internal, "document 2 follows 2",
                 [&] { writer->postings().document_length(2, 1); });
    expect_error(ErrorCode::internal, "in the wrong order",
                 [&] { writer->postings().metadata("key", "value"); });
  }
  {
    Writer writer;
    expect_error(ErrorCode::internal, "document 0 follows 0", [&] {
      writer->postings().begin_term("a", 1, 1);
      writer->postings().posting(0, 1);
    });
  }
  {
    Writer writer;
    const std::vector<TermCount> terms = {{"b", 1}, {"a", 1}};
    expect_error(ErrorCode::internal, "terms came in the wrong order",
                 [&] { writer->termlists().add(1, 2, terms, {}); });
  }
  {
    Writer writer;
    const std::vector<std::uint32_t> slots = {3, 3};
    expect_error(ErrorCode::internal, "slots came in the wrong order",
                 [&] { writer->termlists().add(1, 0, {}, slots); });
  }
  {
    Writer writer;
    writer->data().add(2, "data");
    expect_error(ErrorCode::internal, "wrong order", [&] { writer->data().add(1, "data"); });
  }
}

TEST(DatabaseWriter, RefusesPositionsThatCannotBeTold) {
  using Positions = std::vector<std::uint32_t>;
  Writer writer;
  writer->positions().begin_term("a");
  for (const Positions& positions : {Positions{}, Positions{2, 1}, Positions{1, 1}}) {
    expect_error(ErrorCode::internal, "write positions: there are none, or",
                 [&] { writer->positions().add(1, positions); });
  }
  expect_error(ErrorCode::invalid_argument, "count positions from 1", [&] {
    writer->positions().add(1, Positions{0, 1});
  });
}

TEST(DatabaseWriter, RefusesCountsThatAreNotThoseItWasTold) {
  Writer writer;
  PostingTable& postings = writer->postings();
  postings.document_length(1, 4);
  postings.begin_term("a", 2, 4);
  postings.posting(1, 4);
  expect_error(ErrorCode::internal, "a term has 1 postings and a count of 4, not 2 and 4",
               [&] { postings.end_term(); });
  postings.begin_term("b", 1, 3);
  postings.posting(1, 4);
  expect_error(ErrorCode::internal, "not 1 and 3", [&] { postings.end_term(); });
  postings.begin_term("c", 1, 1);
  postings.posting(2, 1);
  expect_error(ErrorCode::internal, "a document that has no length", [&] { postings.end_term(); });
  postings.begin_term("d", 1, 5);
  postings.posting(1, 5);
  postings.end_term();
  expect_error(ErrorCode::internal, "more in a document than the document is long",
               [&] { writer->seal(); });
}

TEST(DatabaseWriter, RefusesValuesThatAreNotThoseItsStatisticsTellOf) {
  const std::vector<std::string> values = {"b", "c"};
  for (const auto& told : {statistics_of(0, {"b"}), statistics_of(0, {"a", "c"}),
                           statistics_of(0, {"b", "d"}), statistics_of(1, {"b", "c"})}) {
    Writer writer;
    writer->postings().value_statistics({&told, 1});
    writer->postings().value(0, 1, "b");
    writer->postings().value(0, 2, "c");
    expect_error(ErrorCode::internal, "the values are not those", [&] { writer->seal(); });
  }
}

TEST(DatabaseWriter, RefusesOptionsThatThereAreNot) {
  const TemporaryPath folder;
  DatabaseOptions options;
  options.block_bytes = 1000;
  expect_error(ErrorCode::invalid_argument, "a power of two",
               [&] { const DatabaseWriter writer(folder / "new", options); });
  options = {};
  options.data_compression = 10;
  expect_error(ErrorCode::invalid_argument, "the level must be from 1 to 9",
               [&] { const DatabaseWriter writer(folder / "new", options); });
  EXPECT_FALSE(std::filesystem::exists(folder / "new"));
}

TEST(DatabaseWriter, TakesDataThatWasDeflatedElsewhere) {
  const TemporaryPath folder;
  const std::string data(1000, 'd');
  DatabaseWriter writer(folder / "new");
  writer.postings().document_length(1, 0);
  writer.termlists().add(1, 0, {}, {});
  Deflater deflater(1);
  ASSERT_TRUE(deflater.shrinks(data));
  EXPECT_FALSE(deflater.shrinks("x"));
  ASSERT_TRUE(deflater.shrinks(data));
  writer.data().add_deflated(1, deflater.deflated());
  writer.seal();
  EXPECT_EQ(faults(folder / "new"), "");
  EXPECT_EQ(open_glass(folder / "new").get_document(1).get_data(), data);
}

}  // namespace
}  // namespace pilcrow::sealed
