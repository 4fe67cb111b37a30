// SPDX-License-Identifier: GPL-2.0-or-later
// The same documents as a database written here and as one made by Xapian, and whether the two are
// equal: byte for byte after compaction, and through everything that Xapian's readers offer.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sealed/database_writer.h"

namespace pilcrow::sealed {

struct TermOfDocument {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;  // Ascending.
};

struct Document {
  std::map<std::string, TermOfDocument> terms;
  std::map<std::uint32_t, std::string> values;  // By slot, below 128.
  std::string data;

  std::uint32_t length() const;
};

struct Corpus {
  std::map<std::uint32_t, Document> documents;  // By id.
  std::map<std::string, std::string> metadata;
};

Xapian::Document xapian_document(const Document& document);

// Each makes a database in a new folder.
void build_with_xapian(const Corpus& corpus, const std::filesystem::path& folder, int flags = 0);
void build_sealed(const Corpus& corpus, const std::filesystem::path& folder,
                  DatabaseOptions options = {});
// The parts of build_sealed, for tests that go about it otherwise.
void write_postings(const Corpus& corpus, PostingTable& table);
void write_positions(const Corpus& corpus, PositionTable& table);
void write_data(const Corpus& corpus, DataTable& table);
void write_termlists(const Corpus& corpus, TermlistTable& table);
void write_corpus(const Corpus& corpus, DatabaseWriter& writer);

Xapian::Database open_glass(const std::filesystem::path& folder);

// What Xapian's own check of all tables finds wrong: nothing, but that where ids have wide gaps it
// takes documents with positions for missing ones, in databases of Xapian's too.
std::string faults(const std::filesystem::path& folder);

// The files of both after Database::compact are equal, but for the databases' random names.
void expect_equal_compacted(const std::filesystem::path& left, const std::filesystem::path& right);

// All that iterators and counts tell of both is equal.
// `repeated`: what each posting tells again of its document and its term, each of which is listed
// anyway.  It takes most of the time.
enum class Repeated { listed, left_out };
void expect_equal_contents(const Xapian::Database& left, const Xapian::Database& right,
                           Repeated repeated = Repeated::listed);

// `count` random queries of every kind, over terms of the corpus and others, find the same
// documents with the same weights, bounds and estimates.
void expect_equal_searches(const Xapian::Database& left, const Xapian::Database& right,
                           const Corpus& corpus, unsigned count, unsigned seed);

// Builds both in `folder` and expects all of the above.
void expect_equal(const Corpus& corpus, const std::filesystem::path& folder,
                  DatabaseOptions options = {});

// Documents of random terms over a small alphabet, with values, positions, data and gaps between
// ids.
Corpus random_corpus(unsigned seed);

}  // namespace pilcrow::sealed
