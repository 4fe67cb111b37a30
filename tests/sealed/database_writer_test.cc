// SPDX-License-Identifier: GPL-2.0-or-later
#include "sealed/database_writer.h"

#include <gtest/gtest.h>

#include "tests/sealed/equality.h"
#include "tests/support/temporary_path.h"

namespace pilcrow::sealed {
namespace {

TEST(DatabaseWriter, WritesAnEmptyDatabase) {
  const TemporaryPath folder;
  expect_equal({}, folder.path());
}

TEST(DatabaseWriter, WritesOneDocument) {
  const TemporaryPath folder;
  Corpus corpus;
  corpus.metadata["name"] = "value";
  Document& document = corpus.documents[1];
  document.terms["a"] = {3, {1, 2, 9}};
  document.terms["ab"] = {1, {4}};
  document.terms["boolean"] = {0, {}};
  document.values = {{0, "zero"}, {3, "three"}};
  document.data = "What a document shows, over eighteen bytes.";
  expect_equal(corpus, folder.path());
}

}  // namespace
}  // namespace pilcrow::sealed
