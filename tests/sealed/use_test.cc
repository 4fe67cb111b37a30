// SPDX-License-Identifier: GPL-2.0-or-later
// Sealed databases in the hands of Xapian: beside others, behind a server, changed by a writer.
#include <gtest/gtest.h>
#include <unistd.h>
#include <iterator>
#include <string>

#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

namespace fs = std::filesystem;

// The corpus of a seed, twice: in "sealed" and in "xapian".
Corpus build_both(const TemporaryPath& folder, unsigned seed) {
  Corpus corpus = random_corpus(seed);
  build_sealed(corpus, folder / "sealed");
  build_with_xapian(corpus, folder / "xapian");
  return corpus;
}

TEST(Use, BesideDatabasesThatXapianWrote) {
  for (unsigned seed = 100; seed < 110; ++seed) {
    SCOPED_TRACE(seed);
    const TemporaryPath folder;
    const TemporaryPath other;
    const Corpus corpus = build_both(folder, seed);
    build_with_xapian(random_corpus(seed + 1000), other / "other");
    Xapian::Database ours = open_glass(folder / "sealed");
    Xapian::Database theirs = open_glass(folder / "xapian");
    ours.add_database(open_glass(other / "other"));
    theirs.add_database(open_glass(other / "other"));
    expect_equal_searches(ours, theirs, corpus, 40, seed);
  }
}

TEST(Use, BehindAServerOfXapians) {
  const char* server = "/usr/bin/xapian-progsrv";
  if (::access(server, X_OK) != 0) {
    GTEST_SKIP() << server << " is not installed (xapian-tools)";
  }
  for (unsigned seed = 200; seed < 205; ++seed) {
    SCOPED_TRACE(seed);
    const TemporaryPath folder;
    const Corpus corpus = build_both(folder, seed);
    const Xapian::Database remote = Xapian::Remote::open(server, (folder / "sealed").string());
    expect_equal_searches(remote, Xapian::Remote::open(server, (folder / "xapian").string()),
                          corpus, 40, seed);
    EXPECT_EQ(remote.get_doccount(), corpus.documents.size());
    for (const auto& [docid, document] : corpus.documents) {
      EXPECT_EQ(remote.get_document(docid).get_data(), document.data);
    }
  }
}

// Adds, replaces and removes documents, in several commits.
void change(const fs::path& folder, const Corpus& corpus, const Corpus& others) {
  Xapian::WritableDatabase database(
      folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS);
  auto other = others.documents.begin();
  unsigned changes = 0;
  for (const auto& [docid, document] : corpus.documents) {
    if (other == others.documents.end()) {
      other = others.documents.begin();
    }
    switch (++changes % 4) {
      case 0:
        database.delete_document(docid);
        break;
      case 1:
        database.replace_document(docid, xapian_document((other++)->second));
        break;
      case 2:
        database.add_document(xapian_document((other++)->second));
        break;
      default:
        database.set_metadata("changed", std::to_string(docid));
    }
    if (changes % 50 == 0) {
      database.commit();
    }
  }
  database.commit();
}

TEST(Use, ChangedByAWriter) {
  for (unsigned seed = 300; seed < 330; ++seed) {
    SCOPED_TRACE(seed);
    const TemporaryPath folder;
    const Corpus corpus = build_both(folder, seed);
    const Corpus others = random_corpus(seed + 1000);
    if (others.documents.empty()) {
      continue;
    }
    change(folder / "sealed", corpus, others);
    change(folder / "xapian", corpus, others);
    EXPECT_EQ(faults(folder / "sealed"), faults(folder / "xapian"));
    expect_equal_contents(open_glass(folder / "sealed"), open_glass(folder / "xapian"));
    expect_equal_compacted(folder / "sealed", folder / "xapian");
    expect_equal_searches(open_glass(folder / "sealed"), open_glass(folder / "xapian"), corpus, 10,
                          seed);
  }
}

TEST(Use, ChangedByAWriterUntilNothingIsLeft) {
  const TemporaryPath folder;
  const Corpus corpus = build_both(folder, 7);
  for (const char* name : {"sealed", "xapian"}) {
    Xapian::WritableDatabase database((folder / name).string(),
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    for (const auto& [docid, document] : corpus.documents) {
      database.delete_document(docid);
    }
    database.commit();
  }
  EXPECT_EQ(faults(folder / "sealed"), "");
  expect_equal_contents(open_glass(folder / "sealed"), open_glass(folder / "xapian"));
}

}  // namespace
}  // namespace pilcrow::sealed
