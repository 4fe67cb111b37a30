// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/transaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

// Terms stand for articles; one of more than 245 bytes is one that Xapian refuses.
class TransactionTest : public testing::Test {
 protected:
  void write_terms(const std::vector<std::string>& terms) {
    std::vector<const std::string*> items;
    for (const std::string& term : terms) {
      items.push_back(&term);
    }
    write_or_bisect<std::string>(
        items,
        [this](std::span<const std::string* const> some) {
          database_.begin_transaction();
          for (const std::string* term : some) {
            Xapian::Document document;
            document.add_term(*term);
            database_.add_document(document);
          }
          database_.commit_transaction();
        },
        [this] { open(Xapian::DB_OPEN); },
        [this](const std::string& term, const Xapian::Error&) { refused_.push_back(term); });
  }

  void open(int flags) {
    database_ = Xapian::WritableDatabase();
    database_ = Xapian::WritableDatabase((folder_ / "db").string(), flags);
  }

  void SetUp() override { open(Xapian::DB_CREATE); }

  TemporaryPath folder_;
  Xapian::WritableDatabase database_;
  std::vector<std::string> refused_;
};

// Xapian drops all that is uncommitted when one document is bad.
TEST_F(TransactionTest, OneBadItemDoesNotTakeTheBatchWithIt) {
  const std::string bad(246, 'x');
  write_terms({"a", "b", bad, "c", "d"});
  EXPECT_EQ(database_.get_doccount(), 4U);
  EXPECT_THAT(refused_, testing::ElementsAre(bad));
}

TEST_F(TransactionTest, ManyBadItemsAreAllNamed) {
  const std::string bad(300, 'y');
  write_terms({bad, "a", bad, bad, "b"});
  EXPECT_EQ(database_.get_doccount(), 2U);
  EXPECT_EQ(refused_.size(), 3U);
}

TEST_F(TransactionTest, NothingToWriteIsFine) {
  write_terms({});
  EXPECT_EQ(database_.get_doccount(), 0U);
}

TEST(IsCausedByItem, ADiskErrorIsNot) {
  EXPECT_TRUE(is_caused_by_item(Xapian::InvalidArgumentError("Term too long")));
  EXPECT_FALSE(is_caused_by_item(Xapian::DatabaseError("No space left on device")));
}

TEST_F(TransactionTest, ADiskErrorIsPassedOn) {
  const std::string item = "a";
  const std::vector<const std::string*> items = {&item};
  EXPECT_THROW(write_or_bisect<std::string>(
                   items, [](auto) { throw Xapian::DatabaseError("No space left on device"); },
                   [] {}, [](const std::string&, const Xapian::Error&) {}),
               Xapian::DatabaseError);
}

}  // namespace
}  // namespace pilcrow
