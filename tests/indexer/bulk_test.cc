// SPDX-License-Identifier: GPL-2.0-or-later
// Large corpora, built by both builders: opt-in, since it takes minutes.
#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "pilcrow/indexer.h"
#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow {
namespace {

namespace fs = std::filesystem;

// The corpora below PILCROW_DATA, by name.
std::vector<fs::path> bulk_corpora() {
  const char* data = std::getenv("PILCROW_DATA");
  std::vector<fs::path> corpora;
  std::error_code missing;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(data == nullptr ? "" : data) / "bulk", missing)) {
    if (entry.path().filename().string().find(".jsonl") != std::string::npos) {
      corpora.push_back(entry.path());
    }
  }
  std::sort(corpora.begin(), corpora.end());
  return corpora;
}

TEST(Bulk, BothBuildersMakeTheSameOfEveryCorpus) {
  const std::vector<fs::path> corpora = bulk_corpora();
  if (corpora.empty()) {
    GTEST_SKIP() << "set PILCROW_DATA to the folder that holds bulk/*.jsonl.zst";
  }
  for (const fs::path& corpus : corpora) {
    SCOPED_TRACE(corpus.filename());
    const TemporaryPath folder;
    for (const auto& [name, builder] :
         {std::pair("sealed", Builder::sealed), {"api", Builder::api}}) {
      const IndexReport report =
          Indexer(folder / name, {.builder = builder}).put_sources({corpus.string()});
      EXPECT_GT(report.articles_added, 0U);
    }
    sealed::expect_equal_contents(sealed::open_glass(folder / "sealed"),
                                  sealed::open_glass(folder / "api"), sealed::Repeated::left_out);
    std::cout << corpus.filename() << (HasFailure() ? " differs\n" : " is the same\n")
              << std::flush;
  }
}

}  // namespace
}  // namespace pilcrow
