// SPDX-License-Identifier: GPL-2.0-or-later
// Reads bytes with the reader of one format, whatever they look like.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "corpus/formats/readers.h"
#include "tests/support/read_all.h"

namespace pilcrow {

inline ReadResult read_with(ReaderPointer (*make_reader_of)(InputPointer, const ReadOptions&),
                            std::string bytes, const ReadOptions& options = {},
                            SourceOrigin origin = {.path = "file"}) {
  ReadResult result;
  const ReaderPointer reader = make_reader_of(
      std::make_unique<InputFile>(make_memory_stream(std::move(bytes)), std::move(origin)),
      options);
  Article article;
  while (reader->next(article, result.problems)) {
    result.articles.push_back(article);
  }
  return result;
}

}  // namespace pilcrow
