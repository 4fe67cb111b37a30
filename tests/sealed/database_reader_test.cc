// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/database_reader.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "sealed/version_file.h"
#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

namespace fs = std::filesystem;

constexpr Xapian::docid documents = 1000;
constexpr Xapian::valueno slots = 4;

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
void write(const fs::path& path, unsigned seed, int revisions,
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

std::unique_ptr<DatabaseReader> open_reader(const fs::path& path,
                                            const Xapian::Database& database) {
  return DatabaseReader::open(path, database.get_uuid(), database.get_revision(), slots);
}

void expect_as_xapian_reads(const fs::path& path) {
  const Xapian::Database database = open_glass(path);
  const auto tables = open_reader(path, database);
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

TEST(DatabaseReader, ReadsWhatXapianReads) {
  for (const int block_bytes : {2048, 8192, 65'536}) {
    const TemporaryPath folder;
    write(folder / "db", 1, 4, Xapian::DB_CREATE, block_bytes);
    expect_as_xapian_reads(folder / "db");
    open_glass(folder / "db").compact((folder / "compact").string());
    expect_as_xapian_reads(folder / "compact");
  }
}

TEST(DatabaseReader, IsThereForTheStateThatWasOpenedOnly) {
  const TemporaryPath folder;
  write(folder / "db", 1, 1);
  write(folder / "other", 1, 1);
  const Xapian::Database database = open_glass(folder / "db");
  EXPECT_TRUE(open_reader(folder / "db", database));
  EXPECT_FALSE(open_reader(folder / "other", database));
  EXPECT_FALSE(open_reader(folder / "none", database));
  write(folder / "db", 2, 1);
  EXPECT_FALSE(open_reader(folder / "db", database));
}

TEST(DatabaseReader, TellsThatAWriterHasOvertakenIt) {
  const TemporaryPath folder;
  write(folder / "db", 1, 1);
  const auto tables = open_reader(folder / "db", open_glass(folder / "db"));
  std::vector<std::string> values;
  for (Xapian::docid number = 1; number <= documents; ++number) {
    values.emplace_back(tables->value(number, 0));
  }
  write(folder / "db", 2, 4);
  std::size_t overtaken = 0;
  for (Xapian::docid number = 1; number <= documents; ++number) {
    try {
      EXPECT_EQ(tables->value(number, 0), values[number - 1]);
    } catch (const TableOvertaken&) {
      ++overtaken;
    }
  }
  EXPECT_GT(overtaken, 0U);
}

TEST(DatabaseReader, IsNotThereWhereATableIsMissing) {
  for (const char* file : {version_file, posting_file, data_file}) {
    const TemporaryPath folder;
    write(folder / "db", 1, 1);
    const Xapian::Database database = open_glass(folder / "db");
    fs::remove(folder / "db" / file);
    EXPECT_FALSE(open_reader(folder / "db", database)) << file;
    write_file(folder / "db" / file, "");
    EXPECT_FALSE(open_reader(folder / "db", database)) << file;
  }
}

TEST(DatabaseReader, IsNotThereWhereNoDocumentHasData) {
  const TemporaryPath folder;
  Corpus corpus;
  corpus.documents[1].values = {{0, "value"}};
  build_with_xapian(corpus, folder / "xapian");
  build_sealed(corpus, folder / "sealed");
  for (const char* made : {"xapian", "sealed"}) {
    EXPECT_FALSE(open_reader(folder / made, open_glass(folder / made)));
  }
}

// All that is read is as it was, unless it says that it can't be.
void expect_nothing_else(const fs::path& path, const Xapian::Database& database) {
  const auto tables = open_reader(path, database);
  if (!tables) {
    return;
  }
  for (Xapian::docid number = 1; number <= documents; number += 37) {
    try {
      EXPECT_EQ(tables->metadata(key_of(number)), database.get_metadata(key_of(number)));
      const Xapian::Document document = database.get_document(number, Xapian::DOC_ASSUME_VALID);
      EXPECT_EQ(tables->value(number, 0), document.get_value(0));
      EXPECT_EQ(tables->data(number).value_or(document.get_data()), document.get_data());
    } catch (const TableDamaged&) {
      continue;
    }
  }
}

TEST(DatabaseReader, ReadsNothingElseByAVersionFileThatIsCut) {
  const TemporaryPath folder;
  write(folder / "db", 1, 2);
  const Xapian::Database database = open_glass(folder / "db");
  const std::string version = read_file(folder / "db" / version_file);
  for (std::size_t size = 0; size < version.size(); ++size) {
    write_file(folder / "db" / version_file, version.substr(0, size));
    expect_nothing_else(folder / "db", database);
  }
  write_file(folder / "db" / version_file, version.substr(0, version.size() / 2));
  EXPECT_FALSE(open_reader(folder / "db", database));
}

TEST(DatabaseReader, RefusesTablesOfAnotherBlockSize) {
  const TemporaryPath folder;
  write(folder / "db", 1, 2);
  const Xapian::Database database = open_glass(folder / "db");
  VersionInfo version = *decode_version(read_file(folder / "db" / version_file));
  for (const std::uint32_t block_bytes : {2048U, 4096U, 16'384U, 65'536U}) {
    version.postings.block_bytes = version.data.block_bytes = block_bytes;
    write_file(folder / "db" / version_file, encode(version, {}));
    const auto tables = open_reader(folder / "db", database);
    ASSERT_TRUE(tables);
    // Damaged or overtaken: any bytes may stand where a revision is expected.
    EXPECT_THROW(tables->data(1), std::runtime_error) << block_bytes;
    EXPECT_THROW(tables->metadata(key_of(1)), std::runtime_error) << block_bytes;
    EXPECT_THROW(tables->value(1, 0), std::runtime_error) << block_bytes;
  }
}

// Whoever is told so asks once more.
TEST(DatabaseReader, TellsOfADamagedChunkOfValuesEachTime) {
  const TemporaryPath folder;
  Corpus corpus;
  for (Xapian::docid number = 1; number <= 3; ++number) {
    corpus.documents[number].values = {{0, "a value of a slot"}};
    corpus.documents[number].data = "data";
  }
  build_sealed(corpus, folder / "db");
  const Xapian::Database database = open_glass(folder / "db");
  const std::string table = read_file(folder / "db" / posting_file);
  // The sizes of the first and the second value; what follows them is that of another entry.
  const std::size_t first = table.find("a value");
  for (const std::size_t value : {first, table.find("a value", first + 1)}) {
    std::string damaged = table;
    damaged.at(value - 1) = '\x7f';
    write_file(folder / "db" / posting_file, damaged);
    const auto tables = open_reader(folder / "db", database);
    ASSERT_TRUE(tables);
    for (int round = 0; round < 3; ++round) {
      EXPECT_THROW(tables->value(3, 0), TableDamaged);
    }
  }
}

TEST(DatabaseReader, SurvivesDamage) {
  const TemporaryPath folder;
  write(folder / "db", 1, 1);
  const Xapian::Database database = open_glass(folder / "db");
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    fs::remove_all(folder / "bad");
    fs::copy(folder / "db", folder / "bad");
    const fs::path file = folder / "bad" / (round % 2 == 0 ? posting_file : data_file);
    std::string bytes = read_file(file);
    if (round % 10 == 0) {
      bytes.resize(random() % bytes.size());
    } else {
      for (int hit = 0; hit < 200; ++hit) {
        bytes[random() % bytes.size()] = static_cast<char>(random());
      }
    }
    write_file(file, bytes);
    // The database is that of the whole files: Xapian may not open the damaged ones.
    const auto tables = open_reader(folder / "bad", database);
    ASSERT_TRUE(tables);
    for (Xapian::docid number = 1; number <= documents; number += 7) {
      try {
        tables->data(number);
        tables->metadata(key_of(number));
        tables->value(number, number % slots);
      } catch (const TableDamaged&) {
        continue;  // That is how it is told.
      } catch (const TableOvertaken&) {
        continue;  // A revision may be damaged too.
      }
    }
  }
}

}  // namespace
}  // namespace pilcrow::sealed
