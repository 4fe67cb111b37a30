// SPDX-License-Identifier: GPL-2.0-or-later
// Many tiny documents.  PILCROW_SEALED_DOCUMENTS sets how many: 4,000,000 have been compared, for
// which Xapian takes minutes.
#include <gtest/gtest.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

// A document has one term of each of these kinds: kind m has the terms m0 to m(m - 1), and those
// of kind m follow each other every m documents.
constexpr std::array kinds = {1U, 7U, 1009U, 50'021U};

std::string term_of(std::uint32_t kind, std::uint32_t number) {
  return std::to_string(kind) + "-" + std::to_string(number);
}

std::uint32_t wdf_of(std::uint32_t docid) {
  return 1 + docid % 3;
}

Document tiny_document(std::uint32_t docid) {
  Document document;
  for (const std::uint32_t kind : kinds) {
    document.terms[term_of(kind, docid % kind)] = {wdf_of(docid), {docid % 5 + 1, 9}};
  }
  document.values[0] = std::to_string(docid % 1000);
  document.data = "passage " + std::to_string(docid);
  return document;
}

// The documents of one term, in order.
template <typename Visit>
void for_each_document(std::uint32_t kind, std::uint32_t number, std::uint32_t last, Visit visit) {
  for (std::uint64_t docid = number == 0 ? kind : number; docid <= last; docid += kind) {
    visit(static_cast<std::uint32_t>(docid));
  }
}

struct Term {
  std::uint32_t kind;
  std::uint32_t number;
};

std::map<std::string, Term> sorted_terms() {
  std::map<std::string, Term> terms;
  for (const std::uint32_t kind : kinds) {
    for (std::uint32_t number = 0; number < kind; ++number) {
      terms[term_of(kind, number)] = {kind, number};
    }
  }
  return terms;
}

void write_term(const std::string& name, const Term& term, std::uint32_t last,
                DatabaseWriter& writer) {
  std::uint64_t frequency = 0;
  std::uint64_t collection_frequency = 0;
  for_each_document(term.kind, term.number, last, [&](std::uint32_t docid) {
    ++frequency;
    collection_frequency += wdf_of(docid);
  });
  if (frequency == 0) {
    return;
  }
  writer.postings().begin_term(name, frequency, collection_frequency);
  writer.positions().begin_term(name);
  for_each_document(term.kind, term.number, last, [&](std::uint32_t docid) {
    writer.postings().posting(docid, wdf_of(docid));
    const std::array<std::uint32_t, 2> positions = {docid % 5 + 1, 9};
    writer.positions().add(docid, positions);
  });
  writer.postings().end_term();
}

void write_large(std::uint32_t last, const std::filesystem::path& folder) {
  DatabaseWriter writer(folder);
  SlotStatistics statistics;
  for (std::uint32_t docid = 1; docid <= last; ++docid) {
    const Document document = tiny_document(docid);
    statistics.count(document.values.at(0));
    const Corpus one{{{docid, document}}, {}};
    write_data(one, writer.data());
    write_termlists(one, writer.termlists());
  }
  writer.postings().value_statistics({&statistics, 1});
  for (std::uint32_t docid = 1; docid <= last; ++docid) {
    writer.postings().value(0, docid, std::to_string(docid % 1000));
  }
  for (std::uint32_t docid = 1; docid <= last; ++docid) {
    writer.postings().document_length(docid, wdf_of(docid) * kinds.size());
  }
  for (const auto& [name, term] : sorted_terms()) {
    write_term(name, term, last, writer);
  }
  writer.seal();
}

TEST(Large, ManyTinyDocumentsAreEqualAfterCompaction) {
  const char* told = std::getenv("PILCROW_SEALED_DOCUMENTS");
  const auto last = static_cast<std::uint32_t>(told == nullptr ? 40'000 : std::stoul(told));
  const TemporaryPath folder;
  write_large(last, folder / "sealed");
  {
    Xapian::WritableDatabase database((folder / "xapian").string(), Xapian::DB_CREATE |
                                                                        Xapian::DB_NO_SYNC |
                                                                        Xapian::DB_BACKEND_GLASS);
    database.begin_transaction();
    for (std::uint32_t docid = 1; docid <= last; ++docid) {
      database.add_document(xapian_document(tiny_document(docid)));
    }
    database.commit_transaction();
  }
  EXPECT_EQ(faults(folder / "sealed"), "");
  expect_equal_compacted(folder / "sealed", folder / "xapian");
}

}  // namespace
}  // namespace pilcrow::sealed
