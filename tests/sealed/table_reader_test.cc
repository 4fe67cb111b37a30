// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/table_reader.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <map>
#include <random>
#include <string>

#include "sealed/codec.h"
#include "sealed/table_writer.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

using Found = TableReader::Found;
using Entries = std::map<std::string, std::string>;

constexpr std::size_t block_bytes = 2048;

// A table whose file can be changed before it is read.
class Table {
 public:
  explicit Table(const Entries& entries, TagForm form = TagForm::plain) {
    TableWriter table(folder_ / "table", block_bytes, 0);
    for (const auto& [key, tag] : entries) {
      table.add(key, tag, form);
    }
    root_ = table.finish();
    table.close();
    bytes_ = read_file(folder_ / "table");
  }

  const RootInfo& root() const { return root_; }
  std::size_t root_begin() const { return root_.root * block_bytes; }
  // Where an item of the root is.
  std::size_t item(std::size_t index) const {
    return root_begin() + read_be16(&bytes_[directory_entry(index)]);
  }
  std::size_t items() const { return (read_be16(&bytes_[root_begin() + 9]) - 11) / 2; }
  std::size_t directory_entry(std::size_t index) const { return root_begin() + 11 + 2 * index; }

  void put(std::size_t at, std::string_view bytes) { bytes_.replace(at, bytes.size(), bytes); }
  void cut(std::size_t size) { bytes_.resize(size); }

  TableReader reader(std::uint32_t revision = 1) const {
    write_file(folder_ / "table", bytes_);
    const int folder = ::open(folder_.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    MappedFile file(folder, "table");
    ::close(folder);
    return {std::move(file), root_, revision};
  }
  std::string find(const std::string& key) const {
    std::string tag;
    return reader().find(key, tag) == Found::yes ? tag : "none";
  }

 private:
  TemporaryPath folder_;
  RootInfo root_;
  std::string bytes_;
};

// One leaf: the sentinel, "key" and "other".
Table small_table() {
  return Table({{"key", "tag"}, {"other", "value"}});
}

// Two levels.
Entries some_entries() {
  Entries entries;
  for (int number = 1000; number < 2000; number += 2) {
    entries["k" + std::to_string(number)] = "tag of " + std::to_string(number);
  }
  return entries;
}

TEST(TableReader, FindsEveryKeyAndNoOther) {
  std::mt19937 random(1);
  Entries entries;
  for (int number = 0; number < 3000; ++number) {
    std::string key(1 + random() % 40, 'k');
    for (char& byte : key) {
      byte = static_cast<char>('a' + random() % 4);
    }
    entries[key] = std::string(number % 100 == 0 ? random() % 9000 : random() % 60, key.back());
  }
  const Table table(entries);
  ASSERT_GT(table.root().level, 1U);
  const TableReader reader = table.reader();
  std::string tag;
  std::string last;
  for (const auto& [key, expected] : entries) {
    EXPECT_EQ(reader.find(key, tag), Found::yes);
    EXPECT_EQ(tag, expected);
    for (const std::string& other : {key + '\0', key + 'e', "A" + key}) {
      EXPECT_EQ(reader.find(other, tag), entries.contains(other) ? Found::yes : Found::no);
    }
    EXPECT_EQ(reader.find_last(key + '\0', last, tag), Found::yes);
    EXPECT_EQ(last, key);
    EXPECT_EQ(tag, expected);
  }
  EXPECT_EQ(reader.find_last("A", last, tag), Found::no);
}

TEST(TableReader, FindsNothingInAnEmptyTable) {
  const Table table({});
  std::string key;
  std::string tag;
  EXPECT_EQ(table.reader().find("k", tag), Found::no);
  EXPECT_EQ(table.reader().find_last("k", key, tag), Found::no);
}

TEST(TableReader, SaysThatATagIsDeflated) {
  const Table table({{"key", "tag"}}, TagForm::deflated);
  std::string key;
  std::string tag;
  EXPECT_EQ(table.reader().find("key", tag), Found::deflated);
  EXPECT_EQ(table.reader().find_last("kez", key, tag), Found::deflated);
  EXPECT_EQ(key, "key");
}

TEST(TableReader, TellsThatABlockIsOfALaterRevision) {
  Table table(some_entries());
  EXPECT_EQ(table.find("k1500"), "tag of 1500");
  // The first leaf alone.
  table.put(0, {"\0\0\0\2", 4});
  EXPECT_THROW(table.find("k1000"), TableOvertaken);
  EXPECT_EQ(table.find("k1998"), "tag of 1998");
  std::string tag;
  EXPECT_EQ(table.reader(2).find("k1000", tag), Found::yes);
}

TEST(TableReader, RefusesABlockOfAnotherLevel) {
  Table leaf = small_table();
  leaf.put(4, "\1");
  EXPECT_THROW(leaf.find("key"), TableDamaged);
  Table branch(some_entries());
  branch.put(branch.root_begin() + 4, "\2");
  EXPECT_THROW(branch.find("k1500"), TableDamaged);
}

TEST(TableReader, RefusesADirectoryThatEndsOutsideTheBlock) {
  for (const std::string_view end : {std::string_view("\0\0", 2), std::string_view("\0\x0a", 2),
                                     std::string_view("\x08\x01"), std::string_view("\xff\xff")}) {
    Table table = small_table();
    table.put(9, end);
    EXPECT_THROW(table.find("key"), TableDamaged);
  }
}

TEST(TableReader, RefusesItemsOutsideTheBlock) {
  // From the last two bytes on, where no item fits, to the greatest that can be said.
  for (const std::string_view offset : {"\x07\xfe", "\x07\xff", "\x08\x10", "\xff\xff"}) {
    for (const std::size_t index : {1U, 2U}) {
      Table leaf = small_table();
      leaf.put(leaf.directory_entry(index), offset);
      EXPECT_THROW(leaf.find("other"), TableDamaged);
    }
    Table branch(some_entries());
    branch.put(branch.directory_entry(1), offset);
    EXPECT_THROW(branch.find("k1000"), TableDamaged);
  }
}

TEST(TableReader, RefusesItemsThatAreTooSmallOrTooLarge) {
  // All flags of a whole tag, and no byte beside the head, or the most.
  for (const std::string_view size :
       {std::string_view("\x60\0", 2), std::string_view("\x7f\xff")}) {
    Table table = small_table();
    table.put(table.item(1), size);
    EXPECT_THROW(table.find("key"), TableDamaged);
    EXPECT_EQ(table.find("other"), "value");
  }
}

TEST(TableReader, RefusesKeysThatEndOutsideTheBlock) {
  Table table = small_table();
  table.put(table.item(1) + 2, "\xff");
  EXPECT_THROW(table.find("key"), TableDamaged);
}

TEST(TableReader, RefusesATagOfWhichThePiecesDoNotEnd) {
  const std::string tag(1000, 't');
  const Table whole({{"key", tag}});
  ASSERT_EQ(whole.root().level, 0U);
  EXPECT_EQ(whole.find("key"), tag);
  Table endless({{"key", tag}});
  const std::size_t last = endless.items() - 1;
  endless.put(endless.item(last), std::string(1, '\x01'));  // No flag, and most of the size.
  EXPECT_THROW(endless.find("key"), TableDamaged);
  Table cut({{"key", tag}});
  cut.put(9, std::string{'\0', static_cast<char>(11 + 2 * last)});
  EXPECT_THROW(cut.find("key"), TableDamaged);
}

TEST(TableReader, RefusesBlocksThatTheFileDoesNotHave) {
  for (const std::string_view child : {"\x7f\xff\xff\xff", "\xff\xff\xff\xff"}) {
    Table table(some_entries());
    table.put(table.item(0), child);
    EXPECT_THROW(table.find("k1100"), TableDamaged);
  }
  Table cut(some_entries());
  cut.cut(cut.root_begin() + block_bytes - 1);
  EXPECT_THROW(cut.find("k1100"), TableDamaged);
}

TEST(TableReader, RefusesATreeOfWhichABranchIsItsOwnChild) {
  Table table(some_entries());
  std::string itself(4, '\0');
  put_be32(itself.data(), table.root().root);
  table.put(table.item(0), itself);
  EXPECT_THROW(table.find("k1100"), TableDamaged);
}

}  // namespace
}  // namespace pilcrow::sealed
