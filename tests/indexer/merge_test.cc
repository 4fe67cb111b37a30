// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/merge.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include "store/schema.h"
#include "store/vocabulary.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

TEST(UnitedWords, KeepsEachOnceInTheOrderOfBytes) {
  const struct {
    std::vector<std::string_view> texts;
    std::string united;
  } rows[] = {
      {{}, ""},
      {{"", ""}, ""},
      {{"run"}, "run"},
      {{"run", "run"}, "run"},
      {{"run", "", "renn run"}, "renn run"},
      {{"a b", "b c a"}, "a b c"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(united_words(row.texts), row.united);
  }
}

class MergeTest : public testing::Test {
 protected:
  std::filesystem::path make_shard(std::size_t number) {
    auto path = folder_ / ("shard-" + std::to_string(number));
    Xapian::WritableDatabase shard(path.string(), Xapian::DB_CREATE);
    Xapian::Document document;
    document.set_data(std::to_string(number));
    shard.add_document(document);
    shard.set_metadata(word_metadata_key("word"),
                       encode_word_terms("word", "stem" + std::to_string(number % 2)));
    shard.commit();
    return path;
  }

  TemporaryPath folder_;
};

TEST_F(MergeTest, KeepsTheOrderAndUnitesWords) {
  merge_databases({make_shard(0), make_shard(1)}, folder_ / "out");
  const Xapian::Database merged((folder_ / "out").string());
  EXPECT_EQ(merged.get_document(1).get_data(), "0");
  EXPECT_EQ(merged.get_document(2).get_data(), "1");
  EXPECT_EQ(decode_word_terms("word", merged.get_metadata(word_metadata_key("word"))),
            "stem0 stem1");
}

// 70 shards make two merged runs of 32 and leave six, whatever the order in which they come.
TEST_F(MergeTest, TheTreeKeepsTheOrderOfNumbersNotOfArrival) {
  constexpr std::size_t shards = 70;
  MergeTree tree(folder_.path());
  for (std::size_t i = 0; i < shards; ++i) {
    const std::size_t number = (i * 37) % shards;
    tree.add(number, make_shard(number));
  }
  const auto rest = tree.rest();
  ASSERT_EQ(rest.size(), 2U + 6U);
  merge_databases(rest, folder_ / "out");
  const Xapian::Database merged((folder_ / "out").string());
  ASSERT_EQ(merged.get_doccount(), shards);
  for (Xapian::docid document = 1; document <= shards; ++document) {
    EXPECT_EQ(merged.get_document(document).get_data(), std::to_string(document - 1));
  }
}

}  // namespace
}  // namespace pilcrow
