// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/sealed/equality.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

namespace fs = std::filesystem;

// Terms of a corpus, inverted: what a builder has to sort.
struct Postings {
  std::uint64_t collection_frequency = 0;
  std::map<std::uint32_t, const TermOfDocument*> documents;
};

std::map<std::string, Postings> inverted(const Corpus& corpus) {
  std::map<std::string, Postings> all;
  for (const auto& [docid, document] : corpus.documents) {
    for (const auto& [term, occurrences] : document.terms) {
      Postings& postings = all[term];
      postings.collection_frequency += occurrences.wdf;
      postings.documents[docid] = &occurrences;
    }
  }
  return all;
}

void write_values(const Corpus& corpus, PostingTable& table) {
  std::map<std::uint32_t, SlotStatistics> slots;
  for (const auto& [docid, document] : corpus.documents) {
    for (const auto& [slot, value] : document.values) {
      slots[slot].slot = slot;
      slots[slot].count(value);
    }
  }
  std::vector<SlotStatistics> statistics;
  for (const auto& [slot, of_slot] : slots) {
    statistics.push_back(of_slot);
  }
  table.value_statistics(statistics);
  for (const SlotStatistics& of_slot : statistics) {
    for (const auto& [docid, document] : corpus.documents) {
      const auto value = document.values.find(of_slot.slot);
      if (value != document.values.end()) {
        table.value(of_slot.slot, docid, value->second);
      }
    }
  }
}

// Names and contents of the files that make a database; the name that each database is given at
// random, in bytes 16 to 31 of its version file, left out.
std::map<std::string, std::string> database_files(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    files[entry.path().filename()] = read_file(entry.path());
  }
  files.erase("flintlock");
  files["iamglass"].replace(16, 16, 16, '\0');
  return files;
}

fs::path compacted(const fs::path& folder) {
  fs::path result = folder.string() + ".compacted";
  fs::remove_all(result);
  open_glass(folder).compact(result.string());
  return result;
}

}  // namespace

std::uint32_t Document::length() const {
  std::uint32_t sum = 0;
  for (const auto& [term, occurrences] : terms) {
    sum += occurrences.wdf;
  }
  return sum;
}

Xapian::Document xapian_document(const Document& document) {
  Xapian::Document result;
  for (const auto& [term, occurrences] : document.terms) {
    result.add_term(term, occurrences.wdf);
    for (const std::uint32_t position : occurrences.positions) {
      result.add_posting(term, position, 0);
    }
  }
  for (const auto& [slot, value] : document.values) {
    result.add_value(slot, value);
  }
  result.set_data(document.data);
  return result;
}

void build_with_xapian(const Corpus& corpus, const fs::path& folder, int flags) {
  Xapian::WritableDatabase database(
      folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS | flags);
  // One transaction, so that nothing is flushed half-way.
  database.begin_transaction();
  for (const auto& [docid, document] : corpus.documents) {
    database.replace_document(docid, xapian_document(document));
  }
  for (const auto& [key, value] : corpus.metadata) {
    database.set_metadata(key, value);
  }
  database.commit_transaction();
}

void write_postings(const Corpus& corpus, PostingTable& table) {
  for (const auto& [key, value] : corpus.metadata) {
    table.metadata(key, value);
  }
  write_values(corpus, table);
  for (const auto& [docid, document] : corpus.documents) {
    table.document_length(docid, document.length());
  }
  for (const auto& [term, postings] : inverted(corpus)) {
    table.begin_term(term, postings.documents.size(), postings.collection_frequency);
    for (const auto& [docid, occurrences] : postings.documents) {
      table.posting(docid, occurrences->wdf);
    }
    table.end_term();
  }
}

void write_positions(const Corpus& corpus, PositionTable& table) {
  for (const auto& [term, postings] : inverted(corpus)) {
    table.begin_term(term);
    for (const auto& [docid, occurrences] : postings.documents) {
      if (!occurrences->positions.empty()) {
        table.add(docid, occurrences->positions);
      }
    }
  }
}

void write_data(const Corpus& corpus, DataTable& table) {
  for (const auto& [docid, document] : corpus.documents) {
    table.add(docid, document.data);
  }
}

void write_termlists(const Corpus& corpus, TermlistTable& table) {
  for (const auto& [docid, document] : corpus.documents) {
    std::vector<TermCount> terms;
    for (const auto& [term, occurrences] : document.terms) {
      terms.push_back({term, occurrences.wdf});
    }
    std::vector<std::uint32_t> slots;
    for (const auto& [slot, value] : document.values) {
      slots.push_back(slot);
    }
    table.add(docid, document.length(), terms, slots);
  }
}

void write_corpus(const Corpus& corpus, DatabaseWriter& writer) {
  write_postings(corpus, writer.postings());
  write_positions(corpus, writer.positions());
  write_data(corpus, writer.data());
  if (writer.has_termlists()) {
    write_termlists(corpus, writer.termlists());
  }
}

void build_sealed(const Corpus& corpus, const fs::path& folder, DatabaseOptions options) {
  // Most of the time of a test would be spent waiting for the disk.
  struct : SystemCalls {
    int fsync(int /*descriptor*/) override { return 0; }
  } calls;
  DatabaseWriter writer(folder, options, calls);
  write_corpus(corpus, writer);
  writer.seal();
}

Xapian::Database open_glass(const fs::path& folder) {
  return Xapian::Database(folder.string(), Xapian::DB_BACKEND_GLASS);
}

std::string faults(const fs::path& folder) {
  std::ostringstream report;
  return Xapian::Database::check(folder.string(), 0, &report) == 0 ? "" : report.str();
}

void expect_equal_compacted(const fs::path& left, const fs::path& right) {
  const auto left_files = database_files(compacted(left));
  const auto right_files = database_files(compacted(right));
  std::set<std::string> names;
  for (const auto& files : {left_files, right_files}) {
    for (const auto& [name, bytes] : files) {
      names.insert(name);
    }
  }
  for (const std::string& name : names) {
    ASSERT_TRUE(left_files.contains(name)) << name << " is missing in " << left;
    ASSERT_TRUE(right_files.contains(name)) << name << " is missing in " << right;
    const std::string& ours = left_files.at(name);
    const std::string& theirs = right_files.at(name);
    EXPECT_EQ(ours.size(), theirs.size()) << name;
    if (ours != theirs) {
      const auto place =
          std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end()).first;
      ADD_FAILURE() << name << " differs at byte " << place - ours.begin();
    }
  }
}

void expect_equal(const Corpus& corpus, const fs::path& folder, DatabaseOptions options) {
  const fs::path ours = folder / "sealed";
  const fs::path theirs = folder / "xapian";
  build_sealed(corpus, ours, options);
  build_with_xapian(corpus, theirs);
  // The check takes memory for all ids up to the last.
  constexpr std::uint32_t checked_docid_max = 1U << 23;
  if (corpus.documents.empty() || corpus.documents.rbegin()->first <= checked_docid_max) {
    EXPECT_EQ(faults(ours), faults(theirs));
  }
  expect_equal_compacted(ours, theirs);
  expect_equal_contents(open_glass(ours), open_glass(theirs));
}

}  // namespace pilcrow::sealed
