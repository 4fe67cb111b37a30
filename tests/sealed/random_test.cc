// SPDX-License-Identifier: GPL-2.0-or-later
// Random corpora, equal in everything.  PILCROW_SEALED_CORPORA sets how many, and
// PILCROW_SEALED_SEED where to begin.
#include <gtest/gtest.h>
#include <cstdlib>
#include <string>

#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

unsigned from_environment(const char* name, unsigned fallback) {
  const char* value = std::getenv(name);
  return value == nullptr ? fallback : static_cast<unsigned>(std::stoul(value));
}

TEST(RandomCorpora, AreEqualToThoseThatXapianWrites) {
  const unsigned first = from_environment("PILCROW_SEALED_SEED", 1);
  const unsigned count = from_environment("PILCROW_SEALED_CORPORA", 60);
  for (unsigned seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const TemporaryPath folder;
    const Corpus corpus = random_corpus(seed);
    expect_equal(corpus, folder.path());
    expect_equal_searches(open_glass(folder / "sealed"), open_glass(folder / "xapian"), corpus, 40,
                          seed);
    if (testing::Test::HasFailure()) {
      return;
    }
  }
}

}  // namespace
}  // namespace pilcrow::sealed
