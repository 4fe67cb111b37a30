// SPDX-License-Identifier: GPL-2.0-or-later
// Reads bytes that are in memory with the reader of one format, whatever they look like.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "corpus/formats/readers.h"
#include "corpus/input_file.h"
#include "tests/support/read_all.h"

namespace pilcrow {

inline InputPointer memory_file(std::string bytes, SourceOrigin origin = {.path = "file"}) {
  return std::make_unique<InputFile>(make_memory_stream(std::move(bytes)), std::move(origin));
}

inline ReadResult read_memory(ReaderPointer (*make)(InputPointer, const ReadOptions&),
                              std::string bytes, const ReadOptions& options = {},
                              SourceOrigin origin = {.path = "file"}) {
  return read_all(*make(memory_file(std::move(bytes), std::move(origin)), options));
}

}  // namespace pilcrow
