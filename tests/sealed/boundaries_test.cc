// SPDX-License-Identifier: GPL-2.0-or-later
// Corpora at the edges of what the format spells in one way or another.
#include <gtest/gtest.h>
#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

using namespace std::string_literals;

// Bytes that deflate does not shrink.
std::string noise(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(random());
  }
  return bytes;
}

void expect_equal_written(const Corpus& corpus, DatabaseOptions options = {}) {
  const TemporaryPath folder;
  expect_equal(corpus, folder.path(), options);
}

// Documents 1 to `count`, each with one term.
Corpus documents_with(const std::string& term, std::uint32_t count, std::uint32_t wdf) {
  Corpus corpus;
  for (std::uint32_t docid = 1; docid <= count; ++docid) {
    corpus.documents[docid].terms[term].wdf = wdf;
  }
  return corpus;
}

TEST(Boundaries, DocumentIdsWhereTheirSpellingGrows) {
  for (const unsigned bits : {15U, 22U, 29U}) {
    SCOPED_TRACE(bits);
    // Lists of several chunks, so that ids on both sides begin a chunk.
    Corpus corpus;
    const std::uint32_t border = 1U << bits;
    for (std::uint32_t i = 0; i < 1500; ++i) {
      for (const std::uint32_t docid :
           {1 + i, border - 1500 + i, border + i, border + 5000 + 7 * i}) {
        Document& document = corpus.documents[docid];
        document.terms["everywhere"] = {1 + i % 3, {1 + i}};
        document.terms["t" + std::to_string(i % 300)].wdf = 2;
        document.values[2] = std::to_string(docid);
        document.data = std::to_string(i);
      }
    }
    expect_equal_written(corpus);
  }
}

TEST(Boundaries, TheLastDocumentId) {
  Corpus corpus;
  for (const std::uint32_t docid : {1U, std::numeric_limits<std::uint32_t>::max()}) {
    corpus.documents[docid].terms["a"] = {1, {1}};
    corpus.documents[docid].data = "data";
  }
  expect_equal_written(corpus);
}

// A body of n postings with counts below 128 has 2 n - 1 bytes, and one more for each above.
TEST(Boundaries, PostingChunksOf1999And2000And2001Bytes) {
  for (const std::uint32_t first_wdf : {1U, 128U}) {
    for (std::uint32_t count = 999; count <= 1002; ++count) {
      SCOPED_TRACE(std::to_string(count) + " postings, the first counting " +
                   std::to_string(first_wdf));
      Corpus corpus = documents_with("a", count, 1);
      corpus.documents[1].terms["a"].wdf = first_wdf;
      expect_equal_written(corpus);
    }
  }
}

// A value of n bytes takes n + 1, and its distance another.
TEST(Boundaries, ValueChunksOf1999And2000And2001Bytes) {
  for (std::size_t last_bytes = 1; last_bytes <= 8; ++last_bytes) {
    SCOPED_TRACE(last_bytes);
    Corpus corpus = documents_with("a", 450, 1);
    for (std::uint32_t docid = 1; docid <= 450; ++docid) {
      // 398 values take 1989 bytes.
      corpus.documents[docid].values[0] = std::string(docid == 399 ? last_bytes + 5 : 3, 'v');
    }
    expect_equal_written(corpus);
  }
}

TEST(Boundaries, ValuesOfOneAndOfManySlotsAndAlikeAndLong) {
  Corpus corpus = documents_with("a", 3, 1);
  for (std::uint32_t slot = 0; slot < 128; ++slot) {
    corpus.documents[1 + slot % 3].values[slot] = "same";
  }
  corpus.documents[1].values[5] = "\0\xff"s;
  corpus.documents[3].values[5] = noise(30'000, 1);
  corpus.documents[2].values[127] = std::string(1, '\0');
  expect_equal_written(corpus);
}

TEST(Boundaries, CountsWhereTermListsPackThem) {
  Corpus corpus;
  std::uint32_t docid = 0;
  // The count, the length of the term before and what is shared make one byte or do not.
  for (const std::uint32_t wdf : {0U, 1U, 2U, 62U, 63U, 84U, 126U, 127U, 128U, 16'384U}) {
    for (const std::size_t before : {1U, 2U, 100U, 127U, 128U, 245U}) {
      for (const std::size_t shared : {std::size_t{0}, before / 2, before}) {
        Document& document = corpus.documents[++docid];
        document.terms[std::string(before, 'm')].wdf = wdf;
        document.terms[std::string(shared, 'm') + (shared < 245 ? "z" : "")].wdf = wdf;
      }
    }
  }
  expect_equal_written(corpus);
}

TEST(Boundaries, CountsOf32Bits) {
  expect_equal_written(documents_with("a", 3, std::numeric_limits<std::uint32_t>::max() - 1));
}

TEST(Boundaries, TermsOfEveryLengthWithZeroBytesAndHighOnes) {
  Corpus corpus;
  for (std::size_t size = 1; size <= term_bytes_max; ++size) {
    Document& document = corpus.documents[static_cast<std::uint32_t>(size)];
    document.terms[std::string(size, 'a')] = {1, {1}};
    document.terms[std::string(size, '\xff')] = {1, {2}};
    document.terms[std::string(1 + (size - 1) / 2, '\0').substr(0, 122)] = {1, {3}};
    document.terms[std::string(size - 1, 'b') + '\xff'] = {1, {4}};
  }
  // A zero byte counts twice.
  std::string longest(122, '\0');
  longest.push_back('x');
  corpus.documents[1].terms[longest] = {1, {5}};
  corpus.documents[1].terms["\0\xff"s] = {1, {6}};
  corpus.documents[1].terms["\0\0\xff"s] = {1, {7}};
  expect_equal_written(corpus);
}

TEST(Boundaries, PositionsOfEveryKind) {
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> run(300);
  std::generate(run.begin(), run.end(), [at = 1000U]() mutable { return at++; });
  std::vector<std::uint32_t> sparse;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    sparse.push_back(i * i + i % 7);
  }
  const std::vector<std::uint32_t> lists[] = {{0},
                                              {1},
                                              {last},

                                              {0, last},
                                              {1, 2},
                                              {1, 2, 3},
                                              {0, 2, 4},
                                              {1, last},
                                              {0, 1, last},
                                              {last - 1, last},
                                              run,
                                              {5, 70, 700},
                                              sparse,
                                              {1, 3, 4, 9},
                                              {0, 5, 6, 7, 8},
                                              {2, 4, 8, 16, 32, 64, 128}};
  Corpus corpus;
  std::uint32_t docid = 0;
  for (const std::vector<std::uint32_t>& list : lists) {
    corpus.documents[++docid].terms["a"] = {1, list};
    corpus.documents[docid].terms["b" + std::to_string(docid)] = {1, list};
  }
  expect_equal_written(corpus);
}

TEST(Boundaries, DataWhereCompressionBegins) {
  Corpus corpus;
  std::uint32_t docid = 0;
  for (const std::size_t size : {0U, 1U, 17U, 18U, 19U, 20U, 200U, 3000U, 100'000U}) {
    corpus.documents[++docid].data = std::string(size, 'd');
    corpus.documents[++docid].data = noise(size, static_cast<unsigned>(size));
  }
  for (const int level : {0, 1, 9}) {
    SCOPED_TRACE(level);
    const TemporaryPath folder;
    DatabaseOptions options;
    options.data_compression = level;
    build_sealed(corpus, folder / "sealed", options);
    build_with_xapian(corpus, folder / "xapian");
    EXPECT_EQ(faults(folder / "sealed"), "");
    expect_equal_contents(open_glass(folder / "sealed"), open_glass(folder / "xapian"));
  }
}

// With blocks of 8192 bytes an item has 2043 at most, of which data and key have 2040.
TEST(Boundaries, TagsAroundTheItemLimitAndOfSeveralPieces) {
  Corpus corpus;
  std::uint32_t docid = 0;
  for (const std::size_t pieces : {1U, 2U, 3U, 4U, 5U, 9U}) {
    for (std::size_t size = 2036 * pieces - 6; size <= 2036 * pieces + 6; ++size) {
      corpus.documents[++docid].data = noise(size, static_cast<unsigned>(size));
      corpus.metadata["size" + std::to_string(size)] = noise(size, docid);
    }
  }
  for (const std::uint32_t block_bytes : {2048U, 8192U, 65536U}) {
    SCOPED_TRACE(block_bytes);
    DatabaseOptions options;
    options.block_bytes = block_bytes;
    expect_equal_written(corpus, options);
  }
}

TEST(Boundaries, MetadataKeysOfEveryLength) {
  Corpus corpus;
  for (std::size_t size = 1; size <= 250; ++size) {
    corpus.metadata[std::string(size, 'k')] = "value";
    corpus.metadata[std::string(size - 1, '\xff') + '\xfe'] = std::string(size, 'v');
  }
  expect_equal_written(corpus);
}

TEST(Boundaries, TreesOfSeveralLevels) {
  for (const std::uint32_t count : {1U, 40U, 41U, 200U, 3000U}) {
    SCOPED_TRACE(count);
    Corpus corpus;
    for (std::uint32_t i = 0; i < count; ++i) {
      // What keys share makes branches big, so that levels come soon.
      corpus.metadata[std::string(180, 'k') + std::to_string(1'000'000 + i)] = "value";
    }
    DatabaseOptions options;
    options.block_bytes = 2048;
    expect_equal_written(corpus, options);
  }
}

TEST(Boundaries, DocumentsWithoutTermsOrDataOrLength) {
  Corpus corpus;
  corpus.documents[1];
  corpus.documents[2].data = "Data alone.";
  corpus.documents[3].values[1] = "A value alone.";
  corpus.documents[4].terms["boolean"].wdf = 0;
  expect_equal_written(corpus);
}

TEST(Boundaries, ADatabaseWithoutTermLists) {
  const TemporaryPath folder;
  const Corpus corpus = random_corpus(8);
  DatabaseOptions options;
  options.termlists = false;
  build_sealed(corpus, folder / "sealed", options);
  build_with_xapian(corpus, folder / "xapian", Xapian::DB_NO_TERMLIST);
  expect_equal_compacted(folder / "sealed", folder / "xapian");
}

}  // namespace
}  // namespace pilcrow::sealed
