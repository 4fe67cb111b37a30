// SPDX-License-Identifier: GPL-2.0-or-later
// One reader a format.
#pragma once

#include <memory>

#include "corpus/input_file.h"
#include "pilcrow/article.h"

namespace pilcrow {

// Reads a page of text as it was scraped: one article.
std::unique_ptr<ArticleReader> make_text_reader(std::unique_ptr<InputFile> file,
                                                const ReadOptions& options);

// Reads one article a line.
std::unique_ptr<ArticleReader> make_jsonl_reader(std::unique_ptr<InputFile> file,
                                                 const ReadOptions& options);

}  // namespace pilcrow
