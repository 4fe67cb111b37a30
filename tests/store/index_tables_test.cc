// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/index_tables.h"

#include <gtest/gtest.h>
#include <fstream>
#include <random>

#include "store/database.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

constexpr Xapian::docid documents = 1000;

Xapian::docid below(std::mt19937& random, Xapian::docid end) {
  return static_cast<Xapian::docid>(random() % end);
}

std::string some_bytes(std::mt19937& random, std::size_t size_max) {
  std::string bytes(random() % (size_max + 1), ' ');
  for (char& byte : bytes) {
    byte = static_cast<char>(random());
  }
  return bytes;
}

std::string key_of(Xapian::docid number) {
  return "a:" + std::string(number % 7, 'x') + std::to_string(number * 7919 % documents);
}

// Adds and replaces, in several revisions, what is stored under each number: data, values and
// metadata, of which some are empty and some take several blocks.
void write(const std::filesystem::path& path, unsigned seed, int revisions,
           int flags = Xapian::DB_CREATE_OR_OPEN, int block_bytes = 0) {
  std::mt19937 random(seed);
  Xapian::WritableDatabase database(path.string(), flags | Xapian::DB_BACKEND_GLASS, block_bytes);
  for (int revision = 0; revision < revisions; ++revision) {
    for (Xapian::docid number = 1; number <= documents; number += 1 + below(random, 3)) {
      Xapian::Document document;
      document.set_data(some_bytes(random, number % 100 == 0 ? 20'000 : 200));
      for (Xapian::valueno slot = 0; slot < slots; ++slot) {
        if (random() % (slot + 1) == 0) {
          document.add_value(slot, some_bytes(random, number % 50 == slot ? 5000 : 60));
        }
      }
      database.replace_document(number, document);
      database.set_metadata(key_of(number), some_bytes(random, 300));
    }
    database.commit();
  }
}

void expect_as_xapian_reads(const std::filesystem::path& path) {
  const Xapian::Database database = open_database(path);
  const auto tables = IndexTables::open(path, database);
  ASSERT_TRUE(tables);
  std::mt19937 random(2);
  for (int step = 0; step < 2 * static_cast<int>(documents); ++step) {
    // At first in order, then at random.
    const Xapian::docid number = step < static_cast<int>(documents)
                                     ? static_cast<Xapian::docid>(step) + 1
                                     : below(random, documents + 10) + 1;
    EXPECT_EQ(tables->metadata(key_of(number)), database.get_metadata(key_of(number)));
    const Xapian::Document document = database.get_document(number, Xapian::DOC_ASSUME_VALID);
    for (Xapian::valueno slot = 0; slot < slots; ++slot) {
      EXPECT_EQ(tables->value(number, slot), document.get_value(slot));
    }
    if (const std::optional<std::string> data = tables->data(number)) {
      EXPECT_EQ(*data, document.get_data());
    }
  }
}

TEST(IndexTables, ReadWhatXapianReads) {
  for (const int block_bytes : {2048, 8192, 65'536}) {
    const TemporaryPath folder;
    write(folder / "db", 1, 4, Xapian::DB_CREATE, block_bytes);
    expect_as_xapian_reads(folder / "db");
    open_database(folder / "db").compact((folder / "compact").string());
    expect_as_xapian_reads(folder / "compact");
  }
}

TEST(IndexTables, AreThereForTheStateThatWasOpenedOnly) {
  const TemporaryPath folder;
  write(folder / "db", 1, 1);
  write(folder / "other", 1, 1);
  const Xapian::Database database = open_database(folder / "db");
  EXPECT_TRUE(IndexTables::open(folder / "db", database));
  EXPECT_FALSE(IndexTables::open(folder / "other", database));
  EXPECT_FALSE(IndexTables::open(folder / "none", database));
  write(folder / "db", 2, 1);
  EXPECT_FALSE(IndexTables::open(folder / "db", database));
}

TEST(IndexTables, TellThatAWriterHasOvertakenThem) {
  const TemporaryPath folder;
  write(folder / "db", 1, 1);
  const auto tables = IndexTables::open(folder / "db", open_database(folder / "db"));
  std::vector<std::string> values;
  for (Xapian::docid number = 1; number <= documents; ++number) {
    values.emplace_back(tables->value(number, 0));
  }
  write(folder / "db", 2, 4);
  std::size_t overtaken = 0;
  for (Xapian::docid number = 1; number <= documents; ++number) {
    try {
      EXPECT_EQ(tables->value(number, 0), values[number - 1]);
    } catch (const Xapian::DatabaseModifiedError&) {
      ++overtaken;
    }
  }
  EXPECT_GT(overtaken, 0U);
}

TEST(IndexTables, SurviveDamage) {
  const TemporaryPath folder;
  write(folder / "db", 1, 1);
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    std::filesystem::remove_all(folder / "bad");
    std::filesystem::copy(folder / "db", folder / "bad");
    const auto file = folder / "bad" / (round % 2 == 0 ? "postlist.glass" : "docdata.glass");
    const std::uintmax_t size = std::filesystem::file_size(file);
    if (round % 10 == 0) {
      std::filesystem::resize_file(file, random() % size);
    } else {
      std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
      for (int hit = 0; hit < 200; ++hit) {
        stream.seekp(static_cast<std::streamoff>(random() % size));
        stream.put(static_cast<char>(random()));
      }
    }
    // The database is that of the whole files: Xapian may not open the damaged ones.
    const auto tables = IndexTables::open(folder / "bad", open_database(folder / "db"));
    ASSERT_TRUE(tables);
    for (Xapian::docid number = 1; number <= documents; number += 7) {
      try {
        tables->data(number);
        tables->metadata(key_of(number));
        tables->value(number, number % slots);
      } catch (const Xapian::DatabaseError&) {
        continue;  // That is how it is told.
      }
    }
  }
}

}  // namespace
}  // namespace pilcrow
