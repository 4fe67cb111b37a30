// SPDX-License-Identifier: GPL-2.0-or-later
// PDF through the programs of poppler-utils, which run apart from us and within limits.
#pragma once

#include <string>

#include "corpus/subprocess.h"
#include "pilcrow/article.h"

namespace pilcrow {

// What pdftotext makes of a file: UTF-8, form feeds between pages.  Spans of PDF articles count in
// these bytes.
ProgramResult run_pdftotext(const std::string& path, const ReadOptions& options);

// What pdfinfo says of a file: lines such as "Title:  A Harbour".
ProgramResult run_pdfinfo(const std::string& path);

// Why a run gave nothing, with what became of the file ("...; left out").
std::string pdf_failure(const ProgramResult& result, const ReadOptions& options);

// The bytes in which the spans of the PDF file `path` count.  Throws Error: not_found (no program),
// io.
std::string pdf_text(const std::string& path, const ReadOptions& options = {});

}  // namespace pilcrow
