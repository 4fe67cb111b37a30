// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/part_merger.h"

#include <gtest/gtest.h>
#include <fstream>
#include <random>

#include "pilcrow/error.h"
#include "tests/sealed/equality.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

namespace fs = std::filesystem;

// Numbers most terms, and forgets the numbers when there are some hundred.
class Numbers {
 public:
  std::uint32_t of(const std::string& term) {
    if (term.back() == '7') {
      return TermCount::unnumbered;
    }
    return numbers_.try_emplace(term, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  std::uint32_t numbering() {
    if (numbers_.size() > 700) {
      numbers_.clear();
      ++numbering_;
    }
    return numbering_;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::uint32_t numbering_ = 0;
};

void add(const Document& document, DocumentPart& part, Numbers& numbers) {
  const std::uint32_t numbering = numbers.numbering();
  std::vector<TermCount> terms;
  for (const auto& [term, occurrences] : document.terms) {
    terms.push_back({term, occurrences.wdf, numbers.of(term)});
  }
  std::vector<SlotValue> values;
  for (const auto& [slot, value] : document.values) {
    values.push_back({slot, value});
  }
  part.add({terms, values, document.data, numbering});
}

// Documents in batches of random sizes, each given to a random part.
std::vector<std::unique_ptr<DocumentPart>> parts_of(const Corpus& corpus, std::size_t count,
                                                    const PartOptions& options, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::unique_ptr<DocumentPart>> parts;
  for (std::size_t i = 0; i < count; ++i) {
    parts.push_back(std::make_unique<DocumentPart>(options));
  }
  std::vector<Numbers> numbers(count);
  std::size_t part = 0;
  std::uint32_t next = 0;
  for (const auto& [docid, document] : corpus.documents) {
    if (docid != next || random() % 8 == 0) {
      part = random() % count;
      parts[part]->begin_batch(docid);
    }
    add(document, *parts[part], numbers[part]);
    next = docid + 1;
  }
  for (const auto& one : parts) {
    one->finish();
  }
  return parts;
}

std::vector<const DocumentPart*> pointers(const std::vector<std::unique_ptr<DocumentPart>>& parts) {
  std::vector<const DocumentPart*> all;
  for (const auto& part : parts) {
    all.push_back(part.get());
  }
  return all;
}

void write(const PartMerger& merger, const fs::path& folder, const DatabaseOptions& options = {}) {
  DatabaseWriter writer(folder, options);
  merger.write(writer.postings());
  merger.write(writer.data());
  merger.write(writer.termlists());
  writer.seal();
}

// 3,000 documents of 0 to 60 words, some with values.
Corpus words_corpus(unsigned seed) {
  std::mt19937 random(seed);
  Corpus corpus;
  std::uint32_t docid = 0;
  for (int i = 0; i < 3000; ++i) {
    docid += random() % 50 == 0 ? 3 : 1;
    Document& document = corpus.documents[docid];
    for (std::size_t left = random() % 60; left > 0; --left) {
      const auto number = random() % 4 == 0 ? random() % 20'000 : random() % 200;
      ++document.terms["word" + std::to_string(number)].wdf;
    }
    document.data = "document " + std::to_string(docid);
    if (random() % 3 == 0) {
      document.values[0] = std::to_string(random() % 100);
      document.values[7] = std::string(random() % 300, 'v');
      if (document.values[7].empty()) {
        document.values.erase(7);
      }
    }
  }
  return corpus;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void expect_same_files(const fs::path& left, const fs::path& right) {
  for (const char* name : {"postlist.glass", "docdata.glass", "termlist.glass"}) {
    EXPECT_EQ(bytes_of(left / name), bytes_of(right / name)) << name;
  }
}

class PartMergerTest : public testing::Test {
 protected:
  PartOptions options(std::size_t memory_bytes, int compression = 0) const {
    return {folder_.path(), memory_bytes, compression};
  }
  TemporaryPath folder_;
};

TEST_F(PartMergerTest, AnyPartsAndAnyMemoryGiveTheFilesOfOnePass) {
  const Corpus corpus = words_corpus(1);
  build_sealed(corpus, folder_ / "whole");
  int number = 0;
  for (const std::size_t count : {1U, 2U, 5U}) {
    for (const std::size_t memory_bytes : {std::size_t{200'000}, std::size_t{1} << 30}) {
      const auto parts = parts_of(corpus, count, options(memory_bytes), 7);
      const fs::path made = folder_ / std::to_string(number++);
      write(PartMerger(pointers(parts), 1 << 20), made);
      expect_same_files(folder_ / "whole", made);
    }
  }
}

TEST_F(PartMergerTest, DroppedDocumentsAreAsIfTheyHadNotBeen) {
  Corpus corpus = words_corpus(2);
  const auto parts = parts_of(corpus, 3, options(300'000), 1);
  std::vector<std::uint32_t> dropped;
  for (const auto& [docid, document] : corpus.documents) {
    if (docid % 7 == 0) {
      dropped.push_back(docid);
    }
  }
  PartMerger merger(pointers(parts), 1 << 20);
  merger.drop(dropped);
  write(merger, folder_ / "made");
  for (const std::uint32_t docid : dropped) {
    corpus.documents.erase(docid);
  }
  build_sealed(corpus, folder_ / "whole");
  expect_same_files(folder_ / "whole", folder_ / "made");
}

TEST_F(PartMergerTest, DataIsHandedBackAsItCameAlsoWhereItIsDeflated) {
  const Corpus corpus = words_corpus(3);
  for (const int compression : {0, 1}) {
    const auto parts = parts_of(corpus, 2, options(300'000, compression), 2);
    const PartMerger merger(pointers(parts), 1 << 20);
    std::vector<std::uint32_t> wanted;
    for (const auto& [docid, document] : corpus.documents) {
      if (docid % 100 == 0) {
        wanted.push_back(docid);
      }
    }
    std::vector<std::uint32_t> got;
    merger.for_each_data(wanted, [&](std::uint32_t docid, std::string_view data) {
      got.push_back(docid);
      EXPECT_EQ(data, corpus.documents.at(docid).data);
    });
    EXPECT_EQ(got, wanted);
    std::size_t values = 0;
    merger.for_each_value(7, [&](std::uint32_t docid, std::string_view value) {
      ++values;
      EXPECT_EQ(value, corpus.documents.at(docid).values.at(7));
    });
    EXPECT_GT(values, 900U);
  }
}

TEST_F(PartMergerTest, NothingGivesAnEmptyDatabase) {
  const auto parts = parts_of({}, 2, options(300'000), 0);
  write(PartMerger(pointers(parts), 1 << 20), folder_ / "made");
  EXPECT_EQ(Xapian::Database::check((folder_ / "made").string()), 0U);
  EXPECT_EQ(open_glass(folder_ / "made").get_doccount(), 0U);
}

TEST_F(PartMergerTest, ATermThatNoDatabaseCanHoldIsRefused) {
  Corpus corpus;
  corpus.documents[1].terms[std::string(246, 'x')].wdf = 1;
  expect_error(ErrorCode::invalid_argument, "from 1 to 245 are possible",
               [&] { parts_of(corpus, 1, options(300'000), 0); });
}

}  // namespace
}  // namespace pilcrow::sealed
